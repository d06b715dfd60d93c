import { resolve } from 'node:path';
import { version } from '../../../../package.json';
import { allRules } from '../../rules/index';
import type { Level } from '../../rules/rule';
import { readBaseline, writeBaseline } from '../check/baselines';
import { checkAll } from '../check/check-all';
import type { CheckOutcome, CheckSettings } from '../check/check-paths';
import type { FileReport } from '../../reports/file-report';
import { Progress } from '../check/progress';
import { localDay } from '../../reports/local-day';
import { readLastReport } from '../../reports/read-last-report';
import type { ReportSummary } from '../../reports/report-summary';
import { CliError, formatError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import { findDrafts, type FoundDrafts } from '../find-drafts';
import type { Io } from '../io';
import { nearest } from '../nearest';
import { deliver, formatOf, type Destination } from '../output-file';
import { decodeSource, STDIN } from '../read-source';
import type { Reporter, ReportContext } from '../reporters/reporter';
import { describeRules } from '../reporters/describe-rules';
import { speak, t, type Language } from '../../localise';

type AnyReporter = Reporter<string | Promise<Uint8Array>>;

const REPORTERS: Readonly<Record<string, () => Promise<{ readonly report: AnyReporter }>>> = {
  text: () => import('../reporters/text'),
  json: () => import('../reporters/json'),
  sarif: () => import('../reporters/sarif'),
  github: () => import('../reporters/github'),
  junit: () => import('../reporters/junit'),
  html: () => import('../reporters/html'),
  summary: () => import('../reporters/summary'),
  docx: () => import('../reporters/docx'),
};

/** Formats that show neither places as people quote them nor repairs. */
const BRIEF: ReadonlySet<string> = new Set(['text', 'json', 'github', 'junit']);

/** How bad a level is; `never` is worse than anything found. */
const SEVERITY: Readonly<Record<Level | 'never', number>> = {
  never: 5,
  error: 4,
  warning: 3,
  info: 2,
  hint: 1,
};

export const command: Command = {
  name: 'check',
  summary: '检查要点稿，报告问题，可自动修复',
  operands: '路径…',
  arity: [1, Infinity],
  options: [
    {
      name: 'format',
      value: '格式',
      choices: Object.keys(REPORTERS),
      summary: '输出格式（默认看 -o 的后缀，否则 text）',
    },
    { name: 'output', short: 'o', value: '文件', summary: '把结果写到文件' },
    { name: 'force', summary: '-o 的文件已存在时覆盖' },
    { name: 'fix', summary: '自动修复能稳妥修复的问题，写回原文件' },
    { name: 'rule', value: '规则', summary: '与 --fix 同用：只修复这一条规则的问题，如 text/residue' },
    {
      name: 'fail-on',
      value: '级别',
      choices: ['error', 'warning', 'info', 'hint', 'never'],
      fallback: 'error',
      summary: '有这个级别以上的问题时退出码为 1',
    },
    { name: 'since', value: '文件', summary: '上次的报告（html、summary 或 json），网页里写出增减' },
    { name: 'registry', value: '文件', summary: '单位名录（.yaml、.csv 或 .xlsx），代替就近找到的' },
    { name: 'config', value: '文件', summary: '配置文件，代替就近的 .yaodian.yaml' },
    { name: 'baseline', value: '文件', summary: '基线文件：其中已接受的问题不报告，代替配置里写的' },
    {
      name: 'write-baseline',
      value: '文件',
      valueOptional: true,
      summary: '接受现有的全部问题，写成基线文件（已有的更新；写在最后时可省略文件，即 --baseline 那个）',
    },
    {
      name: 'cache',
      value: '文件',
      summary: '结果留在这个文件里，下次只查有变化的稿件（五十份以上时）',
    },
    {
      name: 'lang',
      value: '语言',
      choices: ['zh', 'en'],
      fallback: 'zh',
      summary: '问题、报告和提示用中文还是英文',
    },
    { name: 'explain-config', summary: '不检查，列出每条规则的级别和来处（--format text 或 json）' },
  ],
  notes: `路径可以是文件、文件夹或通配符；- 表示标准输入。文件夹里只看 .要点.md、.yaodian.md、.txt，
以及开头的 front matter 里写有“文种: 工作要点”的 .md。
例：yaodian check 稿件/ --fail-on warning
    yaodian check 稿件/ --write-baseline 基线.json
    yaodian check 稿件/ --baseline 基线.json
    yaodian check 全市稿件/ --cache 检查缓存
    yaodian check 2026年工作要点.要点.md --fix
    yaodian check 稿件/ -o 报告.html --since 上月报告.html
    yaodian check 2026年工作要点.要点.md -o 发文前检查.docx`,
  run: check,
};

async function check(call: Call, io: Io): Promise<ExitCode> {
  await speak(languageOf(call));
  const settings = { ...settingsOf(call), preIssue: await preIssueSettings(call, io) };
  if (settings.fix && call.operands.includes(STDIN)) {
    throw new CliError(
      t('标准输入没有文件可以写回，不能与 --fix 同用'),
      t('去掉 --fix，或者给出文件的路径。'),
    );
  }
  if (settings.fix && call.valueOf('cache') !== undefined)
    throw new CliError(t('--cache 不与 --fix 同用'), t('先 --fix，再带 --cache 检查。'));
  // A wrong --config is the command line's fault, not each file's.
  if (settings.config !== undefined) io.files.read(settings.config);
  const last = lastReport(call, io);
  const target = call.isOn('write-baseline') ? baselineTarget(call) : undefined;
  if (target === undefined && settings.baseline !== undefined) readBaseline(settings.baseline, io);
  const { paths, failures } = draftsOf(call, io);
  for (const failure of failures) io.stderr.write(formatError(failure));
  if (call.isOn('explain-config')) return explain(paths, call, io);
  const progress = new Progress(paths.length, io);
  const outcomes = await checkAll(paths, { settings, io, progress }, call.valueOf('cache'));
  progress.end();
  tell(outcomes, io);
  if (target !== undefined) return acceptAll(target, outcomes, io, failures.length > 0);
  const reports = outcomes.flatMap(({ report }) => report ?? []);
  const preIssue = outcomes.flatMap(({ preIssue }) => preIssue ?? []);
  const unread = [
    ...failures.map(({ message, advice }) => ({ what: message, advice })),
    ...outcomes.flatMap(({ failure }) => failure ?? []),
  ];
  // A page says itself that there was nothing to check; to a script an empty result would look like a clean one.
  if (paths.length > 0 || formatIn(call) === 'html')
    deliver(
      await format(reports, { failures: unread, last, preIssue }, call, io),
      destinationOf(call, paths),
      io,
    );
  if (failures.length > 0 || outcomes.some(({ failed }) => failed)) return 2;
  return reaches(reports, call.valueOf('fail-on') as Level | 'never') ? 1 : 0;
}

/** A cache that lies beside the drafts may have a name as texts have. */
function draftsOf(call: Call, io: Io): FoundDrafts {
  const found = findDrafts(call.operands, io);
  const cache = call.valueOf('cache');
  if (cache === undefined) return found;
  return { ...found, paths: found.paths.filter((path) => resolve(path) !== resolve(cache)) };
}

async function explain(paths: readonly string[], call: Call, io: Io): Promise<ExitCode> {
  const { explainConfiguration, formatExplanation } = await import('../check/explain-config');
  const { files, messages } = await explainConfiguration(paths, settingsOf(call), io);
  for (const message of messages) io.stderr.write(message);
  io.stdout.write(formatExplanation(files, call.valueOf('format') ?? 'text'));
  return 0;
}

function settingsOf(call: Call): CheckSettings {
  return {
    config: call.valueOf('config'),
    registry: call.valueOf('registry'),
    language: languageOf(call),
    fix: call.isOn('fix'),
    rule: ruleToFix(call),
    baseline: call.valueOf('baseline'),
    accept: call.isOn('write-baseline'),
    notes: formatIn(call) === 'html',
    detail: BRIEF.has(formatIn(call)) ? 'brief' : 'full',
  };
}

function languageOf(call: Call): Language {
  return call.valueOf('lang') as Language;
}

function ruleToFix(call: Call): string | undefined {
  const rule = call.valueOf('rule');
  if (rule === undefined) return undefined;
  if (!call.isOn('fix')) throw new CliError(t('--rule 只与 --fix 同用'), t('加上 --fix，或者去掉 --rule。'));
  const ids = allRules.map(({ id }) => id);
  if (ids.some((id) => id === rule)) return rule;
  const near = nearest(rule, ids);
  throw new CliError(
    t('没有规则“{0}”', rule),
    near ? t('是不是 {0}？', near) : t('规则的名称见检查结果，或 docs/rules 里的说明。'),
  );
}

function baselineTarget(call: Call): string {
  const target = call.valueOf('write-baseline') ?? call.valueOf('baseline');
  if (target !== undefined) return target;
  throw new CliError(
    t('没有写明基线写到哪个文件'),
    t('写作 --write-baseline 文件，例如 --write-baseline 基线.json。'),
  );
}

/** Findings that are accepted are not shown: there would be nothing to show. */
async function acceptAll(
  target: string,
  outcomes: readonly CheckOutcome[],
  io: Io,
  failed: boolean,
): Promise<ExitCode> {
  if (outcomes.some(({ report }) => report !== undefined)) {
    const { accepted, added, removed } = await writeBaseline(target, outcomes, io);
    io.stderr.write(
      t('已写入基线 {0}：共接受 {1} 个问题，新增 {2} 个，去掉 {3} 个\n', target, accepted, added, removed),
    );
  }
  return failed || outcomes.some((outcome) => outcome.failed) ? 2 : 0;
}

/** 发文前检查 is Word alone: the page of a check is another report. */
async function preIssueSettings(call: Call, io: Io): Promise<CheckSettings['preIssue']> {
  if (formatIn(call) !== 'docx') return undefined;
  if (call.valueOf('output') === undefined && io.stdout.isTerminal)
    throw new CliError(t('Word 文件不能显示在终端里'), t('用 -o 文件.docx 写明写到哪个文件。'));
  return { installedFonts: await io.installedFonts?.() };
}

/** What several files have in common (a fault in their configuration) is told once. */
function tell(outcomes: readonly CheckOutcome[], io: Io): void {
  for (const message of new Set(outcomes.flatMap(({ messages }) => messages))) io.stderr.write(message);
  for (const { path, repaired } of outcomes) {
    if (repaired > 0) io.stderr.write(t('已修复 {0}：{1} 处\n', path, repaired));
  }
  const accepted = outcomes.reduce((sum, outcome) => sum + outcome.accepted, 0);
  if (accepted > 0) io.stderr.write(t('基线里已接受的问题 {0} 个，没有列出\n', accepted));
}

function formatIn(call: Call): string {
  return call.valueOf('format') ?? formatOf(call.valueOf('output'), Object.keys(REPORTERS)) ?? 'text';
}

/** Read before anything is written: the new report may take the old one's place. */
function lastReport(call: Call, io: Io): ReportSummary | undefined {
  const path = call.valueOf('since');
  if (path === undefined) return undefined;
  if (formatIn(call) !== 'html')
    throw new CliError(t('--since 只用于网页报告'), t('加上 --format html，或者用 -o 文件.html。'));
  const last = readLastReport(decodeSource(path, io.files.read(path)).decoded.text);
  if (last) return last;
  throw new CliError(
    t('{0} 不是检查报告', path),
    t('--since 要用 check 以 html、summary 或 json 格式生成的报告。'),
  );
}

async function format(
  reports: readonly FileReport[],
  found: Pick<ReportContext, 'failures' | 'last' | 'preIssue'>,
  call: Call,
  io: Io,
): Promise<string | Uint8Array> {
  const load = REPORTERS[formatIn(call)];
  if (!load) throw new Error('the options allow a format without a reporter');
  const { report } = await load();
  const isShown = call.valueOf('output') === undefined && io.stdout.isTerminal;
  const color = isShown && !io.env.NO_COLOR && io.env.TERM !== 'dumb';
  const date = localDay(new Date());
  return report(reports, { version, rules: describeRules(io.home), color, date, ...found });
}

function destinationOf(call: Call, inputs: readonly string[]): Destination {
  return { output: call.valueOf('output'), force: call.isOn('force'), inputs };
}

function reaches(reports: readonly FileReport[], limit: Level | 'never'): boolean {
  return reports.some(({ findings }) => findings.some(({ level }) => SEVERITY[level] >= SEVERITY[limit]));
}
