import type { ChangeKind, ComparisonReport } from './comparison-report';

const COUNTED: readonly (readonly [ChangeKind, string])[] = [
  ['added', '新增'],
  ['dropped', '未延续'],
  ['moved', '移动'],
  ['split', '拆分'],
  ['merged', '合并'],
  ['changed', '内容有变'],
  ['rolled-over', '只有时限随年度顺延'],
];

/** What a reader wants to know first: which drafts, and how many of what. */
export function summariseComparison(report: ComparisonReport): string[] {
  const { old, new: current, groups, same, renumbered } = report;
  const counts = COUNTED.map(([kind, name]) => {
    const count = groups.find((group) => group.kind === kind)?.entries.length ?? 0;
    const label = kind === 'dropped' && !isNotCarriedOn(report) ? '删去' : name;
    return count === 0 ? [] : [`${label} ${count} 项`];
  }).flat();
  const untouched = [
    ...(renumbered > 0 ? [`只有序号变化 ${renumbered} 项`] : []),
    ...(same > 0 ? [`没有变化 ${same} 项`] : []),
  ];
  return [
    `原稿：${old.title}（${old.tasks} 项任务）`,
    `新稿：${current.title}（${current.tasks} 项任务）`,
    counts.length === 0
      ? `任务没有增删、移动，内容没有变化${renumbered > 0 ? `（只有序号变化 ${renumbered} 项）` : ''}。`
      : `${[...counts, ...untouched].join('，')}。`,
  ];
}

function isNotCarriedOn({ groups }: ComparisonReport): boolean {
  return groups.some(({ kind, heading }) => kind === 'dropped' && heading.includes('未延续'));
}
