import type { Draft, Task } from '../../dialect/model';
import { planDivision } from '../ledgers/plan-ledgers';
import { planSheetTable } from '../ledgers/plan-sheet-table';
import { planLedger } from '../tasks/ledger';
import type { ClauseStyle, ExportProfile, TablePlan } from './plan';

/** 责任分解表 that goes out with the document as its last attachment. */
export interface DivisionAttachment {
  /** Among the attachments, from 1. */
  readonly number: number;
  readonly title: string;
  readonly table: TablePlan;
}

/** The same table as the ledger's; undefined where the profile wants none, or the draft brings its own. */
export function planDivisionAttachment(
  draft: Draft,
  { division, clauses, margins }: ExportProfile,
): DivisionAttachment | undefined {
  // What is left out of the text, the table has to say.
  if (!(division || clauses === 'left-out') || bringsDivision(draft, clauses)) return undefined;
  const sheet = planDivision(draft.title?.value ?? '', planLedger('', draft));
  if (sheet.rows.length === 0) return undefined;
  const { attachments, attachmentsListed, notice } = draft;
  const listed = attachmentsListed.length > 0 ? attachmentsListed : notice.listed;
  const numbers = attachments.map(({ number }) => number ?? 0);
  return {
    number: Math.max(listed.length, attachments.length, ...numbers) + 1,
    title: sheet.title,
    table: planSheetTable(sheet, margins),
  };
}

/** Where the text leaves the clauses out, the draft's own table must have all the tasks that had one. */
function bringsDivision({ attachments, attachmentsListed, tasks }: Draft, clauses: ClauseStyle): boolean {
  const isTold = ({ fields, rows }: Task): boolean =>
    rows.length > 0 || !fields.clauses.some(({ kind }) => kind === 'bracket');
  if (clauses === 'left-out' && !tasks.every(isTold)) return false;
  const titles = [
    ...attachments.map(({ title }) => title?.value ?? ''),
    ...attachmentsListed.map(({ title }) => title),
  ];
  return titles.some((title) => /责任分解表$/.test(title));
}
