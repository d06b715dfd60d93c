import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { planDocument } from '../../exporters/document/plan-document';
import { placeComments } from '../../exporters/document/place-comments';
import { isExportError } from '../../exporters/export-error';
import { DOCUMENT_FORMATS, writeDocument, type DocumentFormat } from '../../exporters/write-document';
import { readProfile } from '../../exporters/document/profile';
import { planComments } from '../../review/comments/plan-comments';
import { NO_NOTES } from '../../review/notes/note';
import { CliError } from '../cli-error';
import { warnOfErrors } from '../check/warn-of-errors';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { deliver, formatOf } from '../output-file';
import { SurroundingsFinder } from '../surroundings';
import { readNotesOf } from '../review-notes';
import { publishedText, readSource, warnOfBadBytes } from '../read-source';

export const command: Command = {
  name: 'export',
  summary: '按公文格式（GB/T 9704—2012）导出',
  operands: '文件',
  arity: [1, 1],
  options: [
    {
      name: 'to',
      value: '格式',
      choices: DOCUMENT_FORMATS,
      summary: '导出格式（默认看 -o 的后缀，否则 docx）',
    },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件' },
    { name: 'force', summary: '文件已存在时覆盖' },
    {
      name: 'notes',
      summary: '把审稿意见写成 Word 批注（只用于 docx；正式印发的文件不要加）',
    },
    {
      name: 'office',
      value: '程序',
      summary: '导出 pdf 用的 LibreOffice（默认自己找，或看 YAODIAN_OFFICE）',
    },
  ],
  notes: `字体、页码形式、有无版头版记等由文首的“版式”决定。
例：yaodian export 2026年工作要点.要点.md -o 2026年工作要点.docx
    yaodian export 2026年工作要点.要点.md -o 征求意见.docx --notes`,
  run: exportDraft,
};

async function exportDraft(call: Call, io: Io): Promise<ExitCode> {
  const output = call.valueOf('output');
  const format = (call.valueOf('to') ?? formatOf(output, DOCUMENT_FORMATS) ?? 'docx') as DocumentFormat;
  if (output === undefined) throw new CliError('没有写明导出到哪个文件', `用 -o 文件.${format} 写明。`);
  const withNotes = call.isOn('notes');
  if (withNotes && format !== 'docx')
    throw new CliError(`${format} 文件没有批注，不能加 --notes`, '导出 docx 才能带审稿意见。');
  const source = await readSource(call.operands[0] as string, io);
  const isWhole = warnOfBadBytes(source, io);
  const { readOptions, layout } = new SurroundingsFinder({}, io).find(source.path);
  const draft = readDraft(await publishedText(source), readOptions);
  requireText(draft, source.path);
  const notes = withNotes ? readNotesOf(source.path, io) : NO_NOTES;
  const document = planDocument(draft, readProfile(draft, layout));
  const plan = placeComments(document, draft.text, planComments(draft, notes));
  const content = await write(plan, format, { named: call.valueOf('office'), env: io.env });
  deliver(content, { output, force: call.isOn('force'), inputs: [source.path] }, io);
  if (withNotes) io.stderr.write(`审稿意见 ${notes.size} 条写成了批注\n`);
  await warnOfErrors(source.path, io);
  return isWhole ? 0 : 2;
}

async function write(
  plan: Parameters<typeof writeDocument>[0],
  format: DocumentFormat,
  office: { readonly named: string | undefined; readonly env: Io['env'] },
): Promise<Uint8Array> {
  try {
    return await writeDocument(plan, format, async (docx) => {
      const { writePdf } = await import('../../exporters/pdf/write-pdf');
      return writePdf(docx, { ...office, platform: process.platform });
    });
  } catch (error) {
    throw isExportError(error) ? new CliError(error.message, error.advice) : error;
  }
}

function requireText(draft: Draft, path: string): void {
  if (draft.title === undefined && draft.outline.length === 0 && draft.preamble.length === 0)
    throw new CliError(`${path} 中没有可导出的内容`, '请确认选对了文件。');
}
