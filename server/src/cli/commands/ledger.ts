import { join } from 'node:path';
import { readDraft } from '../../dialect/draft';
import type { ExportProfile } from '../../exporters/document/plan';
import { DEFAULT_PROFILE, readProfile } from '../../exporters/document/profile';
import { PLAIN_NAMES, type UnitNames } from '../../exporters/ledgers/plan-ledgers';
import {
  LEDGER_FORMATS,
  writeLedger,
  writeUnitLists,
  type LedgerFormat,
  type LedgerKind,
  type LedgerSource,
} from '../../exporters/ledgers/write-ledger';
import { planLedger, type LedgerEntry } from '../../exporters/tasks/ledger';
import { ledgerNames } from '../../registry/ledger-names';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts } from '../find-drafts';
import type { Io } from '../io';
import { deliver, formatOf } from '../output-file';
import { publishedText, readSource, warnOfBadBytes } from '../read-source';
import { RegistryFinder } from '../registry-finder';
import { SurroundingsFinder } from '../surroundings';

export const command: Command = {
  name: 'ledger',
  summary: '由任务生成工作台账：责任分解表、各单位任务清单、时限表、督办台账、日历',
  operands: '路径…',
  arity: [1, Infinity],
  options: [
    {
      name: 'kind',
      value: '种类',
      choices: Object.keys(LEDGER_FORMATS),
      summary: '哪一种台账（默认 分解表）',
    },
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

async function makeLedger(call: Call, io: Io): Promise<ExitCode> {
  const kind = (call.valueOf('kind') ?? '分解表') as LedgerKind;
  const output = call.valueOf('output');
  if (output === undefined)
    throw new CliError('没有写明写到哪个文件', `用 -o 文件.${LEDGER_FORMATS[kind][0]} 写明。`);
  const intoFolder = kind === '单位清单' && io.files.kindOf(output) === 'folder';
  const format = intoFolder ? 'xlsx' : (formatOf(output, LEDGER_FORMATS[kind]) as LedgerFormat | undefined);
  if (format === undefined)
    throw new CliError(
      `${kind}不能写成 ${output}`,
      `后缀可用 ${LEDGER_FORMATS[kind].map((name) => `.${name}`).join('、')}。`,
    );
  const { paths, failures } = findDrafts(call.operands, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  const { source, isWhole } = await gather(paths, call, io);
  if (source.entries.length === 0)
    throw new CliError('稿件里没有任务，没有生成台账', '可先用 yaodian tasks 看看识别出了哪些任务。');
  const write = (content: string | Uint8Array, to: string): void =>
    deliver(content, { output: to, force: call.isOn('force'), inputs: paths }, io);
  if (intoFolder)
    for await (const { name, content } of writeUnitLists(source)) write(content, join(output, name));
  else write(await writeLedger(kind, format, source, new Date()), output);
  return isWhole && failures.length === 0 ? 0 : 2;
}

async function gather(
  paths: readonly string[],
  call: Call,
  io: Io,
): Promise<{ readonly source: LedgerSource; readonly isWhole: boolean }> {
  const surroundings = new SurroundingsFinder({}, io);
  const registries = new RegistryFinder({ registry: call.valueOf('registry') }, io);
  const entries: LedgerEntry[] = [];
  const titles: string[] = [];
  let names: UnitNames = PLAIN_NAMES;
  let profile: ExportProfile | undefined;
  let isWhole = true;
  for (const path of paths) {
    try {
      const source = await readSource(path, io);
      isWhole = warnOfBadBytes(source, io) && isWhole;
      const { readOptions, registries: configured, layout } = surroundings.find(path);
      const draft = readDraft(await publishedText(source), readOptions);
      const { registry } = await registries.find(path, draft, configured);
      if (registry) names = ledgerNames(registry, draft.year);
      // Of several drafts the first one’s 版式 counts.
      profile ??= readProfile(draft, layout);
      entries.push(...planLedger(path, draft));
      if (draft.title) titles.push(draft.title.value);
    } catch (error) {
      io.stderr.write(formatError(error));
      isWhole = false;
    }
  }
  const title = titles.length === 1 ? (titles[0] ?? '') : '';
  return { source: { title, entries, names, profile: profile ?? DEFAULT_PROFILE }, isWhole };
}
