import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  READ_REVISION,
  type ComparisonPage,
  type ExportResult,
  type RevisionResult,
} from '../../server/src/protocol';
import { INVENTED_DRAFT } from '../support/invented-draft';
import { startServer, type TestServer } from '../support/lsp-client';
import { paragraphsAfter } from '../support/tracked-changes';

const EDITED = INVENTED_DRAFT.replace('公开率达到100%', '公开率达到98%').replace(/2．办好.*\n/, '');
const old = { uri: 'file:///旧.要点.md', name: '旧.要点.md', text: INVENTED_DRAFT };

describe('Comparing through the server', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ initializationOptions: { commands: ['yaodian.placeCursor'] } });
  });
  after(() => server.stop());

  it('yaodian/comparisonPage lays both drafts side by side and links each place in either', async () => {
    const uri = server.open('新.要点.md', EDITED);
    const page = await server.request<ComparisonPage>(COMPARISON_PAGE, { textDocument: { uri }, old });
    assert.match(page.body, /data-kind="dropped"[^]*2．办好政民互动/);
    assert.match(page.body, /<del>100%<\/del><ins>98%<\/ins>/);
    assert.match(page.body, /<input type="checkbox" id="show-dropped" checked>/);
    const targets = [...page.body.matchAll(/href="command:yaodian\.placeCursor\?([^"]+)"/g)].map(
      ([, link]) => JSON.parse(decodeURIComponent(link ?? '')) as [string, { start: { line: number } }],
    );
    const lineOf = (text: string, part: string): number =>
      text.slice(0, text.indexOf(part)).split('\n').length - 1;
    const places = targets.map(([target, { start }]) => [target, start.line]);
    assert.ok(
      places.some(([target, line]) => target === old.uri && line === lineOf(INVENTED_DRAFT, '2．办好')),
    );
    assert.ok(places.some(([target, line]) => target === uri && line === lineOf(EDITED, '1．公开')));
  });

  it('yaodian/comparisonFile answers a Word file with tracked changes, and a page', async () => {
    const uri = server.open('新2.要点.md', EDITED);
    const params = { textDocument: { uri }, old };
    const word = await server.request<ExportResult>(COMPARISON_FILE, { ...params, format: 'docx' });
    assert.ok('base64' in word);
    const docx = new Uint8Array(Buffer.from(word.base64, 'base64'));
    assert.ok(paragraphsAfter('reject', docx).some((text) => text.includes('2．办好政民互动')));
    assert.ok(!paragraphsAfter('accept', docx).some((text) => text.includes('办好政民互动')));
    const page = await server.request<ExportResult>(COMPARISON_FILE, { ...params, format: 'html' });
    assert.ok('base64' in page);
    assert.match(Buffer.from(page.base64, 'base64').toString(), /<!doctype html>/);
  });

  it('answers nothing for documents that are no drafts', async () => {
    const uri = server.open('笔记.md', '# 笔记\n', 'markdown');
    for (const method of [COMPARISON_PAGE, COMPARISON_FILE])
      assert.equal(await server.request(method, { textDocument: { uri }, old, format: 'docx' }), null);
  });

  describe('yaodian/readRevision', () => {
    let folder = '';
    const request = (on: TestServer, name: string, revision: string): Promise<RevisionResult> => {
      const uri = pathToFileURL(path.join(folder, name)).href;
      return on.request<RevisionResult>(READ_REVISION, { textDocument: { uri }, revision });
    };
    before(async function () {
      if (spawnSync('git', ['--version']).status !== 0) this.skip();
      folder = await mkdtemp(path.join(tmpdir(), '要点-'));
      const git = (...args: string[]): unknown =>
        execFileSync('git', [
          '-C',
          folder,
          '-c',
          'user.name=测试',
          '-c',
          'user.email=test@example.com',
          ...args,
        ]);
      git('init', '--quiet');
      await writeFile(path.join(folder, '稿.要点.md'), INVENTED_DRAFT);
      git('add', '.');
      git('commit', '--quiet', '--message', '第一稿');
      await writeFile(path.join(folder, '稿.要点.md'), EDITED);
    });
    after(() => (folder === '' ? undefined : rm(folder, { recursive: true })));

    it('answers the draft as it was committed', async () => {
      assert.deepEqual(await request(server, '稿.要点.md', 'HEAD'), { text: INVENTED_DRAFT });
    });

    it('says in Chinese why there is none', async () => {
      const result = await request(server, '稿.要点.md', 'nowhere');
      assert.ok('error' in result);
      assert.equal(result.error, 'git 仓库里没有版本 nowhere');
    });

    it('starts no git in a folder that the person does not trust', async () => {
      const restricted = await startServer({ initializationOptions: { restricted: true } });
      try {
        const result = await request(restricted, '稿.要点.md', 'HEAD');
        assert.ok('error' in result);
        assert.match(result.error, /未受信任/);
      } finally {
        await restricted.stop();
      }
    });
  });
});
