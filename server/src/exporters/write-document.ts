import type { DocumentPlan } from './document/plan';

/** What a planned document can be written as. */
export const DOCUMENT_FORMATS = ['docx', 'html', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** Makes a PDF of a Word package, where there is a program for it. */
export type PdfWriter = (docx: Uint8Array) => Promise<Uint8Array>;

/** Each writer is loaded when it is asked for. */
export async function writeDocument(
  plan: DocumentPlan,
  format: DocumentFormat,
  writePdf: PdfWriter,
): Promise<Uint8Array> {
  if (format === 'html') return new TextEncoder().encode((await import('./html/write-html')).writeHtml(plan));
  const { writeDocx } = await import('./docx/write-docx');
  if (format === 'docx') return writeDocx(plan);
  // LibreOffice misreads Word's grid of lines and characters; exact pitches come out as planned.
  const portable: DocumentPlan = { ...plan, profile: { ...plan.profile, grid: 'portable' } };
  return writePdf(await writeDocx(portable));
}
