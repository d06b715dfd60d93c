import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import manifest from '../../package.json';
import { EXPORT_DOCUMENT, IMPORT_FILE, READ_REVISION, type ExportResult } from '../../server/src/protocol';
import { root, startServer, type TestServer } from '../support/lsp-client';

/** What a shell would run, take apart or write to, as the name of a folder, a program or a draft. */
const NAME = '甲 乙; touch 中招 $(touch 中招)`touch 中招` & "丙" \'丁\' > 戊';

const SOURCES = ['server/src', 'client/src'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, code: readFileSync(path.join(root, folder, file), 'utf8') })),
);

describe('Programs that are started', () => {
  let folder: string;
  let server: TestServer;
  before(async function () {
    // The stand-in is a shell script.
    if (process.platform === 'win32') this.skip();
    folder = path.join(mkdtempSync(path.join(tmpdir(), 'yaodian-programs-')), NAME);
    mkdirSync(folder);
    const office = path.join(folder, `${NAME}.sh`);
    writeFileSync(
      office,
      '#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done\nprintf "%s" "$3" > "$2/source.pdf"\n',
    );
    chmodSync(office, 0o755);
    // A folder's own settings name another program, which is not started.
    writeFileSync(path.join(folder, '.yaodian.yaml'), '转换程序: /bin/false\n');
    server = await startServer({
      workspace: folder,
      configuration: { yaodian: { 转换程序: office } },
      patience: 30_000,
    });
  });
  after(async () => {
    if (folder === undefined) return;
    await server.stop();
    rmSync(path.dirname(folder), { recursive: true });
  });

  it('are those that the person names, as they are named: no shell reads the names', async () => {
    const uri = server.open(`${NAME}.要点.md`, '# 2026年工作要点\n\n一、任务\n\n（一）修路。\n');
    const params = { textDocument: { uri }, format: 'pdf' };
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, params);
    assert.ok('base64' in result, JSON.stringify(result));
    assert.match(Buffer.from(result.base64, 'base64').toString(), /yaodian-\w+\/source\.docx$/u);
    await server.request(READ_REVISION, { textDocument: { uri }, revision: '$(touch 中招)' });
    const old = Buffer.from('\xd0\xcf\x11\xe0', 'latin1').toString('base64');
    await server.request(IMPORT_FILE, { name: `${NAME}.doc`, content: old });
    assert.deepEqual(
      readdirSync(folder).filter((name) => /^(?:中招|戊)/u.test(name)),
      [],
    );
  }).timeout(60_000);

  it('are named by settings of the machine alone, which no folder brings along', () => {
    const { properties } = manifest.contributes.configuration;
    const programs = Object.entries(properties).filter(([name]) => /程序|路径|命令/u.test(name));
    assert.deepEqual(
      programs.map(([name, { scope }]) => [name, scope]),
      [['yaodian.转换程序', 'machine']],
    );
  });

  it('are started in these places, by calls that take a program and its arguments', () => {
    const starting = SOURCES.filter(({ code }) => code.includes('node:child_process'));
    assert.deepEqual(starting.map(({ file }) => path.basename(file)).sort(), [
      'installed-fonts.ts',
      'node-programs.ts',
      'read-revision.ts',
      'run-until-ended.ts',
    ]);
    for (const { file, code } of starting) {
      const [, names = ''] = /import \{([^}]+)\} from 'node:child_process'/.exec(code) ?? [];
      const calls = names.split(',').map((name) => name.trim());
      for (const call of calls) assert.match(call, /^(?:execFile|spawn|spawnSync|type ChildProcess)$/, file);
      assert.doesNotMatch(code, /\bshell:/, file);
    }
  });
});
