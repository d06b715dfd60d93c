import { extname } from 'node:path';
import { CliError } from './cli-error';
import type { Io } from './io';
import { t } from '../localise';

export interface Destination {
  /** Standard output where absent or `-`. */
  readonly output: string | undefined;
  readonly force: boolean;
  /** What was read: never overwritten, not even with force. */
  readonly inputs: readonly string[];
}

/** The format a file name asks for by its ending. */
export function formatOf(output: string | undefined, formats: readonly string[]): string | undefined {
  const ending = output === undefined ? '' : extname(output).slice(1).toLowerCase();
  return formats.find((format) => format === ending);
}

export function deliver(content: string | Uint8Array, { output, force, inputs }: Destination, io: Io): void {
  if (output === undefined || output === '-') {
    io.stdout.write(content);
    return;
  }
  if (isOneOf(output, inputs, io)) {
    throw new CliError(t('输出文件 {0} 就是输入的稿件，没有覆盖', output), t('请换一个文件名。'));
  }
  io.files.write(output, typeof content === 'string' ? new TextEncoder().encode(content) : content, force);
  io.stderr.write(t('已写入 {0}\n', output));
}

function isOneOf(output: string, inputs: readonly string[], io: Io): boolean {
  if (io.files.kindOf(output) !== 'file') return false;
  const real = io.files.realPath(output);
  return inputs.some((input) => io.files.kindOf(input) === 'file' && io.files.realPath(input) === real);
}
