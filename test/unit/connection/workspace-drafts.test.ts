import assert from 'node:assert/strict';
import { DocumentStore } from '../../../server/src/connection/document-store';
import type { Files } from '../../../server/src/connection/files';
import { WorkspaceDrafts } from '../../../server/src/connection/workspace-drafts';
import { forgetAll, readsSoFar } from '../../../server/src/dialect/remember';

const PLAN = '# 2026年云溪县工作要点\n\n一、重点任务\n\n1．增加公办学位。〔责任单位：县教育局〕\n';

describe('Reading the drafts of the workspace ahead', () => {
  const uris = ['file:///稿/甲.要点.md', 'file:///稿/乙.要点.md', 'file:///稿/丙.要点.md'];
  const files = {
    list: () => Promise.resolve(uris),
    read: () => Promise.resolve(PLAN),
  } as Partial<Files> as Files;
  let drafts: WorkspaceDrafts;
  beforeEach(() => {
    forgetAll();
    drafts = new WorkspaceDrafts(new DocumentStore('utf-16'), files);
    drafts.setRoots(['file:///稿']);
  });

  it('lets what matters more go first, before each draft', async () => {
    const reads: number[] = [];
    const giveWay = (): Promise<void> => {
      reads.push(readsSoFar());
      forgetAll();
      return Promise.resolve();
    };
    const before = readsSoFar();
    assert.equal(await drafts.readAhead(10, giveWay), 0);
    const [first = NaN, second = NaN, third = NaN] = reads;
    assert.equal(reads.length, 3);
    assert.equal(first, before, 'nothing is read before the first way is given');
    assert.ok(second > first && third > second, reads.join(' '));
    assert.deepEqual(
      drafts.atHand().map(({ uri }) => uri),
      uris,
    );
  });

  it('leaves out what is too many, and says how many', async () => {
    assert.equal(await drafts.readAhead(2, () => Promise.resolve()), 1);
    assert.equal(drafts.atHand().length, 2);
  });
});
