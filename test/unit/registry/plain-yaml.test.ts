import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readPlainYaml } from '../../../server/src/registry/plain-yaml';
import type { Value } from '../../../server/src/registry/value';
import { readAnyYaml } from '../../../server/src/registry/yaml-value';
import { generateRegistryYaml } from '../../support/registries';

const SAMPLE = readFileSync(path.resolve(import.meta.dirname, '../../../samples/单位名录.yaml'), 'utf8');

/** A value as comparable data; where a collection ends is compared without the white space and comments behind it. */
function sketch(value: Value | undefined, text: string): unknown {
  if (!value) return null;
  const { start, end } = value.range;
  const last = text
    .slice(0, end)
    .trimEnd()
    .replace(/\s+#[^\n]*$/u, '')
    .trimEnd().length;
  if (value.kind === 'text') return [value.value, start, end];
  if (value.kind === 'list') return { list: value.items.map((item) => sketch(item, text)), start, last };
  const entries = value.entries.map(({ key, value: each }) => [
    key.value,
    key.range.start,
    sketch(each, text),
  ]);
  return { map: entries, start, last };
}

/** Whatever is read at all is read as the full parser reads it, and that without problems. */
function compare(text: string): boolean {
  const plain = readPlainYaml(text, 0);
  if (!plain) return false;
  const full = readAnyYaml(text);
  assert.deepEqual(full.problems, [], text);
  assert.deepEqual(sketch(plain.value, text), sketch(full.value, text), text);
  return true;
}

describe('Reading plain YAML', () => {
  it('reads the sample and large registries itself, as the full parser does', () => {
    assert.ok(compare(SAMPLE));
    assert.ok(compare(SAMPLE.replaceAll('\n', '\r\n')));
    assert.ok(compare(generateRegistryYaml(200)));
  });

  const forms = [
    '单位: [甲局, "乙 局", \'丙局\']\n',
    '单位:\n- 甲局\n- 全称: 乙局\n  序: 3\n',
    '单位:\n  - { 全称: 甲局, 曾用名: [{ 名称: 丙, 至: 2019-03-01 }], 撤销: 2020 } # 说明\n',
    '# 开头\n区划前缀: 云溪县 # 县\n\n单位:\n  # 中间\n  - 全称: 甲局\n    简称:\n      - 甲\n      - 乙\n集合:\n  各镇: []\n',
    '单位:\n',
    '',
    '- 甲局\n- 乙局',
    '单位:\n  - 全称: 甲：乙、（丙）\n',
  ];
  for (const form of forms) it(`reads ${JSON.stringify(form)} itself`, () => assert.ok(compare(form)));

  const others = [
    'a: &x 1\nb: *x\n',
    'a: |\n  文\n  字\n',
    'a: 甲\n  乙\n',
    'a: 甲\na: 乙\n',
    'a:\t甲\n',
    'a: "甲\\n乙"\n',
    '---\na: 1\n',
    'a: [甲,\n  乙]\n',
    'a: ~\n',
    '? a\n: b\n',
    'a: 甲: 乙\n',
    'a: @甲\n',
    '- - 甲\n',
  ];
  for (const other of others) {
    it(`leaves ${JSON.stringify(other)} to the full parser`, () =>
      assert.equal(readPlainYaml(other, 0), undefined));
  }

  it('never reads a damaged registry otherwise than the full parser', () => {
    const text = SAMPLE.slice(0, 1500);
    const pieces = [
      ' ',
      '  ',
      '\n',
      '- ',
      ': ',
      ':',
      '#',
      ' #',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      ',',
      '甲',
      '*',
      '&',
      '|',
      '\n  ',
      '~',
      '0x1',
      'null',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(text.length), fc.constantFrom(...pieces), fc.nat(3)), {
          minLength: 1,
          maxLength: 3,
        }),
        (damages) => {
          let damaged = text;
          for (const [at, piece, removed] of damages)
            damaged = damaged.slice(0, at) + piece + damaged.slice(at + removed);
          compare(damaged);
        },
      ),
      { numRuns: 300 },
    );
  });
});
