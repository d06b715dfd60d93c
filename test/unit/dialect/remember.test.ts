import assert from 'node:assert/strict';
import { beginReading, remember } from '../../../server/src/dialect/remember';

describe('Remembering what texts say', () => {
  it('reads a text once, however often it is asked about it', () => {
    const read: string[] = [];
    const lengthOf = remember((text) => read.push(text) && text.length);
    assert.deepEqual(['甲乙', '丙', '甲乙'].map(lengthOf), [2, 1, 2]);
    assert.deepEqual(read, ['甲乙', '丙']);
  });

  it('forgets what nobody asked for lately, and keeps what is asked for', () => {
    let reads = 0;
    const count = remember(() => ++reads);
    const kept = count('一直在用');
    for (let i = 0; i < 100_000; i++) {
      if (i % 1000 === 0) beginReading();
      count(`第${i}行`);
      if (i % 1000 === 0) assert.equal(count('一直在用'), kept);
    }
    const before = reads;
    count('第0行');
    assert.equal(reads, before + 1, 'the first lines are forgotten');
    count('第99999行');
    assert.equal(reads, before + 1, 'the last ones are not');
  });

  it('keeps all that a long draft asks for, from one reading to the next', () => {
    let reads = 0;
    const count = remember(() => ++reads);
    const readLongDraft = (version: number): number => {
      const before = reads;
      beginReading();
      for (let i = 0; i < 100_000; i++) count(`第${i}行`);
      count(`第${version}版`);
      return reads - before;
    };
    assert.equal(readLongDraft(0), 100_001);
    for (let version = 1; version < 10; version++) assert.equal(readLongDraft(version), 1);
  });

  it('does not keep texts that no line of a plan is as long as', () => {
    let reads = 0;
    const count = remember(() => ++reads);
    const long = '长'.repeat(10_000);
    assert.notEqual(count(long), count(long));
  });
});
