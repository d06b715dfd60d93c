import type { DocumentPlan } from './document/plan';
import type { PdfOptions } from './pdf/write-pdf';

/** What a planned document can be written as. */
export const DOCUMENT_FORMATS = ['docx', 'html', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Each writer is loaded when it is asked for. */
export async function writeDocument(
  plan: DocumentPlan,
  format: DocumentFormat,
  office: PdfOptions,
): Promise<string | Uint8Array> {
  if (format === 'html') return (await import('./html/write-html')).writeHtml(plan);
  const { writeDocx } = await import('./docx/write-docx');
  if (format === 'docx') return writeDocx(plan);
  const { writePdf } = await import('./pdf/write-pdf');
  // LibreOffice misreads Word's grid of lines and characters; exact pitches come out as planned.
  const portable: DocumentPlan = { ...plan, profile: { ...plan.profile, grid: 'portable' } };
  return writePdf(await writeDocx(portable), office);
}
