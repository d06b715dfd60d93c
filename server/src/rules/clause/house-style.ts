import { WHITE_SPACE } from '../../dialect/character-set';
import type { Clause, ClausePart, Draft, Task } from '../../dialect/model';
import { textCharacters } from '../text-characters';
import { PerDraft } from '../../dialect/reread/per-draft';
import { TaskFacts } from '../../dialect/reread/task-facts';
import { type ClauseStyle, clauseStyleOf, fieldOrder, keepsClauses, labelledClauses } from '../clause-style';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** From so many clauses on a draft has a manner. */
const enough = 4;

/** A clause that differs from the draft's others in brackets, separators or the order of its fields. */
export const houseStyle: TaskRule = {
  id: 'clause/house-style',
  summary: '责任条款与全篇写法不一致',
  level: 'info',
  certainty: '疑似',
  ground: '本单位',
  scope: 'task',
  manner: {
    of: (draft) => manners.of(draft).style,
    concerns(draft) {
      const { style } = manners.of(draft);
      return style === undefined ? [] : countsDiffering.of(draft, style).map((count) => count > 0);
    },
    reads: ['statements'],
    overlooks: keepsClauses,
  },
  check(draft, _context, report, task) {
    const { style } = manners.of(draft);
    if (style === undefined) return;
    for (const { clause, manner, text } of differingIn(task, draft, style))
      report({
        range: clause.range,
        message: t(
          '这一条款与全篇写法不一致，本稿多写作“{0}{1}{2}…{3}”：{4}',
          style.open,
          style.labels.unit,
          style.colon,
          style.close,
          describe(draft, clause, manner),
        ),
        fixes: [
          {
            title: t('按全篇写法改写这一条款'),
            edits: [{ range: clause.range, newText: text }],
            safe: false,
          },
        ],
      });
  },
};

/** How a draft writes its clauses, but for how many it has. */
type Style = Omit<ClauseStyle, 'count'>;

/** Undefined where the draft has no one manner, or too many clauses differ: then nobody can say which one is meant. */
const manners = new PerDraft((draft): { readonly style?: Style } => {
  const { count, ...style } = clauseStyleOf(draft);
  if (count < enough) return {};
  const differing = countsDiffering.of(draft, style).reduce((sum, one) => sum + one, 0);
  return differing * 4 > count ? {} : { style };
});

const countsDiffering = new TaskFacts<number, Style>(
  ({ task, draft }, style) => differingIn(task, draft, style).length,
);

interface Differing {
  readonly clause: Clause;
  /** The draft's, as far as the clause can be written so. */
  readonly manner: Style;
  /** The clause in that manner. */
  readonly text: string;
}

function differingIn(task: Task, draft: Draft, style: Style): Differing[] {
  const differing: Differing[] = [];
  for (const clause of labelledClauses(task, draft.text)) {
    if (isWrittenSo(draft.text, clause, style)) continue;
    const manner = besideNested(draft, clause, style);
    const text = normalise(draft, clause, manner);
    if (text !== textOf(draft, clause)) differing.push({ clause, manner, text });
  }
  return differing;
}

function textOf({ text }: Draft, { range }: Clause): string {
  return text.slice(range.start, range.end);
}

/**
 * A quick look that needs no text of its own: most clauses are written as the draft writes them. What stands where it is
 * looked for is there, and need not be compared.
 */
function isWrittenSo(text: string, { range, parts }: Clause, style: Style): boolean {
  if (!text.startsWith(style.open, range.start) || inOrder(parts) !== parts) return false;
  let at = range.start + style.open.length;
  for (const part of parts) {
    const { label, content } = part;
    if (part !== parts[0]) {
      if (!text.startsWith(style.separator, at)) return false;
      at += style.separator.length;
    }
    if (label) {
      if (label.range.start !== at || SPACE.isIn(label.value)) return false;
      if (!text.startsWith(style.colon, label.range.end)) return false;
      at = label.range.end + style.colon.length;
    }
    if (content.range.start !== at) return false;
    at = content.range.end;
  }
  if (text[range.end - 2] === '。') at++;
  return at === range.end - style.close.length && text.endsWith(style.close, range.end);
}

/** 〔责任单位：各镇（街道）〕: where the draft's bracket stands within a clause, another one round it keeps them apart. */
function besideNested({ text }: Draft, { range, content }: Clause, style: Style): Style {
  return content.value.includes(style.open)
    ? { ...style, open: text.charAt(range.start), close: text.charAt(range.end - 1) }
    : style;
}

/** The clause in the draft's manner: brackets, colons, separators, order. Its values stay as they are. */
function normalise(draft: Draft, clause: Clause, style: Style): string {
  const stop = draft.text[clause.range.end - 2] === '。' ? '。' : '';
  const parts = inOrder(clause.parts).map(
    ({ label, content }) => (label ? SPACE.removeFrom(label.value) + style.colon : '') + content.value,
  );
  return style.open + parts.join(style.separator) + stop + style.close;
}

function inOrder(parts: readonly ClausePart[]): readonly ClausePart[] {
  for (let i = 1; i < parts.length; i++)
    if (rankOf(parts[i - 1] as ClausePart) > rankOf(parts[i] as ClausePart))
      return [...parts].sort((a, b) => rankOf(a) - rankOf(b));
  return parts;
}

function rankOf({ label, field }: ClausePart): number {
  return label ? (RANK_OF_FIELD.get(field) as number) : -1;
}

const RANK_OF_FIELD: ReadonlyMap<string, number> = new Map(fieldOrder.map((field, rank) => [field, rank]));

const SPACE = textCharacters.define(WHITE_SPACE);

function describe(draft: Draft, clause: Clause, style: Style): string {
  if (draft.text[clause.range.start] !== style.open) return t('括号不同');
  const ranks = clause.parts.filter((part) => part.label).map(rankOf);
  return ranks.some((rank, index) => rank < (ranks[index - 1] ?? -1))
    ? t('栏目次序不同')
    : t('冒号或分隔符不同');
}
