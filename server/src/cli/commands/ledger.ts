import { join } from 'node:path';
import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { DEFAULT_PROFILE } from '../../exporters/document/profile';
import {
  PLAIN_NAMES,
  planDivision,
  planMonths,
  planSupervision,
  planUnitLists,
  type UnitNames,
} from '../../exporters/ledgers/plan-ledgers';
import type { SheetPlan } from '../../exporters/ledgers/sheet-plan';
import { planLedger, type LedgerEntry } from '../../exporters/tasks/ledger';
import type { Registry } from '../../registry/registry';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts } from '../find-drafts';
import type { Io } from '../io';
import { deliver, formatOf } from '../output-file';
import { readSource, warnOfBadBytes } from '../read-source';
import { RegistryFinder } from '../registry-finder';
import { SurroundingsFinder } from '../surroundings';

type Kind = '分解表' | '单位清单' | '时限' | '督办' | '日历';
type Format = 'xlsx' | 'docx' | 'html' | 'ics';

/** What each ledger can be written as, the usual first. */
const FORMATS: Readonly<Record<Kind, readonly Format[]>> = {
  分解表: ['xlsx', 'docx', 'html'],
  单位清单: ['xlsx', 'docx', 'html'],
  时限: ['xlsx', 'docx', 'html'],
  督办: ['xlsx'],
  日历: ['ics'],
};

export const command: Command = {
  name: 'ledger',
  summary: '由任务生成工作台账：责任分解表、各单位任务清单、时限表、督办台账、日历',
  operands: '路径…',
  arity: [1, Infinity],
  options: [
    { name: 'kind', value: '种类', choices: Object.keys(FORMATS), summary: '哪一种台账（默认 分解表）' },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件；单位清单写到文件夹时每个单位一个文件' },
    { name: 'registry', value: '文件', summary: '单位名录：合并简称，展开“各乡镇（街道）”一类的单位' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `格式看 -o 的后缀：分解表、单位清单、时限可用 xlsx、docx、html，督办用 xlsx，日历用 ics。
例：yaodian ledger 2026年工作要点.要点.md -o 责任分解表.docx
    yaodian ledger 稿件/ --kind 单位清单 -o 各单位任务清单.xlsx
    yaodian ledger 稿件/ --kind 日历 -o 完成时限.ics`,
  run: makeLedger,
};

interface Source {
  readonly title: string;
  readonly entries: readonly LedgerEntry[];
  readonly names: UnitNames;
}

async function makeLedger(call: Call, io: Io): Promise<ExitCode> {
  const kind = (call.valueOf('kind') ?? '分解表') as Kind;
  const output = call.valueOf('output');
  if (output === undefined)
    throw new CliError('没有写明写到哪个文件', `用 -o 文件.${FORMATS[kind][0]} 写明。`);
  const intoFolder = kind === '单位清单' && io.files.kindOf(output) === 'folder';
  const format = intoFolder ? 'xlsx' : (formatOf(output, FORMATS[kind]) as Format | undefined);
  if (format === undefined)
    throw new CliError(
      `${kind}不能写成 ${output}`,
      `后缀可用 ${FORMATS[kind].map((name) => `.${name}`).join('、')}。`,
    );
  const { paths, failures } = findDrafts(call.operands, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  const { source, isWhole } = await gather(paths, call, io);
  if (source.entries.length === 0)
    throw new CliError('稿件里没有任务，没有生成台账', '可先用 yaodian tasks 看看识别出了哪些任务。');
  const write = (content: string | Uint8Array, to: string): void =>
    deliver(content, { output: to, force: call.isOn('force'), inputs: paths }, io);
  if (intoFolder)
    for (const sheet of planUnitLists(source.title, source.entries, source.names))
      write(await writeSheets([sheet], 'xlsx'), join(output, `${fileName(sheet.name)}任务清单.xlsx`));
  else write(await contentOf(kind, format, source), output);
  return isWhole && failures.length === 0 ? 0 : 2;
}

/** Characters that no system has in a file's name. */
function fileName(unit: string): string {
  return unit.replace(/[\\/:*?"<>|\s]/g, '');
}

async function contentOf(
  kind: Kind,
  format: Format,
  { title, entries, names }: Source,
): Promise<string | Uint8Array> {
  if (kind === '日历') {
    const { writeCalendar } = await import('../../exporters/ledgers/write-calendar');
    return writeCalendar(title, entries, { now: new Date() });
  }
  const sheets: Record<Exclude<Kind, '日历'>, () => readonly SheetPlan[]> = {
    分解表: () => [planDivision(title, entries)],
    单位清单: () => planUnitLists(title, entries, names),
    时限: () => [planMonths(title, entries)],
    督办: () => [planSupervision(title, entries)],
  };
  return writeSheets(sheets[kind](), format);
}

async function writeSheets(sheets: readonly SheetPlan[], format: Format): Promise<string | Uint8Array> {
  if (format === 'xlsx') {
    const { writeWorkbook } = await import('../../exporters/ledgers/write-workbook');
    return writeWorkbook({ sheets }, { now: new Date() });
  }
  const { planLedgerDocument } = await import('../../exporters/ledgers/plan-ledger-document');
  const plan = planLedgerDocument(sheets, DEFAULT_PROFILE);
  return format === 'html'
    ? (await import('../../exporters/html/write-html')).writeHtml(plan)
    : (await import('../../exporters/docx/write-docx')).writeDocx(plan);
}

async function gather(
  paths: readonly string[],
  call: Call,
  io: Io,
): Promise<{ readonly source: Source; readonly isWhole: boolean }> {
  const surroundings = new SurroundingsFinder({}, io);
  const registries = new RegistryFinder({ registry: call.valueOf('registry') }, io);
  const entries: LedgerEntry[] = [];
  const titles: string[] = [];
  let names = PLAIN_NAMES;
  let isWhole = true;
  for (const path of paths) {
    try {
      const source = await readSource(path, io);
      isWhole = warnOfBadBytes(source, io) && isWhole;
      const { readOptions, registries: configured } = surroundings.find(path);
      const draft = readDraft(source.decoded.text, readOptions);
      const { registry } = await registries.find(path, draft, configured);
      if (registry) names = namesOf(registry, draft);
      entries.push(...planLedger(path, draft));
      if (draft.title) titles.push(draft.title.value);
    } catch (error) {
      io.stderr.write(formatError(error));
      isWhole = false;
    }
  }
  const title = titles.length === 1 ? (titles[0] ?? '') : '';
  return { source: { title, entries, names }, isWhole };
}

/** Short and former names are put together with the unit they mean; what is not sure stands as it is written. */
function namesOf(registry: Registry, { year }: Draft): UnitNames {
  const resolve = (name: string): ReturnType<Registry['resolve']> => registry.resolve(name, { year });
  return {
    official: (name) => {
      const found = resolve(name);
      return found.status === 'unit' ? found.unit.name.value : name;
    },
    membersOf: (collective) => {
      const found = resolve(collective);
      return found.status === 'collective' ? found.collective.members.map(({ value }) => value) : [];
    },
  };
}
