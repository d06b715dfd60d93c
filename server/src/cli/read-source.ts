import { decodeText, NotTextError, type DecodedText } from '../importers/decode-text';
import { joinPublished } from '../importers/published-text';
import { LineTable } from '../dialect/lines';
import { CliError } from './cli-error';
import type { Io } from './io';
import { t, type Message } from '../localise';

/** The name that stands for standard input among the paths. */
export const STDIN = '-';

export interface Source {
  /** As the user gave it, or the folder the user gave and the way from there. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly decoded: DecodedText;
}

export async function readSource(path: string, io: Io): Promise<Source> {
  return decodeSource(path, path === STDIN ? await io.readStdin() : io.files.read(path));
}

export function decodeSource(path: string, bytes: Uint8Array): Source {
  try {
    return { path, bytes, decoded: decodeText(bytes) };
  } catch (error) {
    if (error instanceof NotTextError) throw describeNotText(path, error);
    throw error;
  }
}

/** What is read of a source: of a published text, its paragraphs whole. */
export function publishedText({ path, decoded: { text } }: Source): Promise<string> {
  return joinPublished(path, text);
}

/** One line a bad byte, with the place where an editor shows it. */
export function describeDecodingProblems({ path, decoded }: Source): string[] {
  const lines = LineTable.of(decoded.text);
  return decoded.problems.map(
    ({ offset, message }) => `${path}:${lines.lineAt(offset)}:${lines.columnAt(offset)} ${message}`,
  );
}

const KINDS: Readonly<Record<NotTextError['looksLike'], Message>> = {
  zip: '压缩格式的文件（如 .docx、.xlsx）',
  ole: '旧版 Office 文件（如 .doc、.wps）',
  pdf: 'PDF 文件',
  binary: '二进制文件',
};

function describeNotText(path: string, { looksLike }: NotTextError): CliError {
  const isWord = looksLike === 'zip' || looksLike === 'ole';
  const advice = isWord
    ? t('先用 yaodian import 转成要点稿。')
    : t('请给出 .要点.md、.md 或 .txt 文本文件。');
  return new CliError(t('不是文本：{0} 是{1}', path, t(KINDS[looksLike])), advice);
}

/** Says on stderr where a file could not be read; false when it could not be read whole. */
export function warnOfBadBytes(source: Source, io: Io): boolean {
  for (const line of describeDecodingProblems(source)) io.stderr.write(t('警告：{0}\n', line));
  return source.decoded.problems.length === 0;
}
