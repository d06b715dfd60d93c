import type { LedgerEntry } from '../tasks/ledger';
import type { SheetPlan } from '../workbook/workbook-plan';
import {
  DEADLINE,
  joinDeadlines,
  joinTargets,
  joinUnits,
  lastDay,
  LEAD,
  NUMBER,
  TARGET,
  TASK,
  UNIT,
} from './sheet-columns';

/** 责任分解表: every task with who does it by when, in the order of the text. */
export function planDivision(title: string, entries: readonly LedgerEntry[]): SheetPlan {
  return {
    name: '责任分解表',
    title: `${title}责任分解表`,
    columns: [NUMBER, TASK, TARGET, LEAD, UNIT, DEADLINE],
    rows: entries.map((entry, i) => [
      i + 1,
      entry.name,
      joinTargets(entry),
      entry.leads.join('、'),
      joinUnits(entry),
      joinDeadlines(entry),
    ]),
  };
}

/** 任务清单: one sheet a unit, with what it leads and what it takes part in. */
export function planUnitLists(
  title: string,
  entries: readonly LedgerEntry[],
  names: UnitNames,
): readonly SheetPlan[] {
  return [...tasksByUnit(entries, names)].map(([unit, tasks]) => ({
    name: unit,
    title: `${title}任务清单（${unit}）`,
    columns: [
      NUMBER,
      TASK,
      TARGET,
      { header: '承担方式', width: 10, centred: true },
      { header: '其他单位', width: 28 },
      DEADLINE,
    ],
    rows: tasks.map(({ entry, part }, i) => [
      i + 1,
      entry.name,
      joinTargets(entry),
      part,
      [...entry.leads, ...entry.units, ...entry.collectives]
        .filter((name) => names.official(name) !== unit)
        .join('、'),
      joinDeadlines(entry),
    ]),
  }));
}

/** What the registry knows of names; without one a name stands for itself. */
export interface UnitNames {
  official(name: string): string;
  /** The units a collective stands for; empty where the registry does not say. */
  membersOf(collective: string): readonly string[];
}

export const PLAIN_NAMES: UnitNames = { official: (name) => name, membersOf: () => [] };

interface Share {
  readonly entry: LedgerEntry;
  readonly part: '牵头' | '责任';
}

/** Units in the order of their first task; one that a collective names as well has the task once. */
function tasksByUnit(
  entries: readonly LedgerEntry[],
  names: UnitNames,
): ReadonlyMap<string, readonly Share[]> {
  const byUnit = new Map<string, Share[]>();
  const add = (unit: string, share: Share): void => {
    const shares = byUnit.get(unit) ?? [];
    if (!shares.some(({ entry }) => entry === share.entry)) shares.push(share);
    byUnit.set(unit, shares);
  };
  for (const entry of entries) {
    for (const name of entry.leads) add(names.official(name), { entry, part: '牵头' });
    for (const name of entry.units) add(names.official(name), { entry, part: '责任' });
    for (const collective of entry.collectives) {
      const members = names.membersOf(collective);
      for (const unit of members.length > 0 ? members : [collective]) add(unit, { entry, part: '责任' });
    }
  }
  return byUnit;
}

/** Tasks by the month their deadline is in, then those whose deadline gives no date, then those without one. */
export function planMonths(title: string, entries: readonly LedgerEntry[]): SheetPlan {
  const ordered = [...entries].sort((a, b) => monthRank(a) - monthRank(b) || order(lastDay(a), lastDay(b)));
  return {
    name: '时限',
    title: `${title}完成时限表`,
    columns: [
      { header: '月份', width: 12, centred: true },
      NUMBER,
      TASK,
      LEAD,
      UNIT,
      DEADLINE,
      { header: '截止日期', width: 12, centred: true },
    ],
    rows: ordered.map((entry, i) => [
      monthOf(entry),
      i + 1,
      entry.name,
      entry.leads.join('、'),
      joinUnits(entry),
      joinDeadlines(entry),
      lastDay(entry),
    ]),
  };
}

function monthOf(entry: LedgerEntry): string {
  const [year, month] = lastDay(entry).split('-');
  if (year && month) return `${year}年${Number(month)}月`;
  return entry.deadlines.length > 0 ? '日期不定' : '未写时限';
}

function monthRank(entry: LedgerEntry): number {
  return lastDay(entry) !== '' ? 0 : entry.deadlines.length > 0 ? 1 : 2;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** How far a task is, as the supervising office enters it. */
export const PROGRESS: readonly string[] = ['未启动', '进行中', '已完成', '滞后'];

/** 督办台账: the tasks with columns for what has come of them. */
export function planSupervision(title: string, entries: readonly LedgerEntry[]): SheetPlan {
  return {
    name: '督办台账',
    title: `${title}督办台账`,
    columns: [
      NUMBER,
      TASK,
      TARGET,
      LEAD,
      UNIT,
      DEADLINE,
      { header: '截止日期', width: 12, input: 'date', centred: true },
      { header: '进展状态', width: 10, input: PROGRESS, centred: true },
      { header: '完成比例', width: 10, input: 'share', centred: true },
      { header: '进展情况', width: 36 },
      { header: '佐证材料', width: 24 },
      { header: '存在问题和下一步', width: 30 },
      { header: '更新日期', width: 12, input: 'date', centred: true },
    ],
    rows: entries.map((entry, i) => [
      i + 1,
      entry.name,
      joinTargets(entry),
      entry.leads.join('、'),
      joinUnits(entry),
      joinDeadlines(entry),
      lastDay(entry),
      '未启动',
      '',
      '',
      '',
      '',
      '',
    ]),
  };
}
