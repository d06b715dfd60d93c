import { readDraft } from '../../../server/src/dialect/draft';
import { forgetAll } from '../../../server/src/dialect/remember';
import { runRules } from '../../../server/src/rules/run-rules';
import { generateUnitRegistry } from '../../bench/plans';
import { assertGrowsWithSize } from '../../support/growth';
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

describe('Reading and checking a line that never ends', () => {
  const registry = registryOf(generateUnitRegistry());

  for (const piece of REPEATED) {
    it(`takes time in proportion to its length: ${piece}`, function () {
      this.timeout(0);
      return assertGrowsWithSize((characters) => {
        const line = piece.repeat(characters / piece.length);
        const text = `# 2026年云溪县工作要点\n\n一、任务\n\n1．做好。${line}\n`;
        return () => {
          forgetAll();
          runRules(readDraft(text), { layers: [] }, { registry });
        };
      }, 64_000);
    });
  }
});
