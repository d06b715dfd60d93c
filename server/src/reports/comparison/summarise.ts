import type { ChangeKind, ComparisonReport } from './comparison-report';
import { t, type Message } from '../../localise';

const COUNTED: readonly (readonly [ChangeKind, Message])[] = [
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
    const label = kind === 'dropped' && !isNotCarriedOn(report) ? t('删去') : t(name);
    return count === 0 ? [] : [t('{0} {1} 项', label, count)];
  }).flat();
  const untouched = [
    ...(renumbered > 0 ? [t('只有序号变化 {0} 项', renumbered)] : []),
    ...(same > 0 ? [t('没有变化 {0} 项', same)] : []),
  ];
  return [
    t('原稿：{0}（{1} 项任务）', old.title, old.tasks),
    t('新稿：{0}（{1} 项任务）', current.title, current.tasks),
    counts.length === 0
      ? t(
          '任务没有增删、移动，内容没有变化{0}。',
          renumbered > 0 ? t('（只有序号变化 {0} 项）', renumbered) : '',
        )
      : [...counts, ...untouched].join(t('，')) + t('。'),
  ];
}

function isNotCarriedOn({ groups }: ComparisonReport): boolean {
  return groups.some(({ kind, heading }) => kind === 'dropped' && heading !== t('删去的任务'));
}
