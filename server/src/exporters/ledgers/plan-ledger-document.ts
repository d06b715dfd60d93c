import { blank, titleParagraph } from '../document/paragraphs';
import type { DocumentPlan, ExportProfile } from '../document/plan';
import { breakTitle } from '../document/title-lines';
import { planSheetTable } from './plan-sheet-table';
import type { SheetPlan } from '../workbook/workbook-plan';

/** Ledgers as a document of their own, each on turned pages: title, table with its header on every page. */
export function planLedgerDocument(sheets: readonly SheetPlan[], profile: ExportProfile): DocumentPlan {
  return {
    title: sheets[0]?.title ?? '',
    profile,
    sections: sheets.map((sheet) => ({
      orientation: 'landscape',
      blocks: [
        titleParagraph(breakTitle(sheet.title, [], profile.titleShape, 'landscape')),
        blank(),
        planSheetTable(sheet, profile.margins),
      ],
    })),
  };
}
