import type { Draft } from '../../dialect/model';
import { inChinese } from '../../localise';
import { coverageOf, type CoverageEntry, type CoverageState } from '../../trace/coverage';
import { placeOf } from '../../trace/find-place';
import type { TraceFault, TraceLink } from '../../trace/read-trace';
import type { Superior } from '../../trace/superiors';
import type { SheetPlan } from '../workbook/workbook-plan';

export const STATE_NAMES: Readonly<Record<CoverageState, string>> = {
  covered: '已落实',
  partly: '部分落实',
  'not-covered': '未落实',
  outdated: '待核对',
};

export const FAULT_NAMES: Readonly<Record<TraceFault, string>> = {
  'no-plan': '不知道是哪一份上级要点',
  'no-item': '上级要点里没有这一项',
  'several-items': '不止一项，没有写明在第几部分',
};

const COLUMNS = [
  { header: '上级要点', width: 18 },
  { header: '上级任务', width: 34 },
  { header: '状态', width: 14 },
  { header: '本稿任务', width: 34 },
  { header: '说明', width: 34 },
];

/** A sheet a superior's plan, each of its tasks in a row; then the statements that lead nowhere. */
export function planTrace(draft: Draft, superiors: readonly Superior[]): readonly SheetPlan[] {
  const { entries, orphans } = coverageOf(draft, superiors);
  const title = draft.title?.value ?? '';
  const sheets = superiors.map((superior): SheetPlan => {
    const own = entries.filter((entry) => entry.superior === superior);
    return {
      name: superior.name,
      title: `${title}落实${superior.name}情况`,
      columns: COLUMNS,
      rows: own.map((entry) => rowOf(draft, entry)),
    };
  });
  return orphans.length === 0 ? sheets : [...sheets, planOrphans(draft, orphans)];
}

function rowOf(draft: Draft, entry: CoverageEntry): readonly string[] {
  const carriers = [...new Set(entry.links.map(({ task }) => task))];
  const { superior, place, task, state } = entry;
  return [
    superior.name + place,
    task.title,
    STATE_NAMES[state],
    carriers.map(({ item, title }) => `${placeOf(draft, item)} ${title}`).join('；'),
    explain(draft, entry),
  ];
}

function explain(draft: Draft, { reasons, suggestion }: CoverageEntry): string {
  if (!suggestion) return reasons.map((reason) => inChinese(...reason)).join('；');
  const { task } = suggestion;
  return `可能是本稿${placeOf(draft, task.item)}“${task.title}”`;
}

function planOrphans(draft: Draft, orphans: readonly TraceLink[]): SheetPlan {
  return {
    name: '查不到的引用',
    title: '查不到的引用',
    columns: [
      { header: '本稿任务', width: 40 },
      { header: '写的是', width: 30 },
      { header: '说明', width: 40 },
    ],
    rows: orphans.map(({ task, label, fault }) => [
      `${placeOf(draft, task.item)} ${task.title}`,
      label,
      fault ? FAULT_NAMES[fault] : '',
    ]),
  };
}
