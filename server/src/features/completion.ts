import { canonicalLabels } from '../dialect/fields/labels';
import type { ClauseField, Draft, Task } from '../dialect/model';
import { openClauseAt, type OpenClause } from '../dialect/open-clause';
import { contains, type Range } from '../dialect/range';
import type { Rule } from '../rules/rule';
import { superiorsNamedBy } from '../trace/superiors';
import { t, type Message } from '../localise';

export interface Completion {
  readonly label: string;
  readonly kind: 'field' | 'date' | 'key' | 'value' | 'rule' | 'directive';
  /** What it is, beside the label. */
  readonly detail: string;
  /** Replaced by `newText`. */
  readonly range: Range;
  readonly newText: string;
}

export interface CompletionContext {
  readonly rules: readonly Pick<Rule, 'id' | 'summary'>[];
}

/** What can be written at `offset`: fields and values of a clause, front matter, directives. The likeliest first. */
export function completions(draft: Draft, offset: number, context: CompletionContext): Completion[] {
  const line = draft.lines.rangeOf(draft.lines.lineAt(offset));
  if (draft.frontMatter && contains(draft.frontMatter.range, { start: offset, end: offset })) {
    return inFrontMatter(draft, line, offset, context);
  }
  const directive = /<!--\s*要点[：:]\s*([^>]*)$/u.exec(draft.text.slice(line.start, offset));
  if (directive) return inDirective(directive[1] ?? '', offset, context);
  const clause = openClauseAt(draft.text, line, offset);
  return clause ? inClause(draft, clause, offset) : [];
}

// ---- field clauses

const LABEL_ORDER = ['target', 'lead', 'unit', 'support', 'deadline', 'frequency'] as const;

function inClause(draft: Draft, clause: OpenClause, offset: number): Completion[] {
  switch (clause.field) {
    case undefined:
      return missingLabels(draft, clause, offset);
    case 'deadline':
      return deadlineValues(draft, clause);
    // Units are completed by unit-completion.ts.
    default:
      return [];
  }
}

/** Labels that neither this clause nor another one of the task has yet. */
function missingLabels(draft: Draft, { fields, word }: OpenClause, offset: number): Completion[] {
  const task = taskAt(draft, offset);
  const present = new Set<ClauseField>(fields);
  for (const { range, parts } of task?.fields.clauses ?? []) {
    if (!contains(range, word)) for (const { field } of parts) present.add(field);
  }
  // Only who names a superior's plan can say which of its items a task carries out.
  const labels = superiorsNamedBy(draft).length > 0 ? [...LABEL_ORDER, 'carries-out' as const] : LABEL_ORDER;
  return labels
    .filter((field) => !present.has(field))
    .map((field) => ({
      label: canonicalLabels[field],
      kind: 'field',
      detail: t('字段'),
      range: word,
      newText: `${canonicalLabels[field]}：`,
    }));
}

/** Deadlines that other tasks have, the most frequent first, then the usual ones of the plan's year. */
function deadlineValues(draft: Draft, { word }: OpenClause): Completion[] {
  const used = byFrequency(draft.tasks.flatMap(({ fields }) => fields.deadlines.map(({ value }) => value)));
  const usual = draft.year === undefined ? [] : usualDeadlines(draft.year);
  return [...new Set([...used, ...usual])].map((text) => ({
    label: text,
    kind: 'date',
    detail: used.includes(text) ? t('其他任务的时限') : t('常用时限'),
    range: word,
    newText: text,
  }));
}

function usualDeadlines(year: number): string[] {
  return [3, 6, 9]
    .map((month) => `${year}年${month}月底前`)
    .concat(`${year}年12月底前`, `${year}年12月31日前`);
}

function taskAt(draft: Draft, offset: number): Task | undefined {
  return draft.tasks.find(({ range }) => range.start <= offset && offset <= range.end);
}

function byFrequency(values: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}

// ---- front matter and directives

/** Keys of the front matter with what they are for; the values where there is a choice. */
const FRONT_MATTER: Readonly<
  Record<string, { readonly detail: Message; readonly values?: readonly string[] }>
> = {
  文种: { detail: '有此项的 .md 文件按要点稿检查', values: ['工作要点'] },
  发文机关: { detail: '印发通知的机关' },
  发文字号: { detail: '如 云府发〔2026〕3号' },
  签发人: { detail: '上行文用' },
  密级: { detail: '涉密文件用', values: ['绝密', '机密', '秘密'] },
  保密期限: { detail: '如 1年' },
  紧急程度: { detail: '特急、加急', values: ['特急', '加急'] },
  份号: { detail: '涉密文件用' },
  主送: { detail: '主送机关' },
  印发语: { detail: '现将……印发给你们' },
  附件说明: { detail: '通知的附件，写名称的列表' },
  成文日期: { detail: '如 2026年3月27日' },
  附注: { detail: '如 此件公开发布' },
  抄送: { detail: '抄送机关' },
  印发机关: { detail: '版记中的印发机关' },
  印发日期: { detail: '版记中的印发日期' },
  年度: { detail: '要点的年度' },
  单位名录: { detail: '单位名录文件' },
  上级要点: { detail: '上级的工作要点文件，可写“简称: 路径”' },
  编号: { detail: '任务编号：连续或分节', values: ['{任务: 连续}', '{任务: 分节}'] },
  检查: { detail: '各规则的级别' },
};

const LEVELS = ['错误', '警告', '信息', '提示', '关闭'];

function inFrontMatter(
  draft: Draft,
  line: Range,
  offset: number,
  { rules }: CompletionContext,
): Completion[] {
  const before = draft.text.slice(line.start, offset);
  const typed = /^(\s*)([^\s:：]*)$/u.exec(before);
  const value = /^(\s*)([^\s:：]+)[:：]\s*(\S*)$/u.exec(before);
  if (value) {
    const values = value[1] ? LEVELS : (FRONT_MATTER[value[2] ?? '']?.values ?? []);
    const word = { start: offset - (value[3]?.length ?? 0), end: offset };
    return values.map((text) => ({ label: text, kind: 'value', detail: '', range: word, newText: text }));
  }
  if (!typed || line.start === draft.frontMatter?.range.start) return [];
  const word = { start: offset - (typed[2]?.length ?? 0), end: offset };
  if (typed[1]) return ruleNames(rules, word, ': ');
  const present = new Set(draft.frontMatter?.entries.map(({ key }) => key.value));
  return Object.entries(FRONT_MATTER)
    .filter(([key]) => !present.has(key))
    .map(([key, { detail }]) => ({
      label: key,
      kind: 'key',
      detail: t(detail),
      range: word,
      newText: `${key}: `,
    }));
}

const DIRECTIVES: Readonly<Record<string, Message>> = {
  忽略: '下一行的问题不报，写明规则和原因',
  忽略开始: '到“忽略结束”为止的问题不报',
  忽略结束: '与“忽略开始”成对',
  忽略全文: '全文的这类问题不报',
  非任务: '其下的条目不是任务',
  任务: '其下的条目是任务',
  锁定编号: '重新编号时不动下一条的编号',
};

function inDirective(written: string, offset: number, { rules }: CompletionContext): Completion[] {
  const words = written.split(/\s+/u);
  const typed = words.at(-1) ?? '';
  const word = { start: offset - typed.length, end: offset };
  if (words.length === 1) {
    return Object.entries(DIRECTIVES).map(([name, detail]) => ({
      label: name,
      kind: 'directive',
      detail: t(detail),
      range: word,
      newText: name.startsWith('忽略') ? `${name} ` : name,
    }));
  }
  return words.length === 2 && words[0]?.startsWith('忽略') ? ruleNames(rules, word, ' ') : [];
}

function ruleNames(rules: CompletionContext['rules'], range: Range, behind: string): Completion[] {
  return rules.map(({ id, summary }) => ({
    label: id,
    kind: 'rule',
    detail: t(summary),
    range,
    newText: id + behind,
  }));
}
