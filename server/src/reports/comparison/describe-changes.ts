import type { ComparedDrafts, FieldChanges, ListChange, ListField } from '../../comparison/compare-fields';
import { isYearAdvance } from '../../comparison/rolled-over';
import { pieceDiff, wordDiff, type WordChange } from '../../comparison/word-diff';
import type { ReportedChange } from './comparison-report';
import { t, type Message } from '../../localise';

/** How people call the fields; in the order in which they are told. */
const FIELD_NAMES: Readonly<Record<ListField, Message>> = {
  targets: '目标',
  leads: '牵头单位',
  units: '责任单位',
  supports: '配合单位',
  collectives: '责任单位（泛称）',
  deadlines: '完成时限',
  frequencies: '频次',
  clauses: '责任分工',
  rows: '附件任务表',
};

/** Names and dates are replaced as wholes; a target changes in a figure. */
const BY_WORDS: readonly ListField[] = ['targets', 'frequencies', 'clauses', 'rows'];

export function describeChanges(drafts: ComparedDrafts, fields: FieldChanges): ReportedChange[] {
  const changes: ReportedChange[] = [];
  if (fields.title) changes.push({ field: t('标题'), words: fields.title.words });
  for (const field of Object.keys(FIELD_NAMES) as ListField[]) {
    const change = fields[field];
    if (change === undefined || (field === 'units' && isToldByRoles(change, fields))) continue;
    const note = field === 'deadlines' && isYearAdvance(drafts, change) ? t('（随年度顺延）') : '';
    changes.push({ field: t(FIELD_NAMES[field]) + note, words: wordsOf(field, change) });
  }
  if (fields.wording) changes.push({ field: t('文字'), words: fields.wording.words });
  return changes;
}

/** `units` holds every unit: where only leads and supporting units came or went, saying it twice helps nobody. */
function isToldByRoles(change: ListChange, { leads, supports }: FieldChanges): boolean {
  const told = new Set([leads, supports].flatMap((role) => (role ? differing(role) : [])));
  return differing(change).every((unit) => told.has(unit));
}

function differing({ from, to }: ListChange): string[] {
  return [...from.filter((value) => !to.includes(value)), ...to.filter((value) => !from.includes(value))];
}

function wordsOf(field: ListField, { from, to }: ListChange): WordChange[] {
  const separator = field === 'targets' || field === 'rows' || field === 'clauses' ? '；' : '、';
  if (BY_WORDS.includes(field)) return wordDiff(from.join(separator), to.join(separator));
  const pieces = (values: readonly string[]): string[] =>
    values.flatMap((value, index) => (index === 0 ? [value] : [separator, value]));
  return pieceDiff(pieces(from), pieces(to));
}
