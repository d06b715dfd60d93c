import { canonicalLabels, classifyLabel } from '../../dialect/fields';
import type { Clause, Draft } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { labelledClauses } from '../clause-style';
import { textCharacters } from '../text-characters';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** A label in a clause that is no known one but nearly: 责任单伩, 完成时现, 牵头单. */
export const unknownLabel: TaskRule = {
  id: 'clause/unknown-label',
  summary: '责任条款的栏目名写错',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'task',
  check(draft, _context, report, task) {
    for (const clause of labelledClauses(task, draft.text))
      for (const { label, range } of labelLikes(draft, clause)) {
        const meant = nearest(label);
        if (!meant) continue;
        report({
          range,
          message: t('“{0}”不是栏目名，是否应为“{1}”', label, meant),
          fixes: [{ title: t('改为“{0}”', meant), edits: [{ range, newText: meant }], safe: false }],
        });
      }
  },
};

/** What stands between a separator and a colon in the clause and is no known label. */
function labelLikes({ text }: Draft, clause: Clause): { label: string; range: Range }[] {
  if (holdsLabelsAlone(text, clause)) return [];
  const from = clause.range.start + 1;
  const content = text.slice(from, clause.range.end - 1);
  return [...content.matchAll(/(?<=^|[；;，,。])([^；;，,。：:（）()]{2,8})[：:]/g)]
    .map((match) => ({ label: match[1] as string, start: from + match.index }))
    .filter(({ label }) => classifyLabel(label) === undefined)
    .map(({ label, start }) => ({ label, range: { start, end: start + label.length } }));
}

const COLONS = textCharacters.define('：:');
const SEPARATORS = textCharacters.define('；;，,。');

/** Whether all colons of a clause stand behind whole labels of its parts, as in nearly all clauses: a search takes longer. */
function holdsLabelsAlone(text: string, { range, parts }: Clause): boolean {
  let known = 0;
  for (const { label, field } of parts) {
    if (label === undefined || field === 'carries-out') continue;
    const { start, end } = label.range;
    const isWhole = start === range.start + 1 || SEPARATORS.has(text, start - 1);
    if (isWhole && COLONS.has(text, end)) known++;
  }
  for (let at = range.start + 1; at < range.end - 1; at++) if (COLONS.has(text, at)) known--;
  return known === 0;
}

const labels = [
  ...Object.values(canonicalLabels),
  '责任部门',
  '牵头部门',
  '配合部门',
  '责任科室',
  '牵头领导',
  '分管领导',
  '协办单位',
  '完成时间',
  '时间节点',
  '工作目标',
  '责任人',
];

/** The known label one character away: one replaced, missing, too many or two swapped. */
function nearest(label: string): string | undefined {
  return labels.find((known) => known.length >= 3 && isOneAway(label, known));
}

function isOneAway(a: string, b: string): boolean {
  if (a.length === b.length) {
    const differing = [...a].flatMap((char, i) => (char === b[i] ? [] : [i]));
    const [i, j] = differing;
    return (
      // 责任县, 责任庭: of three characters the third may be as well what the writer means.
      (differing.length === 1 && a.length > 3) ||
      (differing.length === 2 &&
        j === (i as number) + 1 &&
        a[i as number] === b[j] &&
        a[j] === b[i as number])
    );
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    long.length - short.length === 1 &&
    short.length >= 3 &&
    [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
  );
}
