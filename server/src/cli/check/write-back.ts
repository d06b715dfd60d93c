import { encodeText } from '../../importers/encode-text';
import { CliError } from '../cli-error';
import { FileError, type Files } from '../io';
import type { Source } from '../read-source';
import { t } from '../../localise';

/**
 * Writes a repaired text to the file it was read from: same encoding, byte order mark and line ends, in one step. A
 * text that is as it was is not written at all; a file that is damaged or has changed meanwhile is left alone.
 */
export function writeBack({ path, bytes, decoded }: Source, text: string, files: Files): void {
  if (text === decoded.text) return;
  if (decoded.problems.length > 0) {
    throw new CliError(
      t('没有修复 {0}：文件里有读不成字的字节，写回会丢失内容', path),
      t('先用编辑器改正编码，再运行 --fix。'),
    );
  }
  const content = encodeText(withLineEndsOf(decoded.text, text), decoded.encoding, decoded.hasMark);
  if (!isEqual(files.read(path), bytes)) throw new FileError(path, 'ECHANGED');
  files.replace(path, content);
}

/** A repair may insert lines and knows nothing of line ends: in a file that has only CRLF, so shall they. */
function withLineEndsOf(original: string, text: string): string {
  const hasOnlyCrlf = original.includes('\r\n') && !/(?<!\r)\n/u.test(original);
  return hasOnlyCrlf ? text.replace(/(?<!\r)\n/gu, '\r\n') : text;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
