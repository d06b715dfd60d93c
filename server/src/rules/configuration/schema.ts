import { DOCUMENT_FORMS, layoutSchema } from '../../dialect/layout-settings';
import type { Rule, RuleOption } from '../rule';
import { CONFIGURATION_KEYS } from './configuration-file';
import { ALL_RULES, LEVEL_NAMES, LEVEL_WORD_LIST } from './levels';

type Schema = Record<string, unknown>;

/** The JSON schema of `.yaodian.yaml`, made from the rules; `npm run schema` writes it to docs/schema. */
export function configurationSchema(rules: readonly Rule[]): Schema {
  const texts = { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
  const shapes: Readonly<Record<keyof typeof CONFIGURATION_KEYS, Schema>> = {
    检查: checksSchema(rules),
    框架章节: texts,
    单位名录: texts,
    基线: { type: 'string' },
    版式: { anyOf: [{ enum: DOCUMENT_FORMS }, layoutSchema()] },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '.yaodian.yaml',
    description: '要点（Yaodian）的项目配置，放在文稿所在文件夹或其上级文件夹',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(CONFIGURATION_KEYS).map(([key, description]) => [
        key,
        { description, ...shapes[key as keyof typeof shapes] },
      ]),
    ),
    definitions: { level: levelSchema() },
  };
}

/** The schema of 检查 alone, for the editor's settings. */
export function checksSchema(rules: readonly Rule[]): Schema {
  const groups = [...new Set(rules.map(({ id }) => `${id.slice(0, id.indexOf('/'))}/*`))];
  const wildcards = [ALL_RULES, ...groups].map((key) => [
    key,
    { description: describe(key), ...levelOr({}) },
  ]);
  const own = rules.map((rule) => [
    rule.id,
    { description: describeRule(rule), ...levelOr(rule.options ?? {}) },
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries([...wildcards, ...own]) as Schema,
  };
}

function levelSchema(): Schema {
  return {
    enum: LEVEL_WORD_LIST,
    description: '级别：错误、警告、信息、提示，或关闭',
    default: LEVEL_NAMES.warning,
  };
}

function describe(key: string): string {
  return key === ALL_RULES ? '全部规则的级别' : `${key.slice(0, -2)} 一组规则的级别`;
}

function describeRule({ summary, certainty, ground, level }: Rule): string {
  return `${summary}（${certainty}，${ground}，默认${LEVEL_NAMES[level]}）`;
}

/** A level alone, or a map of it with the rule's options. */
function levelOr(options: Readonly<Record<string, RuleOption>>): Schema {
  const level = { $ref: '#/definitions/level' };
  const named = Object.entries(options).map(([name, option]) => [name, optionSchema(option)]);
  const properties = { 级别: level, ...(Object.fromEntries(named) as Schema) };
  return { oneOf: [level, { type: 'object', additionalProperties: false, properties }] };
}

function optionSchema({ type, default: value, description }: RuleOption): Schema {
  const shape = type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type };
  return { description, ...shape, default: value };
}
