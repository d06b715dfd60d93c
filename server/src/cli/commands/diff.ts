import { version } from '../../../../package.json';
import { compareDrafts, type Comparison } from '../../comparison/compare-drafts';
import { planDocument } from '../../exporters/document/plan-document';
import { readProfile } from '../../exporters/document/profile';
import type { Draft } from '../../dialect/model';
import { CliError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';
import { diffJson } from '../json/diff-json';
import { deliver, formatOf } from '../output-file';
import { comparableOf, readComparable, type Comparable, type ComparableDraft } from '../read-comparable';
import { RegistryFinder, type FoundRegistry } from '../registry-finder';
import { SurroundingsFinder } from '../surroundings';

type Format = 'text' | 'json' | 'html' | 'docx' | 'md';

interface Outcome {
  readonly comparison: Comparison;
  readonly old: ComparableDraft;
  readonly new: ComparableDraft;
  readonly author: string;
}

type Writer = (outcome: Outcome, io: Io) => Promise<string | Uint8Array>;

const WRITERS: Readonly<Record<Format, Writer>> = {
  text: async (outcome, io) => {
    const { comparisonText } = await import('../../reports/comparison/write-text');
    const color = io.stdout.isTerminal && !io.env.NO_COLOR;
    return comparisonText(
      await describe(outcome),
      color ? (style, text) => `\x1b[${STYLES[style]}m${text}\x1b[0m` : undefined,
    );
  },
  json: ({ comparison }) => Promise.resolve(`${JSON.stringify(diffJson(comparison), null, 2)}\n`),
  html: async (outcome) => {
    const { writeComparisonHtml } = await import('../../reports/comparison/write-html');
    return writeComparisonHtml(await describe(outcome), version);
  },
  md: async (outcome) => {
    const { comparisonMarkdown } = await import('../../reports/comparison/write-markdown');
    return comparisonMarkdown(await describe(outcome));
  },
  docx: async ({ old, new: current, author }) => {
    const { writeRedline } = await import('../../exporters/docx/redline/write-redline');
    const profile = readProfile(current.draft, current.layout);
    return writeRedline(planDocument(old.draft, profile), planDocument(current.draft, profile), author);
  },
};

const STYLES = { delete: '31', insert: '32', strong: '1', faint: '90' } as const;

export const command: Command = {
  name: 'diff',
  summary: '按任务比较两稿：新增、删去、移动、改了什么；花脸稿',
  operands: '原稿 新稿',
  arity: [1, 2],
  options: [
    {
      name: 'format',
      value: '格式',
      choices: Object.keys(WRITERS),
      summary: '输出格式（默认看 -o 的后缀，否则 text）；docx 是带修订标记的花脸稿',
    },
    { name: 'rev', value: '版本', summary: '原稿是新稿在 git 的这个版本里的样子，只写一个文件' },
    { name: 'author', value: '姓名', fallback: '要点', summary: '花脸稿里修订的作者' },
    { name: 'registry', value: '文件', summary: '单位名录，代替就近找到的：一个单位的几种写法不算改动' },
    { name: 'exit-code', summary: '任务有不同时退出码为 1' },
    { name: 'output', short: 'o', value: '文件', summary: '写到文件' },
    { name: 'force', summary: '文件已存在时覆盖' },
  ],
  notes: `两稿可以是要点稿、网页文本或 Word 文件；原稿也可以写作“版本:文件”（git 的版本）。
例：yaodian diff 2025年工作要点.要点.md 2026年工作要点.要点.md
    yaodian diff 征求意见稿.docx 送审稿.要点.md -o 花脸稿.docx
    yaodian diff --rev HEAD~1 2026年工作要点.要点.md`,
  run: compare,
};

async function compare(call: Call, io: Io): Promise<ExitCode> {
  const output = call.valueOf('output');
  const format = (call.valueOf('format') ?? formatOf(output, Object.keys(WRITERS)) ?? 'text') as Format;
  if (format === 'docx' && output === undefined && io.stdout.isTerminal)
    throw new CliError('docx 不能显示在终端里', '用 -o 花脸稿.docx 写到文件。');
  const [from, to] = sidesOf(call, io);
  const old = await readComparable(from, io);
  const current = await readComparable(to, io);
  const { registry, messages } = await registryOf(to.path, current.draft, call, io);
  for (const message of messages) io.stderr.write(message);
  const comparison = compareDrafts(old.draft, current.draft, registry);
  const author = call.valueOf('author') ?? '';
  const content = await WRITERS[format]({ comparison, old, new: current, author }, io);
  const inputs = [from, to].filter(({ revision }) => revision === undefined).map(({ path }) => path);
  deliver(content, { output, force: call.isOn('force'), inputs }, io);
  if (!old.isWhole || !current.isWhole) return 2;
  return call.isOn('exit-code') && isDifferent(comparison) ? 1 : 0;
}

/** The new draft's registry holds for both: it knows the names that units had before. */
function registryOf(path: string, draft: Draft, call: Call, io: Io): Promise<FoundRegistry> {
  const { registries } = new SurroundingsFinder({}, io).find(path);
  return new RegistryFinder({ registry: call.valueOf('registry') }, io).find(path, draft, registries);
}

function sidesOf(call: Call, io: Io): readonly [Comparable, Comparable] {
  const [first = '', second] = call.operands;
  const revision = call.valueOf('rev');
  if (revision !== undefined && second !== undefined)
    throw new CliError(
      '用了 --rev 就只写一个文件',
      '原稿是这个文件在那个版本里的样子；比较两个文件不用 --rev。',
    );
  if (revision !== undefined)
    return [{ name: `${revision}:${first}`, path: first, revision }, comparableOf(first, io)];
  if (second === undefined)
    throw new CliError(
      '命令 diff 缺少新稿',
      '写作 yaodian diff 原稿 新稿，或 yaodian diff --rev 版本 文件。',
    );
  return [comparableOf(first, io), comparableOf(second, io)];
}

async function describe({ comparison, old, new: current }: Outcome) {
  const { describeComparison } = await import('../../reports/comparison/describe-comparison');
  return describeComparison(comparison, { old: old.name, new: current.name });
}

function isDifferent({ added, dropped, moved, changed }: Comparison): boolean {
  return [added, dropped, moved, changed].some((list) => list.length > 0);
}
