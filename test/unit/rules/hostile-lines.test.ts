import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { forgetAll } from '../../../server/src/dialect/remember';
import { runRules } from '../../../server/src/rules/run-rules';
import { generateUnitRegistry } from '../../bench/plans';
import { registryOf } from '../../support/registries';

/** What one line may hold again and again; each once made some reader or rule look back over all that stood before. */
const REPEATED = [
  '12个',
  '局要',
  '〔责任单位：甲局〕',
  '甲局、',
  '县教育局和',
  '（',
  '《',
  '“',
  '责任单位：',
  '6月底前',
  '每季度',
  '一是',
  '<!-- ',
  '联系人：',
  '各有关部门、单位',
];

/** Times as long a line: linear work takes as many times as long, quadratic work the square of that. */
const GROWTH = 8;

describe('Reading and checking a line that never ends', () => {
  const registry = registryOf(generateUnitRegistry());

  function timeOf(piece: string, characters: number): number {
    const line = piece.repeat(characters / piece.length);
    const text = `# 2026年云溪县工作要点\n\n一、任务\n\n1．做好。${line}\n`;
    const times = [1, 2, 3].map(() => {
      forgetAll();
      const before = process.cpuUsage();
      runRules(readDraft(text), { layers: [] }, { registry });
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    return Math.min(...times);
  }

  for (const piece of REPEATED) {
    it(`takes time in proportion to its length: ${piece}`, function () {
      this.timeout(0);
      timeOf(piece, 4000);
      const short = timeOf(piece, 8000);
      const long = timeOf(piece, 8000 * GROWTH);
      assert.ok(
        long < Math.max(short, 4) * GROWTH * 4,
        `${long.toFixed(0)} ms beside ${short.toFixed(0)} ms`,
      );
    });
  }
});
