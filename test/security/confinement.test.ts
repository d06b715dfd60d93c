import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startServer, type TestServer } from '../support/lsp-client';

const UNITS = '单位:\n  - 全称: 云溪县秘密局\n';
const draft = (frontMatter: string): string =>
  `---\n文种: 工作要点\n${frontMatter}---\n\n# 云溪县2026年工作要点\n\n一、任务\n\n（一）修路。〔责任单位：云溪县秘密局〕\n`;

/** A workspace beside which lies what a draft from somebody else must not reach. */
describe('Paths that come with a draft', function () {
  this.timeout(30_000);
  let top: string;
  let workspace: string;
  let server: TestServer;

  beforeEach(() => {
    top = mkdtempSync(path.join(tmpdir(), 'yaodian-paths-'));
    workspace = path.join(top, '工作区');
    mkdirSync(path.join(workspace, '稿件'), { recursive: true });
    writeFileSync(path.join(top, '秘密.yaml'), UNITS);
  });
  afterEach(async () => {
    await server.stop();
    rmSync(top, { recursive: true });
  });

  /** Messages of what is wrong with the registries of a draft, and whether its unit is known. */
  async function registriesOf(frontMatter: string): Promise<{ refused: boolean; known: boolean }> {
    server = await startServer({ workspace });
    const uri = server.open('稿件/稿.要点.md', draft(frontMatter));
    const { diagnostics } = await server.diagnostics(uri);
    const messages = diagnostics.map(({ message }) => message).join('\n');
    return { refused: /在工作区之外，没有读取/.test(messages), known: !/秘密局”?不在/.test(messages) };
  }

  it('are followed within the workspace', async () => {
    writeFileSync(path.join(workspace, '名录.yaml'), UNITS);
    assert.deepEqual(await registriesOf('单位名录: ../名录.yaml\n'), { refused: false, known: true });
  });

  it('are not followed out of it by ..', async () => {
    assert.equal((await registriesOf('单位名录: ../../秘密.yaml\n')).refused, true);
  });

  it('are not followed out of it when they are whole', async () => {
    assert.equal((await registriesOf(`单位名录: ${path.join(top, '秘密.yaml')}\n`)).refused, true);
  });

  it('are not followed out of it by the configuration beside the draft', async () => {
    writeFileSync(path.join(workspace, '.yaodian.yaml'), '单位名录: ../秘密.yaml\n');
    assert.equal((await registriesOf('')).refused, true);
  });

  it('are not followed out of it by a link', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(path.join(top, '秘密.yaml'), path.join(workspace, '名录.yaml'));
    assert.equal((await registriesOf('单位名录: ../名录.yaml\n')).refused, true);
  });

  it('are not followed out of it by a link with the name that registries are found by', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync(path.join(top, '秘密.yaml'), path.join(workspace, '单位名录.yaml'));
    server = await startServer({ workspace });
    const uri = server.open('稿件/稿.要点.md', draft(''));
    await server.diagnostics(uri);
    assert.deepEqual(
      server.published.filter((published) => published.uri.includes('%E5%8D%95')),
      [],
    );
  });

  it('never make the server wait for a file without an end', async function () {
    if (process.platform === 'win32') this.skip();
    symlinkSync('/dev/zero', path.join(workspace, '.yaodian.yaml'));
    await registriesOf('单位名录: /dev/zero\n');
  });
});
