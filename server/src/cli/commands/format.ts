import { readDraft } from '../../dialect/draft';
import { formatText } from '../../dialect/format/format-draft';
import { CliError, formatError } from '../cli-error';
import { writeBack } from '../check/write-back';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts } from '../find-drafts';
import type { Io } from '../io';
import { deliver } from '../output-file';
import { readSource, STDIN, warnOfBadBytes, type Source } from '../read-source';
import { SurroundingsFinder } from '../surroundings';

export const command: Command = {
  name: 'format',
  summary: '把要点稿排成规范写法：段间空行、标题的 #、序号和条款的标点、表格对齐；文字不变',
  operands: '路径…',
  arity: [1, Infinity],
  options: [
    { name: 'check', summary: '不写任何文件，列出还没有排好的稿件；有则退出码为 1' },
    { name: 'write', summary: '写回原文件（编码、换行不变）' },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件（只能排一份稿件）' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `没有写 --check、--write 和 -o 时，排好的稿件写到标准输出。
例：yaodian format 2026年工作要点.要点.md --write`,
  run: formatDrafts,
};

interface Formatted {
  readonly source: Source;
  readonly text: string;
}

async function formatDrafts(call: Call, io: Io): Promise<ExitCode> {
  const { paths, failures } = findDrafts(call.operands, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  const several = call.isOn('check') || call.isOn('write');
  if (paths.length > 1 && !several)
    throw new CliError(
      '一次只能输出一份稿件',
      '排多份稿件时用 --write 写回，或用 --check 只看哪些没有排好。',
    );
  const finder = new SurroundingsFinder({}, io);
  let code: ExitCode = failures.length > 0 ? 2 : 0;
  for (const path of paths) {
    try {
      code = Math.max(code, settle(await formatOne(path, finder, io), call, io)) as ExitCode;
    } catch (error) {
      io.stderr.write(formatError(error));
      code = 2;
    }
  }
  return code;
}

async function formatOne(path: string, finder: SurroundingsFinder, io: Io): Promise<Formatted> {
  const source = await readSource(path, io);
  warnOfBadBytes(source, io);
  const { readOptions } = finder.find(path);
  return { source, text: formatText(source.decoded.text, (text) => readDraft(text, readOptions)) };
}

function settle({ source, text }: Formatted, call: Call, io: Io): ExitCode {
  const { path, decoded } = source;
  const isFormatted = text === decoded.text;
  if (call.isOn('check')) {
    if (!isFormatted) io.stdout.write(`${path}\n`);
    return isFormatted ? 0 : 1;
  }
  if (call.isOn('write') && path !== STDIN) {
    writeBack(source, text, io.files);
    if (!isFormatted) io.stderr.write(`已排好 ${path}\n`);
  } else deliver(text, { output: call.valueOf('output'), force: call.isOn('force'), inputs: [path] }, io);
  return 0;
}
