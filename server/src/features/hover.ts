import { FIELD_LABELS, headingOf, itemLabel } from '../dialect/labels';
import type { Draft, Task } from '../dialect/model';
import type { Range } from '../dialect/range';
import { findReferences } from '../dialect/references';
import { missingFields } from '../dialect/summary';
import type { Diagnostic, Rule } from '../rules/rule';
import { list, t } from '../localise';

export interface Hover {
  readonly range: Range;
  /** Markdown paragraphs. */
  readonly sections: readonly string[];
}

export interface HoverContext {
  readonly findings: readonly Diagnostic[];
  readonly rules: readonly Rule[];
  readonly pageOf: (rule: Rule['id']) => string | undefined;
}

/** What to say of the place: what a reference means, what a task states, which rule speaks here. */
export function hover(draft: Draft, offset: number, context: HoverContext): Hover | undefined {
  const parts = [
    ...aboutReference(draft, offset),
    ...aboutTask(draft, offset),
    ...aboutRules(draft, offset, context),
  ];
  const first = parts[0];
  return first && { range: first.range, sections: parts.map((part) => part.text) };
}

interface Part {
  readonly range: Range;
  readonly text: string;
}

function aboutReference(draft: Draft, offset: number): Part[] {
  const reference = findReferences(draft).find(({ range }) => at(range, offset));
  if (!reference) return [];
  const { range, target } = reference;
  if (!target) return [{ range, text: t('本稿中没有这一项，或者不止一项。') }];
  const label = 'marker' in target ? itemLabel(target) : `${target.label.value} ${target.title?.value ?? ''}`;
  return [{ range, text: t('指向：**{0}**（第{1}行）', escape(label.trim()), target.line) }];
}

function aboutTask({ tasks }: Draft, offset: number): Part[] {
  const task = tasks.find(({ item }) => at(headingOf(item), offset));
  return task ? [{ range: headingOf(task.item), text: describe(task) }] : [];
}

function describe(task: Task): string {
  const { fields, rows } = task;
  const units = [...fields.units, ...rows.flatMap((row) => row.units)];
  const named = (role: string) => units.filter((unit) => unit.role === role).map((unit) => unit.value);
  const targets = [...fields.targets, ...rows.flatMap((row) => (row.target?.value ? [row.target] : []))];
  const deadlines = [...fields.deadlines, ...rows.flatMap((row) => row.deadlines)];
  const lines = [
    line(
      t('目标'),
      targets.map(({ value }) => value),
    ),
    line(t('牵头单位'), named('lead')),
    line(t('责任单位'), named('responsible')),
    line(t('配合单位'), named('support')),
    line(
      t('完成时限'),
      deadlines.map(({ value, date }) => (date ? value + t('（{0}）', date) : value)),
    ),
    line(
      t('频次'),
      fields.frequencies.map(({ value }) => value),
    ),
  ].filter((text) => text !== '');
  return [t('**任务** {0}', stateOf(task)), ...lines].join('\n');
}

function stateOf(task: Task): string {
  const missing = missingFields(task);
  return missing.length === 0
    ? t('完整：目标、责任单位、完成时限俱全')
    : t('缺{0}', list(missing.map((field) => t(FIELD_LABELS[field]))));
}

function line(label: string, values: readonly string[]): string {
  const distinct = [...new Set(values)];
  return distinct.length === 0 ? '' : `- ${label}${t('：')}${distinct.map(escape).join(t('；'))}`;
}

/** Rules of findings at the place, and rules named in a directive there. */
function aboutRules(draft: Draft, offset: number, { findings, rules, pageOf }: HoverContext): Part[] {
  const named = draft.directives
    .flatMap((directive) => directive.rules)
    .map(({ value, range }) => ({ rule: value, range }));
  const spoken = [...findings, ...named].filter(({ range }) => at(range, offset));
  const seen = new Set<string>();
  return spoken.flatMap(({ rule: id, range }) => {
    const rule = rules.find((candidate) => candidate.id === id);
    if (!rule || seen.has(id)) return [];
    seen.add(id);
    const page = pageOf(rule.id);
    const name = page ? `[${rule.id}](${page})` : rule.id;
    return [
      {
        range,
        text: t('规则 {0}：{1}（{2} · {3}）', name, t(rule.summary), t(rule.certainty), t(rule.ground)),
      },
    ];
  });
}

function at(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Draft text is shown as text: `*` and `<` in it are no Markdown of ours. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
