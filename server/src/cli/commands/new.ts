import { basename, dirname } from 'node:path';
import { readDraft } from '../../dialect/draft';
import { DRAFT_KINDS, blankDraft, type DraftKind } from '../../drafting/blank-draft';
import { isDraftingError } from '../../drafting/drafting-error';
import { takeToNextYear, type NextYear } from '../../drafting/next-year';
import { rebasePath } from '../../drafting/rebase-path';
import { importFile } from '../../importers/import-file';
import { isImportError } from '../../importers/import-error';
import { CliError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { deliver } from '../output-file';
import { readSource } from '../read-source';
import { SurroundingsFinder } from '../surroundings';

const YEAR = /^20\d\d$/;

export const command: Command = {
  name: 'new',
  summary: '起草新稿：空白稿，或沿用上年的稿件',
  operands: '[上年稿件]',
  arity: [0, 1],
  options: [
    {
      name: 'kind',
      value: '种类',
      choices: DRAFT_KINDS,
      fallback: 'notice',
      summary: '空白稿的种类：notice 印发通知和要点，plan 只有要点，division 责任分工方案',
    },
    { name: 'year', value: '年份', summary: '新稿的年度（沿用上年时默认为下一年）' },
    { name: 'issuer', value: '机关', summary: '空白稿的发文机关' },
    { name: 'subject', value: '事项', summary: '空白稿的事项，如 云溪县安全生产' },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件；已有的文件不覆盖' },
  ],
  notes: `给出上年稿件（.要点.md、.txt、.docx 等）时沿用它：年份改为新的年度，文号、日期和完成时限留出“××”，
拿不准的地方标“【待核实】”，都会列在检查结果里。
例：yaodian new --year 2027 --issuer 云溪县人民政府 --subject 云溪县安全生产 -o 2027年.要点.md
    yaodian new 往年/2026年工作要点.要点.md -o 2027年工作要点.要点.md`,
  run: startDraft,
};

async function startDraft(call: Call, io: Io): Promise<ExitCode> {
  const [source] = call.operands;
  const year = yearOf(call);
  const text = source === undefined ? blank(call, year) : await nextYear(source, { call, year, io });
  deliver(text, { output: call.valueOf('output'), force: false, inputs: source ? [source] : [] }, io);
  return 0;
}

function yearOf(call: Call): number | undefined {
  const written = call.valueOf('year');
  if (written === undefined) return undefined;
  if (!YEAR.test(written)) throw new CliError(`年份“${written}”不对`, '请写四位年份，如 --year 2027。');
  return Number(written);
}

function blank(call: Call, year: number | undefined): string {
  if (year === undefined) throw new CliError('没有写明新稿的年度', '用 --year 写明，如 --year 2027。');
  return blankDraft({
    kind: call.valueOf('kind') as DraftKind,
    year,
    issuer: call.valueOf('issuer') ?? '',
    subject: call.valueOf('subject') ?? '',
  });
}

interface Taking {
  readonly call: Call;
  readonly year: number | undefined;
  readonly io: Io;
}

async function nextYear(source: string, { call, year, io }: Taking): Promise<string> {
  const output = call.valueOf('output');
  const folders = output === undefined ? undefined : ([dirname(source), dirname(output)] as const);
  const rebase = folders ? (file: string) => rebasePath(file, ...folders) : undefined;
  const { readOptions } = new SurroundingsFinder({}, io).find(source);
  try {
    const draft = readDraft(await draftText(source, io), readOptions);
    const taken = takeToNextYear(draft, { year, ...(rebase ? { rebase } : {}) });
    io.stderr.write(summarise(basename(source), taken));
    return taken.text;
  } catch (error) {
    if (isDraftingError(error) || isImportError(error))
      throw new CliError(`没有沿用 ${source}：${error.message}`, error.advice);
    throw error;
  }
}

/** A draft as it is; any other file as an import would make a draft of it. */
async function draftText(source: string, io: Io): Promise<string> {
  if (/\.md$/i.test(source)) return (await readSource(source, io)).decoded.text;
  const bytes = io.files.read(source);
  const office = io.office ? { office: io.office } : {};
  return (await importFile({ name: basename(source), bytes, ...office })).text;
}

function summarise(name: string, { year, years, deadlines, doubts, targets }: NextYear): string {
  return [
    `已沿用 ${name}：${years} 处年份改为${year}年，${deadlines} 处完成时限待重新确定，${doubts} 处年份待核实。`,
    ...(targets > 0 ? [`${targets} 处目标照旧，请逐项核定。`] : []),
    '用 yaodian check 列出待填写和待核实的各处。',
    '',
  ].join('\n');
}
