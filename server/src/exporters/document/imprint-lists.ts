import type { ImprintPlan } from './plan';

/** What the imprint says above its printer's row, 主送 before 抄送, each ending with a full stop (7.4.2). */
export function imprintLists({ addressees, copies }: ImprintPlan): readonly string[] {
  return [
    ['主送', addressees],
    ['抄送', copies],
  ].flatMap(([label, names]) => (names === '' ? [] : [`${label}：${names}。`]));
}
