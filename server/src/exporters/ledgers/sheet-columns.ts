import type { LedgerEntry } from '../tasks/ledger';
import type { SheetColumn } from '../workbook/workbook-plan';

export const NUMBER: SheetColumn = { header: '序号', width: 6, centred: true };
export const TASK = { header: '重点任务', width: 30 };
export const TARGET = { header: '目标和措施', width: 40 };
export const LEAD = { header: '牵头单位', width: 20 };
export const UNIT = { header: '责任单位', width: 28 };
export const DEADLINE: SheetColumn = { header: '完成时限', width: 16, centred: true };

export function joinTargets({ targets, frequencies }: LedgerEntry): string {
  return [...targets, ...frequencies].join('；');
}

export function joinUnits({ units, collectives }: LedgerEntry): string {
  return [...units, ...collectives].join('、');
}

export function joinDeadlines({ deadlines }: LedgerEntry): string {
  return deadlines.map(({ text }) => text).join('；');
}

/** The last day allowed, of all its deadlines the latest; empty where none can be told. */
export function lastDay({ deadlines }: LedgerEntry): string {
  return deadlines.reduce((last, { date = '' }) => (date > last ? date : last), '');
}
