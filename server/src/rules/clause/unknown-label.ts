import { canonicalLabels, classifyLabel } from '../../dialect/fields';
import type { Clause, Draft } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { remember } from '../../dialect/remember';
import { labelledClauses } from '../clause-style';
import type { TaskRule } from '../rule';
import { t } from '../../localise';

/** A label in a clause that is no known one but nearly: 责任单伩, 完成时现, 牵头单. */
export const unknownLabel: TaskRule = {
  id: 'clause/unknown-label',
  summary: '责任条款的栏目名写错',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
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
function labelLikes({ text }: Draft, { range }: Clause): { label: string; range: Range }[] {
  const from = range.start + 1;
  return unknownIn(text.slice(from, range.end - 1)).map(({ label, at }) => {
    const start = from + at;
    return { label, range: { start, end: start + label.length } };
  });
}

const unknownIn = remember((content): readonly { readonly label: string; readonly at: number }[] =>
  [...content.matchAll(/(?<=^|[；;，,。])([^；;，,。：:（）()]{2,8})[：:]/g)]
    .map((match) => ({ label: match[1] as string, at: match.index }))
    .filter(({ label }) => classifyLabel(label) === undefined),
);

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
      differing.length === 1 ||
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
