import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareDrafts } from '../../../server/src/comparison/compare-drafts';
import { readDraft } from '../../../server/src/dialect/draft';
import { root } from '../../support/lsp-client';

/** What a person finds who reads the sample drafts of last year and this year side by side. */
const CARRIED_ON: readonly (readonly [old: number, current: number])[] = [
  [1, 1],
  [2, 2],
  [3, 5],
  [4, 6],
  [6, 7],
  [7, 8],
  [8, 9],
  [9, 10],
  [10, 13],
  [11, 14],
  [12, 16],
  [13, 19],
  [14, 21],
  [15, 23],
  [16, 24],
];
const NEW_THIS_YEAR = [3, 4, 11, 12, 15, 17, 20, 22, 25, 26];
const NOT_CARRIED_ON = [5];

describe('comparison of the sample drafts of last year and this year', () => {
  const comparison = compareDrafts(
    read('samples/往年/2025年云溪县安全生产工作要点.要点.md'),
    read('samples/2026年云溪县安全生产工作要点.要点.md'),
  );
  const changeOf = (number: number) => comparison.changed.find(({ old }) => old.number === number)?.fields;

  it('carries on the tasks that a reader would', () => {
    assert.deepEqual(
      comparison.kept.map((pair) => [pair.old.number, pair.new.number]),
      CARRIED_ON,
    );
    assert.deepEqual(
      comparison.added.map(({ number }) => number),
      NEW_THIS_YEAR,
    );
    assert.deepEqual(
      comparison.dropped.map(({ number }) => number),
      NOT_CARRIED_ON,
    );
  });

  it('has no task moved: the fifth chapter only got sections', () => {
    assert.deepEqual(comparison.moved, []);
  });

  it('has targets raised, units added and a deadline lost', () => {
    assert.deepEqual(changeOf(6)?.targets, {
      from: ['实施村道安全防护工程90公里', '改造急弯陡坡路段12处'],
      to: ['实施村道安全防护工程120公里', '改造急弯陡坡路段18处'],
    });
    assert.deepEqual(changeOf(8)?.units, {
      from: ['县住房城乡建设局'],
      to: ['县住房城乡建设局', '县交通运输局', '县水利局'],
    });
    assert.deepEqual(changeOf(7)?.deadlines, { from: ['2025年12月底前'], to: [] });
    assert.equal(changeOf(15)?.deadlines, undefined, '汛前 is what it was');
  });

  it('says word by word how a task is put now', () => {
    assert.deepEqual(changeOf(1)?.wording?.words, [
      { kind: 'equal', text: '县' },
      { kind: 'delete', text: '政府' },
      { kind: 'insert', text: '、乡两级' },
      { kind: 'equal', text: '领导班子成员逐人编制安全生产职责清单和年度任务清单，清单编制率达100%' },
      { kind: 'insert', text: '，在一定范围公示并接受监督' },
      { kind: 'equal', text: '。' },
    ]);
  });
});

function read(file: string) {
  return readDraft(readFileSync(path.join(root, file), 'utf8'));
}
