import { LineTable } from '../dialect/lines';
import { decodeText, NotTextError } from './decode-text';
import { ImportError } from './import-error';
import type { OfficeConverter } from './office/office-converter';
import { ReportWriter, type ImportedDraft } from './report';
import { t, type Message } from '../localise';

/** Formats that only an office suite reads. */
const OFFICE = ['doc', 'wps', 'odt', 'rtf', 'wpt', 'dot', 'uof', 'uot'];

export interface ImportSource {
  /** The file's name: its ending says what is not to be seen from the content. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Converts old formats; absent where that is not possible. */
  readonly office?: OfficeConverter;
}

/** Makes a draft of a file in any format we read. Throws `ImportError`, in words for the user. */
export async function importFile({ name, bytes, office }: ImportSource): Promise<ImportedDraft> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]) || OFFICE.includes(extension))
    return importDocx(await convert(bytes, OFFICE.includes(extension) ? extension : 'doc', office));
  if (startsWith(bytes, [0x50, 0x4b]) || extension === 'docx') return importDocx(bytes);
  return importAsText(bytes, /^html?$|^mht/.test(extension));
}

/** Loaded when needed: text is imported without reading the libraries for packages and XML. */
async function importDocx(bytes: Uint8Array): Promise<ImportedDraft> {
  return (await import('./docx/import-docx')).importDocx(bytes);
}

function convert(
  bytes: Uint8Array,
  extension: string,
  office: OfficeConverter | undefined,
): Promise<Uint8Array> {
  if (office !== undefined) return office(bytes, extension);
  throw new ImportError(
    t('这里不能导入 .{0} 文件', extension),
    t('请用 Word 或 WPS 打开原文件，另存为 .docx 再导入。'),
  );
}

async function importAsText(bytes: Uint8Array, isHtml: boolean): Promise<ImportedDraft> {
  const { text, problems } = decode(bytes);
  const report = new ReportWriter();
  const lines = LineTable.of(text);
  for (const { offset, message } of problems)
    report.add('attention', message, { line: lines.lineAt(offset) });
  const { importText } = await import('./text/import-text');
  if (!isHtml) return importText(text, report);
  const { readHtml } = await import('./html/read-html');
  return importText(readHtml(text), report);
}

const NOT_TEXT: Readonly<Record<NotTextError['looksLike'], readonly [Message, Message]>> = {
  zip: ['这个压缩文件不是 Word 文档', '请给出 .docx 文件。'],
  ole: ['这是旧版 Office 文件', '请另存为 .docx 再导入。'],
  pdf: ['不能导入 PDF', '请找到原来的 Word 文件；没有时可以从 PDF 里复制文字，用“粘贴为要点”。'],
  binary: ['这不是文本，也不是 Word 文件', '请给出 .docx、.txt 文件。'],
};

function decode(bytes: Uint8Array): ReturnType<typeof decodeText> {
  try {
    return decodeText(bytes);
  } catch (error) {
    if (error instanceof NotTextError) {
      const [what, advice] = NOT_TEXT[error.looksLike];
      throw new ImportError(t(what), t(advice));
    }
    throw error;
  }
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, i) => bytes[i] === byte);
}
