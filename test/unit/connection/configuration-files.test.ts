import assert from 'node:assert/strict';
import path from 'node:path';
import { ConfigurationFiles } from '../../../server/src/connection/configuration-files';
import { uriOfPath, type Files } from '../../../server/src/connection/files';

const at = (...names: string[]) => uriOfPath(path.join(path.parse(process.cwd()).root, ...names));

/** A file system that holds what the test says. */
function files(texts: Record<string, string>): Files & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    read: async (uri) => {
      reads.push(uri);
      return texts[uri];
    },
    readBytes: async () => undefined,
    list: async () => [],
  };
}

describe('Configuration files', () => {
  it('are looked for up the tree, the nearest first', async () => {
    const near = at('工作区', '安全', '.yaodian.yaml');
    const found = new ConfigurationFiles(files({ [near]: '近', [at('工作区', '.yaodian.yaml')]: '远' }));
    found.setRoots([at('工作区')]);
    assert.deepEqual(await found.find(at('工作区', '安全', '2026', '稿.要点.md')), { uri: near, text: '近' });
  });

  it('are not looked for above the workspace folder', async () => {
    const above = new ConfigurationFiles(files({ [at('.yaodian.yaml')]: '根' }));
    above.setRoots([at('工作区')]);
    assert.equal(await above.find(at('工作区', '稿.要点.md')), undefined);
  });

  it('are looked for only beside a document outside every folder', async () => {
    const outside = new ConfigurationFiles(files({ [at('别处', '.yaodian.yaml')]: '旁' }));
    outside.setRoots([at('工作区')]);
    assert.equal((await outside.find(at('别处', '稿.要点.md')))?.text, '旁');
    assert.equal(await outside.find(at('别处', '里', '稿.要点.md')), undefined);
  });

  it('are none for a document without a file', async () => {
    assert.equal(await new ConfigurationFiles(files({})).find('untitled:Untitled-1'), undefined);
  });

  it('are read once until they may have changed', async () => {
    const source = files({});
    const found = new ConfigurationFiles(source);
    found.setRoots([at('工作区')]);
    await found.find(at('工作区', '甲.要点.md'));
    await found.find(at('工作区', '乙.要点.md'));
    assert.equal(source.reads.length, 1);
    found.forget();
    await found.find(at('工作区', '甲.要点.md'));
    assert.equal(source.reads.length, 2);
  });

  it('let a document name files of its own workspace only', () => {
    const found = new ConfigurationFiles(files({}));
    found.setRoots([at('工作区')]);
    assert.equal(found.mayRead(at('工作区', '稿.要点.md'), at('工作区', '单位名录.yaml')), true);
    assert.equal(found.mayRead(at('工作区', '稿.要点.md'), at('etc', 'passwd.yaml')), false);
  });
});
