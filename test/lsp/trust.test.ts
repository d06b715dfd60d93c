import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import manifest from '../../package.json';
import {
  EXPORT_DOCUMENT,
  IMPORT_FILE,
  TRUST_GRANTED,
  type ExportResult,
  type ImportResult,
} from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const TEXT = '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位。新增600个。\n';

describe('A workspace that is not trusted', function () {
  this.timeout(30_000);
  let folder: string;
  let server: TestServer;
  const trace = (): string => path.join(folder, 'started');

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'yaodian-trust-'));
    const office = path.join(folder, 'soffice');
    writeFileSync(office, `#!/bin/sh\ntouch '${trace()}'\n`);
    chmodSync(office, 0o755);
    server = await startServer({
      workspace: folder,
      configuration: { yaodian: { 转换程序: office } },
      initializationOptions: { restricted: true },
    });
  });
  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  const exportPdf = (uri: string): Promise<ExportResult> =>
    server.request<ExportResult>(EXPORT_DOCUMENT, { textDocument: { uri }, format: 'pdf' });

  it('starts no program, says why and what to do, and starts one once it is trusted', async function () {
    if (process.platform === 'win32') this.skip();
    const uri = server.open('稿.要点.md', TEXT);
    const refused = await exportPdf(uri);
    assert.ok('problem' in refused);
    assert.equal(refused.problem, '这个文件夹未受信任，不启动别的程序，不能导出 PDF');
    assert.match(refused.advice, /可以导出 docx/);
    const old = { name: '旧.doc', content: Buffer.from('\xd0\xcf\x11\xe0', 'latin1').toString('base64') };
    const imported = await server.request<ImportResult>(IMPORT_FILE, old);
    assert.match(JSON.stringify(imported), /未受信任.*不能转换 \.doc 文件.*另存为 \.docx/);
    assert.equal(existsSync(trace()), false);
    await server.notify(TRUST_GRANTED);
    await exportPdf(uri);
    assert.equal(existsSync(trace()), true);
  });

  it('still exports what needs no program', async () => {
    const uri = server.open('稿二.要点.md', TEXT);
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, {
      textDocument: { uri },
      format: 'docx',
    });
    assert.ok('base64' in result);
  });

  it('cannot name programs, nor files elsewhere, in settings of its own', () => {
    const { properties } = manifest.contributes.configuration;
    assert.equal(properties['yaodian.转换程序'].scope, 'machine');
    const { untrustedWorkspaces } = manifest.capabilities;
    assert.equal(untrustedWorkspaces.supported, 'limited');
    assert.deepEqual(untrustedWorkspaces.restrictedConfigurations, ['yaodian.单位名录']);
  });
});
