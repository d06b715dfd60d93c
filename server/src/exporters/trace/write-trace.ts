import type { Draft } from '../../dialect/model';
import type { Superior } from '../../trace/superiors';
import { planTrace } from './plan-trace';

/** The table of what becomes of superiors' plans, as a page or a workbook. */
export async function writeTrace(
  draft: Draft,
  superiors: readonly Superior[],
  format: 'html' | 'xlsx',
): Promise<Uint8Array> {
  const sheets = planTrace(draft, superiors);
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('../workbook/write-workbook');
    return writeWorkbook({ sheets });
  }
  const { planLedgerDocument } = await import('../ledgers/plan-ledger-document');
  const { DEFAULT_PROFILE } = await import('../document/profile');
  const { writeHtml } = await import('../html/write-html');
  return new TextEncoder().encode(writeHtml(planLedgerDocument(sheets, DEFAULT_PROFILE)));
}
