import { isMap, isScalar, type Node, type Pair } from 'yaml';
import { range, type Range } from '../../dialect/range';
import type { Rule, RuleId, RuleOption } from '../rule';
import { ALL_RULES, keysFor, LEVEL_NAMES, parseLevel, type CheckSetting } from './levels';
import { nearestWord } from '../../registry/edit-distance';
import { list, t, type Message } from '../../localise';

/** A fault in a configuration, at its place. */
export interface ConfigurationProblem {
  readonly range: Range;
  readonly message: string;
}

export interface ReadChecks {
  readonly checks: ReadonlyMap<string, CheckSetting>;
  readonly problems: readonly ConfigurationProblem[];
}

/** The key of the level where an entry also gives options: `{级别: 警告, 上限: 3}`. */
const LEVEL_KEY = '级别';

/**
 * Reads the value of 检查: from its YAML node. Faulty entries are left out and reported; `offset` is where the
 * YAML source begins in the text that the ranges shall point into.
 */
export function readChecks(node: unknown, rules: readonly Rule[], offset: number): ReadChecks {
  const checks = new Map<string, CheckSetting>();
  const problems: ConfigurationProblem[] = [];
  const report: Report = (at, message) => problems.push({ range: rangeOf(at, offset), message });
  if (isScalar(node) && node.value === null) return { checks, problems };
  if (!isMap(node)) {
    report(node, t('“检查”应为“规则名: 级别”的列表，例如 numbering/gap: 警告'));
    return { checks, problems };
  }
  for (const pair of node.items) {
    const setting = readEntry(pair, rules, report);
    if (setting !== undefined) checks.set(String(isScalar(pair.key) ? pair.key.value : ''), setting);
  }
  return { checks, problems };
}

type Report = (at: unknown, message: string) => void;

function readEntry(pair: Pair, rules: readonly Rule[], report: Report): CheckSetting | undefined {
  const key = isScalar(pair.key) ? String(pair.key.value) : '';
  const unknown = unknownKey(
    key,
    rules.map(({ id }) => id),
  );
  if (unknown !== undefined) {
    report(pair.key, unknown);
    return undefined;
  }
  if (isMap(pair.value)) return readDetails(pair.value.items, ruleOf(key, rules), report);
  const value = isScalar(pair.value) ? pair.value.value : undefined;
  const level = parseLevel(value);
  if (level === undefined) report(pair.value ?? pair.key, wrongLevel(value));
  return level === undefined ? undefined : { level };
}

function readDetails(items: readonly Pair[], rule: Rule | undefined, report: Report): CheckSetting {
  const options: Record<string, unknown> = {};
  let level: CheckSetting['level'];
  for (const { key, value: node } of items) {
    const name = isScalar(key) ? String(key.value) : '';
    const value = toPlain(node);
    if (name === LEVEL_KEY) {
      level = parseLevel(value);
      if (level === undefined) report(node ?? key, wrongLevel(value));
      continue;
    }
    const option = rule?.options?.[name];
    if (option === undefined) report(key, unknownOption(name, rule));
    else if (!fits(value, option))
      report(node ?? key, t('选项“{0}”的值不合要求：{1}', name, typeName(option)));
    else options[name] = value;
  }
  return { ...(level === undefined ? {} : { level }), options };
}

/** What is wrong with a rule name or wildcard as written; undefined where it names something. */
export function unknownKey(key: string, ids: readonly RuleId[]): string | undefined {
  if (key === ALL_RULES || keysOf(ids).has(key)) return undefined;
  const near = nearestRule(key, ids);
  return t('没有名为“{0}”的规则{1}', key, near === undefined ? '' : t('，是否为“{0}”', near));
}

/** The rule or group probably meant: by its spelling, or by its name without the group. */
export function nearestRule(key: string, ids: readonly RuleId[]): string | undefined {
  const keys = keysOf(ids);
  return nearestWord(key, [...keys]) ?? [...keys].find((id) => id.slice(id.indexOf('/') + 1) === key);
}

function keysOf(ids: readonly RuleId[]): ReadonlySet<string> {
  return new Set(ids.flatMap(keysFor)).add(ALL_RULES);
}

function ruleOf(key: string, rules: readonly Rule[]): Rule | undefined {
  return rules.find(({ id }) => id === key);
}

function wrongLevel(value: unknown): string {
  const near = typeof value === 'string' ? nearestWord(value, Object.values(LEVEL_NAMES)) : undefined;
  const help = t('应为{0}之一', list(Object.values(LEVEL_NAMES)));
  const written =
    value === undefined || value === null ? t('没有写明级别') : t('“{0}”不是级别', String(value));
  return t('{0}，{1}', written, near === undefined ? help : t('是否为“{0}”（{1}）', near, help));
}

function unknownOption(name: string, rule: Rule | undefined): string {
  const names = Object.keys(rule?.options ?? {});
  if (names.length === 0) return t('这里只能写“{0}”，没有选项“{1}”', LEVEL_KEY, name);
  const near = nearestWord(name, names);
  return t(
    '规则没有选项“{0}”，{1}',
    name,
    near === undefined ? t('可写的是{0}', list(names)) : t('是否为“{0}”', near),
  );
}

function fits(value: unknown, option: RuleOption): boolean {
  if (option.type === 'integer') return Number.isInteger(value);
  if (option.type === 'strings')
    return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
  return typeof value === option.type;
}

const TYPE_NAMES: Readonly<Record<RuleOption['type'], Message>> = {
  boolean: '应为 true 或 false',
  integer: '应为整数',
  string: '应为文字',
  strings: '应为文字列表',
};

function typeName({ type }: RuleOption): string {
  return t(TYPE_NAMES[type]);
}

function toPlain(node: unknown): unknown {
  const value = node as { toJSON?: () => unknown } | null | undefined;
  return value?.toJSON?.() ?? null;
}

/** The range of a YAML node; an absent one (no value written) is an empty range at the source's start. */
export function rangeOf(node: unknown, offset: number): Range {
  const place = (node as Node | null | undefined)?.range;
  return place == null ? range(offset, offset) : range(offset + place[0], offset + place[1]);
}
