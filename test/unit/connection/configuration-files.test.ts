import assert from 'node:assert/strict';
import path from 'node:path';
import { ConfigurationFiles } from '../../../server/src/connection/configuration-files';
import type { Files } from '../../../server/src/connection/files';
import { uriOfPath } from '../../../server/src/hosts/node-files';

const at = (...names: string[]) => uriOfPath(path.join(path.parse(process.cwd()).root, ...names));

/** A file system that holds what the test says. */
function files(
  texts: Record<string, string>,
  links: Record<string, string> = {},
): Files & { reads: string[] } {
  const reads: string[] = [];
  return {
    reads,
    read: async (uri) => {
      reads.push(uri);
      return texts[uri];
    },
    readBytes: async () => undefined,
    write: async () => undefined,
    update: async () => undefined,
    list: async () => [],
    real: async (uri) => links[uri] ?? uri,
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

  it('let a document name files of its own workspace only', async () => {
    const found = new ConfigurationFiles(files({}));
    found.setRoots([at('工作区')]);
    const mayRead = (...names: string[]) => found.mayRead(at('工作区', '稿.要点.md'), at(...names));
    assert.equal(await mayRead('工作区', '单位名录.yaml'), true);
    assert.equal(await mayRead('etc', 'passwd.yaml'), false);
    assert.equal(await mayRead('工作区2', '单位名录.yaml'), false);
  });

  it('ask the file system once whether a file may be read, until files may have changed', async () => {
    const asked: string[] = [];
    const source = files({});
    const found = new ConfigurationFiles({
      ...source,
      real: (uri) => {
        asked.push(uri);
        return source.real(uri);
      },
    });
    found.setRoots([at('工作区')]);
    const plan = at('工作区', '上级', '市.要点.md');
    const mayRead = () => found.mayRead(at('工作区', '稿.要点.md'), plan);
    assert.deepEqual([await mayRead(), await mayRead()], [true, true]);
    assert.equal(asked.filter((uri) => uri === plan).length, 1);
    found.forget();
    await mayRead();
    assert.equal(asked.filter((uri) => uri === plan).length, 2);
  });

  it('are not followed out of the workspace by a link', async () => {
    const link = at('工作区', '.yaodian.yaml');
    const stolen = files({ [link]: '别人的' }, { [link]: at('别处', '.yaodian.yaml') });
    const found = new ConfigurationFiles(stolen);
    found.setRoots([at('工作区')]);
    assert.equal(await found.find(at('工作区', '稿.要点.md')), undefined);
    assert.deepEqual(stolen.reads, []);
  });

  it('are found through a workspace folder that is a link itself', async () => {
    const file = at('工作区', '.yaodian.yaml');
    const linked = { [at('工作区')]: at('真'), [file]: at('真', '.yaodian.yaml') };
    const found = new ConfigurationFiles(files({ [file]: '内' }, linked));
    found.setRoots([at('工作区')]);
    assert.equal((await found.find(at('工作区', '稿.要点.md')))?.text, '内');
  });

  it('are found in a file system that only the client can reach', async () => {
    const folder = encodeURI('vscode-vfs://github/云溪/计划');
    const found = new ConfigurationFiles(files({ [`${folder}/.yaodian.yaml`]: '远' }));
    found.setRoots([folder]);
    assert.equal((await found.find(`${folder}/2026/a.md`))?.text, '远');
    assert.deepEqual(found.foldersAbove(`${folder}/2026/a.md`), [`${folder}/2026/`, `${folder}/`]);
  });
});
