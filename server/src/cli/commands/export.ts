import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { planDocument } from '../../exporters/document/plan-document';
import type { DocumentPlan } from '../../exporters/document/plan';
import { readProfile } from '../../exporters/document/profile';
import { CliError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { deliver, formatOf } from '../output-file';
import { SurroundingsFinder } from '../surroundings';
import { readSource, warnOfBadBytes } from '../read-source';

type Writer = (plan: DocumentPlan) => Promise<string | Uint8Array>;

/** What a plan can be written as; each writer is loaded when it is asked for. */
const WRITERS: Readonly<Record<string, Writer>> = {
  docx: async (plan) => (await import('../../exporters/docx/write-docx')).writeDocx(plan),
  html: async (plan) => (await import('../../exporters/html/write-html')).writeHtml(plan),
};

export const command: Command = {
  name: 'export',
  summary: '按公文格式（GB/T 9704—2012）导出',
  operands: '文件',
  arity: [1, 1],
  options: [
    {
      name: 'to',
      value: '格式',
      choices: Object.keys(WRITERS),
      summary: '导出格式（默认看 -o 的后缀，否则 docx）',
    },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `字体、页码形式、有无版头版记等由文首的“版式”决定。
例：yaodian export 2026年工作要点.要点.md -o 2026年工作要点.docx`,
  run: exportDraft,
};

async function exportDraft(call: Call, io: Io): Promise<ExitCode> {
  const output = call.valueOf('output');
  const format = call.valueOf('to') ?? formatOf(output, Object.keys(WRITERS)) ?? 'docx';
  const write = WRITERS[format];
  if (write === undefined)
    throw new CliError(`不支持的格式：${format}`, `可用 ${Object.keys(WRITERS).join('、')}。`);
  if (output === undefined) throw new CliError('没有写明导出到哪个文件', `用 -o 文件.${format} 写明。`);
  const source = await readSource(call.operands[0] as string, io);
  const isWhole = warnOfBadBytes(source, io);
  const { readOptions, layout } = new SurroundingsFinder({}, io).find(source.path);
  const draft = readDraft(source.decoded.text, readOptions);
  requireText(draft, source.path);
  const content = await write(planDocument(draft, readProfile(draft, layout)));
  deliver(content, { output, force: call.isOn('force'), inputs: [source.path] }, io);
  return isWhole ? 0 : 2;
}

function requireText(draft: Draft, path: string): void {
  if (draft.title === undefined && draft.outline.length === 0 && draft.preamble.length === 0)
    throw new CliError(`${path} 中没有可导出的内容`, '请确认选对了文件。');
}
