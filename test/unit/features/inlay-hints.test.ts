import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { dateHints, unitHints } from '../../../server/src/features/inlay-hints';
import { registryOf } from '../../support/registries';

const TEXT = `云溪县2026年水利工作要点

一、重点任务
（一）修建水库。建成2座。〔牵头单位：县水利局；配合单位：县应急局、县安委办公室、县气象局；完成时限：2026年8月底前〕
`;
const REGISTRY = registryOf(`区划前缀: 云溪县
单位:
  - { 全称: 云溪县水利局 }
  - { 全称: 云溪县应急管理局, 简称: [县安委办公室] }
`);
const whole = { start: 0, end: TEXT.length };
const behind = ({ offset, label }: { offset: number; label: string }): string =>
  `${TEXT.slice(offset - 4, offset)}${label}`;

describe('Inlay hints', () => {
  it('say the last day of a deadline that does not say it itself', () => {
    assert.deepEqual(dateHints(readDraft(TEXT), whole).map(behind), ['8月底前→2026-08-31']);
  });

  it('say the full name behind short names, listed or usual, and behind no other', () => {
    assert.deepEqual(unitHints(readDraft(TEXT), REGISTRY, whole).map(behind), [
      '县应急局→云溪县应急管理局',
      '委办公室→云溪县应急管理局',
    ]);
  });

  it('are given for the part of the text that is asked for', () => {
    assert.deepEqual(unitHints(readDraft(TEXT), REGISTRY, { start: 0, end: TEXT.indexOf('牵头') }), []);
  });
});
