import { t, type Message } from '../../localise';
import type { Level, Rule, RuleId, Setting } from '../rule';

/** The words for a level in 检查:, English ones for settings files shared with other tools. */
const LEVEL_WORDS: Readonly<Record<string, Setting>> = {
  错误: 'error',
  警告: 'warning',
  信息: 'info',
  提示: 'hint',
  关闭: 'off',
  error: 'error',
  warning: 'warning',
  info: 'info',
  hint: 'hint',
  off: 'off',
};

/** As written in 检查:, in schemas and in the pages of rules. */
export const LEVEL_NAMES: Readonly<Record<Setting, Message>> = {
  error: '错误',
  warning: '警告',
  info: '信息',
  hint: '提示',
  off: '关闭',
};

export function levelName(level: Setting): string {
  return t(LEVEL_NAMES[level]);
}

/** From the most severe to the least. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint'];

export const LEVEL_WORD_LIST: readonly string[] = Object.keys(LEVEL_WORDS);

/** Reads a level as written; `false` (YAML's `off` and `no` in older readers) switches a rule off. */
export function parseLevel(value: unknown): Setting | undefined {
  if (value === false) return 'off';
  return typeof value === 'string' && Object.hasOwn(LEVEL_WORDS, value) ? LEVEL_WORDS[value] : undefined;
}

/** Stands for every rule, in 检查: and in ignore directives. */
export const ALL_RULES = '全部';

/** What a rule is set to by one entry of 检查:. */
export interface CheckSetting {
  readonly level?: Setting;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Where a setting was made: the better one comes first in `Configuration.layers`. */
export type LayerOrigin = 'front-matter' | 'file' | 'settings';

/** One source of settings. Keys of `checks` are rule ids, groups (`numbering/*`) or 全部. */
export interface ConfigurationLayer {
  readonly origin: LayerOrigin;
  /** As a reader would name it: the file's path, `检查`, the setting's name. */
  readonly name: string;
  readonly checks: ReadonlyMap<string, CheckSetting>;
}

/** What is in force besides the draft's own front matter: `.yaodian.yaml`, then editor settings. */
export interface Configuration {
  readonly layers: readonly ConfigurationLayer[];
}

export const NO_CONFIGURATION: Configuration = { layers: [] };

/** The level of a rule with the place it comes from, so that people can ask why. */
export interface ExplainedLevel {
  readonly rule: RuleId;
  readonly value: Setting;
  readonly from: {
    readonly origin: LayerOrigin | 'default';
    /** The layer's name; empty for the rule's own default. */
    readonly name: string;
    /** The entry that decided: the rule's id, `numbering/*` or 全部. */
    readonly key: string;
  };
}

/** The keys of 检查: that speak of a rule, the most specific first. */
export function keysFor(rule: RuleId): readonly string[] {
  return [rule, `${rule.slice(0, rule.indexOf('/'))}/*`, ALL_RULES];
}

/** The first layer that says anything of the rule decides; within a layer its most specific entry. */
export function explainLevel(rule: Rule, layers: readonly ConfigurationLayer[]): ExplainedLevel {
  for (const { origin, name, checks } of layers) {
    for (const key of keysFor(rule.id)) {
      const value = checks.get(key)?.level;
      if (value !== undefined) return { rule: rule.id, value, from: { origin, name, key } };
    }
  }
  return { rule: rule.id, value: rule.level, from: { origin: 'default', name: '', key: rule.id } };
}

/** A rule's options: its defaults, overridden layer by layer. */
export function optionsFor(rule: Rule, layers: readonly ConfigurationLayer[]): Record<string, unknown> {
  const options: Record<string, unknown> = {};
  for (const [name, { default: value }] of Object.entries(rule.options ?? {})) options[name] = value;
  for (const { checks } of layers.toReversed()) Object.assign(options, checks.get(rule.id)?.options);
  return options;
}
