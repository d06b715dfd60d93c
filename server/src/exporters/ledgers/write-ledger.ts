import type { ExportProfile } from '../document/plan';
import type { LedgerEntry } from '../tasks/ledger';
import { planDivision, planMonths, planSupervision, planUnitLists, type UnitNames } from './plan-ledgers';
import type { SheetPlan } from '../workbook/workbook-plan';

export type LedgerKind = '分解表' | '单位清单' | '时限' | '督办' | '日历';
export type LedgerFormat = 'xlsx' | 'docx' | 'html' | 'ics';

/** What each ledger can be written as, the usual first. */
export const LEDGER_FORMATS: Readonly<Record<LedgerKind, readonly LedgerFormat[]>> = {
  分解表: ['xlsx', 'docx', 'html'],
  单位清单: ['xlsx', 'docx', 'html'],
  时限: ['xlsx', 'docx', 'html'],
  督办: ['xlsx'],
  日历: ['ics'],
};

/** What ledgers are made from. */
export interface LedgerSource {
  /** The plan's title; empty where there are several. */
  readonly title: string;
  readonly entries: readonly LedgerEntry[];
  readonly names: UnitNames;
  /** 版式 of the ledgers that are documents. */
  readonly profile: ExportProfile;
}

/** `now` is the stamp of a calendar, which tells newer from older; nothing else depends on the clock. */
export async function writeLedger(
  kind: LedgerKind,
  format: LedgerFormat,
  source: LedgerSource,
  now: Date,
): Promise<string | Uint8Array> {
  const { title, entries, names } = source;
  if (kind === '日历') {
    const { writeCalendar } = await import('./write-calendar');
    return writeCalendar(title, entries, { now });
  }
  const sheets: Record<Exclude<LedgerKind, '日历'>, () => readonly SheetPlan[]> = {
    分解表: () => [planDivision(title, entries)],
    单位清单: () => planUnitLists(title, entries, names),
    时限: () => [planMonths(title, entries)],
    督办: () => [planSupervision(title, entries)],
  };
  return writeSheets(sheets[kind](), format, source.profile);
}

/** 单位清单 with a workbook for each unit: its file's name and its content, made one after the other. */
export async function* writeUnitLists({
  title,
  entries,
  names,
  profile,
}: LedgerSource): AsyncGenerator<{ readonly name: string; readonly content: string | Uint8Array }> {
  for (const sheet of planUnitLists(title, entries, names))
    yield {
      name: `${fileName(sheet.name)}任务清单.xlsx`,
      content: await writeSheets([sheet], 'xlsx', profile),
    };
}

/** Without the characters that some system does not have in a file's name. */
function fileName(unit: string): string {
  return unit.replace(/[\\/:*?"<>|\s]/g, '');
}

async function writeSheets(
  sheets: readonly SheetPlan[],
  format: LedgerFormat,
  profile: ExportProfile,
): Promise<string | Uint8Array> {
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('../workbook/write-workbook');
    return writeWorkbook({ sheets });
  }
  const { planLedgerDocument } = await import('./plan-ledger-document');
  const plan = planLedgerDocument(sheets, profile);
  return format === 'html'
    ? (await import('../html/write-html')).writeHtml(plan)
    : (await import('../docx/write-docx')).writeDocx(plan);
}
