import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import {
  ABOLITION_KEYS,
  COLLECTIVE_KEYS,
  FILE_KEYS,
  FORMER_NAME_KEYS,
  UNIT_KEYS,
} from '../../../server/src/registry/registry-keys';
import { generateRegistryYaml, registryFileOf } from '../../support/registries';

const root = path.resolve(import.meta.dirname, '../../..');
const schema = JSON.parse(readFileSync(path.join(root, 'docs/schema/registry.schema.json'), 'utf8'));
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

function accepts(yaml: string): boolean {
  return validate(parse(yaml));
}

describe('The published schema of registries', () => {
  it('has the keys that the reader knows', () => {
    const keysOf = (definition: { properties: object }) => Object.keys(definition.properties).sort();
    const objectIn = ({ anyOf }: { anyOf: { properties?: object }[] }) =>
      anyOf.find(({ properties }) => properties) as { properties: object };
    const { $defs } = schema;
    assert.deepEqual(keysOf($defs.名录), [...FILE_KEYS].sort());
    assert.deepEqual(keysOf($defs.单位), [...UNIT_KEYS].sort());
    assert.deepEqual(keysOf($defs.撤销), [...ABOLITION_KEYS].sort());
    assert.deepEqual(keysOf(objectIn($defs.曾用名)), [...FORMER_NAME_KEYS].sort());
    assert.deepEqual(keysOf(objectIn($defs.集合)), [...COLLECTIVE_KEYS].sort());
  });

  it('accepts the sample and generated registries', () => {
    assert.ok(
      accepts(readFileSync(path.join(root, 'samples/单位名录.yaml'), 'utf8')),
      JSON.stringify(validate.errors),
    );
    assert.ok(accepts(generateRegistryYaml(60)));
  });

  const cases: readonly (readonly [yaml: string, isRight: boolean])[] = [
    ['- 县水利局\n', true],
    ['单位: [{全称: 县水利局, 撤销: 2019-03-01}]', true],
    ['单位: [{全称: 县水利局, 曾用名: [{名称: 县水电局, 至: 2019年3月1日}]}]', true],
    ['集合: {各镇: [青岭镇]}', true],
    ['单位: [{全称: 县水利局, 简秤: 甲}]', false],
    ['单位: [{简称: 甲}]', false],
    ['单位: [{全称: 县水利局, 序: 第三}]', false],
    ['单位: [{全称: 县水利局, 撤销: 去年}]', false],
    ['单位: 县水利局', false],
  ];
  for (const [yaml, isRight] of cases) {
    it(`${isRight ? 'accepts' : 'refuses'} ${JSON.stringify(yaml)}, as the reader does`, () => {
      assert.equal(accepts(yaml), isRight, JSON.stringify(validate.errors));
      assert.equal(registryFileOf(yaml).problems.length === 0, isRight);
    });
  }
});
