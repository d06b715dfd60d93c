import { readDraft } from '../../dialect/draft';
import type { LedgerLayout } from '../../exporters/tasks/columns';
import { groupEntries, type Grouping } from '../../exporters/tasks/group-entries';
import { planLedger } from '../../exporters/tasks/ledger';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts } from '../find-drafts';
import type { Io } from '../io';
import { tasksJson, type NamedDraft } from '../json/tasks-json';
import { deliver, formatOf } from '../output-file';
import { SurroundingsFinder } from '../surroundings';
import { publishedText, readSource, warnOfBadBytes } from '../read-source';

type Format = 'table' | 'json' | 'csv' | 'xlsx' | 'md';
type Writer = (
  drafts: readonly NamedDraft[],
  by: Grouping | undefined,
  io: Io,
) => Promise<string | Uint8Array>;

const WRITERS: Readonly<Record<Format, Writer>> = {
  table: async (drafts, by, io) => {
    const { ledgerTable } = await import('../../exporters/tasks/table');
    return ledgerTable(layOut(drafts, by), io.stdout.columns ?? PIPE_COLUMNS);
  },
  json: (drafts) => Promise.resolve(`${JSON.stringify(tasksJson(drafts), null, 2)}\n`),
  csv: async (drafts, by) => (await import('../../exporters/tasks/csv')).ledgerCsv(layOut(drafts, by)),
  md: async (drafts, by) =>
    (await import('../../exporters/tasks/markdown')).ledgerMarkdown(layOut(drafts, by)),
  xlsx: async (drafts, by) => {
    const { planTaskSheet } = await import('../../exporters/tasks/plan-task-sheet');
    const { writeWorkbook } = await import('../../exporters/workbook/write-workbook');
    return writeWorkbook({ sheets: [planTaskSheet(layOut(drafts, by))] });
  },
};

/** Where there is no terminal to ask how wide it is. */
const PIPE_COLUMNS = 120;

export const command: Command = {
  name: 'tasks',
  summary: '列出任务台账：每项任务的目标、责任单位和完成时限',
  operands: '路径…',
  arity: [1, Infinity],
  options: [
    {
      name: 'format',
      value: '格式',
      choices: Object.keys(WRITERS),
      summary: '输出格式（默认看 -o 的后缀，否则 table）',
    },
    {
      name: 'by',
      value: '方式',
      choices: ['section', 'unit', 'deadline'],
      summary: '按章节、单位或时限分组（json 不分组）',
    },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `附件里的任务表也列入台账，跟在所属任务之后。
例：yaodian tasks 2026年工作要点.要点.md
    yaodian tasks 稿件/ --by unit -o 台账.xlsx`,
  run: listTasks,
};

async function listTasks(call: Call, io: Io): Promise<ExitCode> {
  const output = call.valueOf('output');
  const format = (call.valueOf('format') ?? formatOf(output, Object.keys(WRITERS)) ?? 'table') as Format;
  if (format === 'xlsx' && output === undefined && io.stdout.isTerminal) {
    throw new CliError('xlsx 不能显示在终端里', '用 -o 台账.xlsx 写到文件。');
  }
  const { paths, failures } = findDrafts(call.operands, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  const { drafts, isWhole } = await readAll(paths, io);
  if (drafts.length === 0) return 2;
  const content = await WRITERS[format](drafts, call.valueOf('by') as Grouping | undefined, io);
  deliver(content, { output, force: call.isOn('force'), inputs: paths }, io);
  return isWhole && failures.length === 0 ? 0 : 2;
}

async function readAll(
  paths: readonly string[],
  io: Io,
): Promise<{ drafts: NamedDraft[]; isWhole: boolean }> {
  const drafts: NamedDraft[] = [];
  const finder = new SurroundingsFinder({}, io);
  let isWhole = true;
  for (const path of paths) {
    try {
      const source = await readSource(path, io);
      isWhole = warnOfBadBytes(source, io) && isWhole;
      drafts.push({ path, draft: readDraft(await publishedText(source), finder.find(path).readOptions) });
    } catch (error) {
      io.stderr.write(formatError(error));
      isWhole = false;
    }
  }
  return { drafts, isWhole };
}

function layOut(drafts: readonly NamedDraft[], by: Grouping | undefined): LedgerLayout {
  const entries = drafts.flatMap(({ path, draft }) => planLedger(path, draft));
  return { groups: groupEntries(entries, by), by, severalFiles: drafts.length > 1 };
}
