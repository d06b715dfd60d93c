import { basename } from 'node:path';
import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { readRegistryBytes } from '../../importers/registry/read-registry-bytes';
import { registryFor } from '../../registry/draft-registry';
import type { Registry } from '../../registry/registry';
import { planOf, writeRegistryYaml } from '../../registry/registry-yaml';
import { suggestRegistry } from '../../registry/suggest-registry';
import { tallyUnits, type UnitTally } from '../../registry/tally-units';
import { writeCsv } from '../../exporters/write-csv';
import { padToWidth, textWidth } from '../../exporters/text-width';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts } from '../find-drafts';
import type { Io } from '../io';
import { unitsJson } from '../json/units-json';
import { deliver, formatOf } from '../output-file';
import { publishedText, readSource, warnOfBadBytes } from '../read-source';
import { RegistryFinder } from '../registry-finder';
import { SurroundingsFinder } from '../surroundings';

/** A draft that was read, where it came from and the registry in force for it. */
interface Entry {
  readonly path: string;
  readonly draft: Draft;
  readonly registry: Registry | undefined;
}

export const command: Command = {
  name: 'units',
  summary: '列出稿中写到的单位，对照单位名录；起草单位名录',
  operands: '路径…',
  arity: [0, Infinity],
  options: [
    { name: 'registry', value: '文件', summary: '单位名录（.yaml、.csv 或 .xlsx），代替就近找到的' },
    {
      name: 'format',
      value: '格式',
      choices: ['table', 'json', 'csv'],
      summary: '输出格式（默认看 -o 的后缀，否则 table）',
    },
    { name: 'suggest', summary: '根据稿件起草单位名录（YAML）；给了 --registry 的，只列名录里没有的' },
    { name: 'import', value: '文件', summary: '把表格做的名录（.xlsx 或 .csv）转成 YAML' },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `没有 --registry 时，用稿件 front matter、.yaodian.yaml 写明的名录，或者稿件所在及上级文件夹里的“单位名录.yaml”。
例：yaodian units 稿件/ --format json
    yaodian units 往年/ --suggest -o 单位名录.yaml
    yaodian units --import 单位名录.xlsx -o 单位名录.yaml`,
  run: listUnits,
};

async function listUnits(call: Call, io: Io): Promise<ExitCode> {
  const spreadsheet = call.valueOf('import');
  if (spreadsheet !== undefined) return convert(spreadsheet, call, io);
  if (call.operands.length === 0)
    throw new CliError('没有给出稿件的路径', '写作 yaodian units 稿件.要点.md。');
  const { paths, failures } = findDrafts(call.operands, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  const { entries, isWhole } = await readAll(paths, call, io);
  if (entries.length === 0) return 2;
  print(contentOf(entries, call, io), paths, call, io);
  return isWhole && failures.length === 0 ? 0 : 2;
}

async function readAll(
  paths: readonly string[],
  call: Call,
  io: Io,
): Promise<{ entries: readonly Entry[]; isWhole: boolean }> {
  const entries: Entry[] = [];
  const surroundings = new SurroundingsFinder({}, io);
  const registries = new RegistryFinder({ registry: call.valueOf('registry') }, io);
  // Drafts have their registry in common, and what is wrong with it.
  const told = new Set<string>();
  const tell = (message: string): void => {
    if (!told.has(message)) io.stderr.write(message);
    told.add(message);
  };
  let isWhole = true;
  for (const path of paths) {
    try {
      const source = await readSource(path, io);
      isWhole = warnOfBadBytes(source, io) && isWhole;
      const { readOptions, registries: configured } = surroundings.find(path);
      const draft = readDraft(await publishedText(source), readOptions);
      const { registry, messages } = await registries.find(path, draft, configured);
      messages.forEach(tell);
      entries.push({ path, draft, registry: registryFor(draft, registry) });
    } catch (error) {
      io.stderr.write(formatError(error));
      isWhole = false;
    }
  }
  return { entries, isWhole };
}

function contentOf(entries: readonly Entry[], call: Call, io: Io): string {
  const drafts = entries.map(({ draft }) => draft);
  if (call.isOn('suggest')) {
    const known = call.valueOf('registry') === undefined ? undefined : entries[0]?.registry;
    return writeRegistryYaml(suggestRegistry(drafts, known));
  }
  const byDraft = new Map(entries.map((entry) => [entry.draft, entry]));
  const tallies = tallyUnits(drafts, (draft) => byDraft.get(draft)?.registry);
  const pathOf = (draft: Draft) => byDraft.get(draft)?.path ?? '';
  const format = call.valueOf('format') ?? formatOf(call.valueOf('output'), ['json', 'csv']) ?? 'table';
  if (format === 'json') return `${JSON.stringify(unitsJson(tallies, pathOf), null, 2)}\n`;
  return format === 'csv' ? writeCsv([HEADS, ...rowsOf(tallies, pathOf)]) : asTable(tallies, pathOf, io);
}

const STATUS_NAMES: Readonly<Record<UnitTally['status'], string>> = {
  official: '全称',
  alias: '简称',
  former: '曾用或已撤销',
  collective: '统称',
  unknown: '不在名录',
};

const HEADS = ['名称', '状态', '名录全称', '次数', '首见'] as const;

function rowsOf(
  tallies: readonly UnitTally[],
  pathOf: (draft: Draft) => string,
): readonly (readonly string[])[] {
  return tallies.map(({ name, status, official, places }) => {
    const [{ draft, mention }] = places as [UnitTally['places'][number]];
    const place = `${pathOf(draft)}:${draft.lines.lineAt(mention.range.start)}`;
    return [
      name,
      STATUS_NAMES[status],
      official === name ? '' : (official ?? ''),
      String(places.length),
      place,
    ];
  });
}

function asTable(tallies: readonly UnitTally[], pathOf: (draft: Draft) => string, io: Io): string {
  const rows = [HEADS, ...rowsOf(tallies, pathOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column] ?? ''))));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padToWidth(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  if (!rows.some((row) => row[1] === '不在名录')) return `${lines.join('\n')}\n`;
  io.stderr.write('要登记名录里没有的单位，可运行 yaodian units … --suggest 起草。\n');
  return `${lines.join('\n')}\n`;
}

async function convert(path: string, call: Call, io: Io): Promise<ExitCode> {
  const { file } = await readRegistryBytes(path, io.files.read(path));
  for (const { message } of file.problems) io.stderr.write(`警告：${message}\n`);
  if (file.units.length + file.collectives.length === 0) return 2;
  const content = writeRegistryYaml(planOf(file, [`由 ${basename(path)} 转换而来，请核对。`]));
  print(content, [path], call, io);
  return file.problems.some(({ level }) => level === 'error') ? 1 : 0;
}

function print(content: string, inputs: readonly string[], call: Call, io: Io): void {
  deliver(content, { output: call.valueOf('output'), force: call.isOn('force'), inputs }, io);
}
