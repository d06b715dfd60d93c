import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { readDraft } from '../../../../server/src/dialect/draft';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { readProfile } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { assertGrowsWithSize } from '../../../support/growth';
import { inventLargePlan } from '../../../support/invented-tasks';
import { Random } from '../../../support/random';

const TASKS = 400;

async function exportPlan(text: string): Promise<Uint8Array> {
  const draft = readDraft(text);
  return writeDocx(planDocument(draft, readProfile(draft)));
}

/** Megabytes in use when nothing is left to be collected. */
function heapInUse(collect: () => void): number {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

describe('A draft of 400 tasks', function () {
  this.timeout(300_000);
  const text = inventLargePlan(new Random(6), TASKS);

  it('is exported in time that grows with its length, no faster', async () => {
    assert.equal(readDraft(text).tasks.length, TASKS);
    await assertGrowsWithSize((tasks) => {
      const plan = inventLargePlan(new Random(6), tasks);
      return () => exportPlan(plan);
    }, TASKS);
  });

  it('leaves nothing behind in memory, however often it is exported', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    await exportPlan(text);
    const before = heapInUse(collect);
    for (let turn = 0; turn < 5; turn++) await exportPlan(text);
    const growth = heapInUse(collect) - before;
    assert.ok(growth < 4, `${growth.toFixed(1)} MB`);
  });
});
