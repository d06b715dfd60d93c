import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { applyEdits } from '../../dialect/range';
import { coverageOf } from '../../trace/coverage';
import { rememberDigests } from '../../trace/remember-digests';
import type { Superiors } from '../../trace/superiors';
import { writeBack } from '../check/write-back';
import { CliError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { deliver, formatOf } from '../output-file';
import { STDIN, publishedText, readSource, warnOfBadBytes } from '../read-source';
import { SuperiorFinder } from '../superior-finder';
import { SurroundingsFinder } from '../surroundings';

const FORMATS = ['text', 'json', 'html', 'xlsx'];

export const command: Command = {
  name: 'trace',
  summary: '对照上级要点：哪些落实了、哪些没有',
  operands: '稿件',
  arity: [1, 1],
  options: [
    {
      name: 'format',
      value: '格式',
      choices: FORMATS,
      summary: '输出格式（默认看 -o 的后缀，否则 text）',
    },
    { name: 'output', short: 'o', value: '文件', summary: '把结果写到文件' },
    { name: 'force', summary: '-o 的文件已存在时覆盖' },
    { name: 'confirm', summary: '把上级各项现在的内容记到稿件文首的“落实核对”，以后改了会提醒' },
  ],
  notes: `上级要点写在稿件文首的“上级要点”里；任务用〔落实：市要点第12项〕写明落实哪一项。
例：yaodian trace 2026年工作要点.要点.md
    yaodian trace 2026年工作要点.要点.md -o 落实情况.xlsx`,
  run: trace,
};

async function trace(call: Call, io: Io): Promise<ExitCode> {
  const [path = ''] = call.operands;
  const source = await readSource(path, io);
  const isWhole = warnOfBadBytes(source, io);
  const { readOptions } = new SurroundingsFinder({}, io).find(path);
  const draft = readDraft(await publishedText(source), readOptions);
  const superiors = await new SuperiorFinder(io).find(path, draft, readOptions);
  for (const { message } of superiors.missing) io.stderr.write(`警告：${message}\n`);
  if (superiors.plans.length === 0)
    throw new CliError(`${path} 没有可以对照的上级要点`, '在稿件文首写“上级要点: 文件的路径”。');
  if (call.isOn('confirm')) {
    if (path === STDIN) throw new CliError('标准输入没有文件可以写回', '给出稿件的路径。');
    const edits = rememberDigests(draft, coverageOf(draft, superiors.plans).links);
    writeBack(source, applyEdits(draft.text, edits), io.files);
    io.stderr.write(edits.length > 0 ? `已在 ${path} 记下上级各项现在的内容\n` : '没有要记的\n');
  }
  const output = call.valueOf('output');
  const format = call.valueOf('format') ?? formatOf(output, FORMATS) ?? 'text';
  const content = await contentOf(draft, superiors, format);
  deliver(content, { output, force: call.isOn('force'), inputs: [path] }, io);
  return isWhole && superiors.missing.length === 0 ? 0 : 2;
}

async function contentOf(draft: Draft, { plans }: Superiors, format: string): Promise<string | Uint8Array> {
  if (format === 'json') {
    const { traceJson } = await import('../json/trace-json');
    return `${JSON.stringify(traceJson(draft, plans), null, 2)}\n`;
  }
  if (format === 'text') return (await import('../trace-text')).traceText(draft, plans);
  const { writeTrace } = await import('../../exporters/trace/write-trace');
  return writeTrace(draft, plans, format === 'xlsx' ? 'xlsx' : 'html');
}
