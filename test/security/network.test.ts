import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  HoverRequest,
} from 'vscode-languageserver';
import {
  CHECK_WORKSPACE,
  DOCUMENT_PREVIEW,
  EXPORT_DOCUMENT,
  type ExportResult,
} from '../../server/src/protocol';
import { root, startServer } from '../support/lsp-client';

const stub = path.join(root, 'test/security/no-network.cjs');
const server = path.join(root, 'dist/server.cjs');
const cli = path.join(root, 'dist/cli.js');

/** Whether this machine lets us run a program where there is no network at all. */
const canUnshare = spawnSync('unshare', ['-rn', 'true']).status === 0;
const unshared = (file: string): string[] => [
  '-e',
  `const { spawn } = require('node:child_process');
   spawn('unshare', ['-rn', process.execPath, ${JSON.stringify(file)}, '--stdio'], { stdio: 'inherit' })
     .on('exit', (code) => process.exit(code ?? 1));`,
];

describe('Without a network', function () {
  this.timeout(60_000);
  let folder: string;
  let log: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yaodian-network-'));
    cpSync(path.join(root, 'samples'), path.join(folder, '稿件'), { recursive: true });
    log = path.join(folder, 'network.log');
    process.env['NETWORK_LOG'] = log;
  });
  after(() => {
    delete process.env['NETWORK_LOG'];
    rmSync(folder, { recursive: true });
  });

  const attempts = (): string => (existsSync(log) ? readFileSync(log, 'utf8') : '');

  async function workWith(command: string[]): Promise<void> {
    const workspace = path.join(folder, '稿件');
    const name = readdirSync(workspace).find((file) => file.endsWith('.要点.md')) ?? '';
    const session = await startServer({ command, workspace, patience: 30_000 });
    const uri = session.open(name, readFileSync(path.join(workspace, name), 'utf8'));
    const textDocument = { uri };
    const position = { line: 20, character: 5 };
    const options = { tabSize: 2, insertSpaces: true };
    assert.ok((await session.diagnostics(uri)).diagnostics.length > 0);
    assert.ok(await session.request(DocumentSymbolRequest.type, { textDocument }));
    await session.request(HoverRequest.type, { textDocument, position });
    await session.request(CompletionRequest.type, { textDocument, position });
    await session.request(DocumentFormattingRequest.type, { textDocument, options });
    await session.request(CHECK_WORKSPACE, { places: [] });
    assert.ok(await session.request(DOCUMENT_PREVIEW, { textDocument }));
    const result = await session.request<ExportResult>(EXPORT_DOCUMENT, { textDocument, format: 'docx' });
    assert.ok('base64' in result);
    assert.ok(strFromU8(unzipSync(Buffer.from(result.base64, 'base64'))['word/document.xml'] as Uint8Array));
    assert.equal(await session.stop(), 0);
  }

  it('the server does a whole session, and never asks for one', async () => {
    await workWith(['--require', stub, server, '--stdio']);
    assert.equal(attempts(), '');
  });

  it('the command line works, and never asks for one', () => {
    for (const args of [
      ['check', '稿件', '--format', 'json'],
      ['tasks', '稿件/2026年云溪县安全生产工作要点.要点.md'],
      ['export', '稿件/2026年云溪县安全生产工作要点.要点.md', '-o', '导出.docx'],
    ]) {
      const { status, stderr } = spawnSync(process.execPath, ['--require', stub, cli, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      assert.ok(status === 0 || status === 1, `${args.join(' ')}: ${status} ${stderr}`);
    }
    assert.equal(attempts(), '');
  });

  it('the server does a whole session where the system has taken the network away', async function () {
    if (!canUnshare) this.skip();
    await workWith(unshared(server));
  });

  it('would notice somebody who asks for one', () => {
    const asks = "try { require('node:https').get('https://127.0.0.1') } catch {}";
    spawnSync(process.execPath, ['--require', stub, '-e', asks]);
    assert.match(attempts(), /https\.get/);
  });
});
