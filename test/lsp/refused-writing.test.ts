import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  ACCEPT_FINDINGS,
  EDIT_NOTES,
  type AcceptFindingsResult,
  type DraftNotes,
} from '../../server/src/protocol';
import { root, startServer, type TestServer } from '../support/lsp-client';

const TEXT = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线。\n\n（三）办好网站。\n';
const OLD_NOTES = '{"version":1,"notes":{}}\n';

const REFUSALS = [
  ['the disk is full', 'ENOSPC', '磁盘空间不足'],
  ['nobody may write there', 'EACCES', '没有写入权限'],
] as const;

for (const [where, code, reason] of REFUSALS) {
  describe(`The server where ${where}`, () => {
    let folder: string;
    let server: TestServer;
    let uri: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'yaodian-refused-'));
      await writeFile(path.join(folder, '稿.要点.md'), TEXT);
      await writeFile(path.join(folder, '稿.审稿.json'), OLD_NOTES);
      process.env.REFUSE = code;
      const stub = path.join(root, 'test/support/refuse-writing.cjs');
      server = await startServer({
        workspace: folder,
        command: ['--require', stub, path.join(root, 'dist/server.cjs'), '--stdio'],
      });
      uri = server.open('稿.要点.md', TEXT);
    });
    afterEach(async () => {
      delete process.env.REFUSE;
      await server.stop();
      await rm(folder, { recursive: true });
    });

    it('says why a review note was not written, and leaves the notes that are there whole', async () => {
      const range = { start: { line: 4, character: 3 }, end: { line: 4, character: 7 } };
      const operation = { kind: 'add', range, text: '出处？', author: '李审' };
      const { problem } = await server.request<DraftNotes>(EDIT_NOTES, { textDocument: { uri }, operation });
      assert.equal(problem, `写不了 稿.审稿.json：${reason}。原文件没有改动。`);
      assert.equal(await readFile(path.join(folder, '稿.审稿.json'), 'utf8'), OLD_NOTES);
      await leavesNothing();
    });

    it('says why a baseline was not written', async () => {
      const places = [pathToFileURL(folder).href];
      const result = await server.request<AcceptFindingsResult>(ACCEPT_FINDINGS, { places });
      assert.deepEqual(result, { problem: `写不了 基线.json：${reason}。原文件没有改动。` });
      await leavesNothing();
    });

    async function leavesNothing(): Promise<void> {
      assert.deepEqual((await readdir(folder)).sort(), ['稿.审稿.json', '稿.要点.md'].sort());
      assert.deepEqual(server.failures, [], 'a refusal of the system is no failure of ours');
    }
  });
}
