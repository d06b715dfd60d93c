import type { LedgerEntry } from '../tasks/ledger';

/** A workbook in plain data: what stands in which cell, what may be entered there. Tests speak about this. */
export interface WorkbookPlan {
  readonly sheets: readonly SheetPlan[];
}

export interface SheetPlan {
  readonly name: string;
  /** Above the table. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface SheetColumn {
  readonly header: string;
  /** In characters of a spreadsheet's default font; Chinese ones take two. */
  readonly width: number;
  /** What people may enter: one of these, a share of 0–1, or a date. Absent: any text. */
  readonly input?: readonly string[] | 'share' | 'date';
}

export const NUMBER = { header: '序号', width: 6 };
export const TASK = { header: '重点任务', width: 30 };
export const TARGET = { header: '目标和措施', width: 40 };
export const LEAD = { header: '牵头单位', width: 20 };
export const UNIT = { header: '责任单位', width: 28 };
export const DEADLINE = { header: '完成时限', width: 16 };

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
