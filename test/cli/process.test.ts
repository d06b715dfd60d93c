import assert from 'node:assert/strict';
import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { encodeText } from '../../server/src/importers/encode-text';

const script = resolve('dist/cli.js');
const GAP = '2026年政务公开工作要点\r\n一、重点任务\r\n（一）办好热线\r\n（三）办好网站\r\n';

/** Real processes of what was built: what only a process has is tested here, all else in test/unit/cli. */
describe('yaodian as a process', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(join(tmpdir(), 'yaodian-process-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const yaodian = (argv: string[], input?: Uint8Array): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [script, ...argv], { cwd: folder, encoding: 'utf8', input });

  it('fixes a GB18030 file in place and keeps encoding, line ends and mode', () => {
    const file = join(folder, 'gb.txt');
    writeFileSync(file, encodeText(GAP, 'gb18030', false), { mode: 0o640 });
    const { status, stderr } = yaodian(['check', '--fix', 'gb.txt']);
    assert.equal(status, 0);
    assert.match(stderr, /已修复 gb\.txt：1 处/u);
    assert.deepEqual(
      new Uint8Array(readFileSync(file)),
      encodeText(GAP.replace('（三）', '（二）'), 'gb18030', false),
    );
    assert.equal(statSync(file).mode & 0o777, 0o640);
  });

  it('ends with 1 for findings, 2 for wrong usage, and reads standard input', () => {
    const found = yaodian(['check', '-', '--format', 'json'], encodeText(GAP, 'utf-16le', true));
    assert.equal(found.status, 1);
    const { files } = JSON.parse(found.stdout) as {
      files: { path: string; diagnostics: { rule: string }[] }[];
    };
    assert.equal(files[0]?.path, '-');
    assert.ok(files[0].diagnostics.some(({ rule }) => rule === 'numbering/gap'));
    assert.equal(yaodian(['check']).status, 2);
  });

  it('accepts what several shells accept at once in one baseline', async () => {
    const shared = join(folder, '共同');
    mkdirSync(shared);
    const names = Array.from({ length: 8 }, (_, i) => `稿${i}.txt`);
    for (const name of names) writeFileSync(join(shared, name), GAP);
    const codes = await Promise.all(
      names.map((name) => {
        const argv = [script, 'check', name, '--write-baseline', '基线.json'];
        return new Promise((done) => spawn(process.execPath, argv, { cwd: shared }).once('close', done));
      }),
    );
    assert.deepEqual(new Set(codes), new Set([0]));
    const { files } = JSON.parse(readFileSync(join(shared, '基线.json'), 'utf8')) as { files: object };
    assert.deepEqual(Object.keys(files), names);
    assert.deepEqual(readdirSync(shared).sort(), ['基线.json', ...names].sort(), 'no lock is left');
  }).timeout(120_000);

  it('is silent when its reader goes away', async () => {
    const long = `2026年工作要点\n一、任务\n${Array.from({ length: 4000 }, (_, i) => `${i + 1}．办好第${i + 1}件事\n`).join('')}`;
    writeFileSync(join(folder, 'long.txt'), long);
    const argv = [script, 'tasks', 'long.txt', '--format', 'json'];
    const child = spawn(process.execPath, argv, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('close', done));
    assert.equal(stderr, '');
    assert.equal(code, 0);
  });

  it('checks many files on threads with the findings and order of one', () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let i = 100; i < 160; i++)
      writeFileSync(join(many, `${i}.txt`), i % 2 ? GAP : GAP.replace('（三）', '（二）'));
    const { status, stdout } = yaodian(['check', 'many', '--format', 'json', '--fail-on', 'never']);
    assert.equal(status, 0);
    const { files } = JSON.parse(stdout) as { files: { path: string; diagnostics: { rule: string }[] }[] };
    assert.equal(files.length, 60);
    files.forEach(({ path, diagnostics }, index) => {
      assert.equal(path, join('many', `${index + 100}.txt`));
      assert.equal(
        diagnostics.some(({ rule }) => rule === 'numbering/gap'),
        index % 2 === 1,
      );
    });
    const english = yaodian(['check', 'many', '--lang', 'en', '--fail-on', 'never']).stdout;
    assert.equal(english.match(/error Before “（三）” there is left out/gu)?.length, 30);
  });

  it('takes up what a check of many files kept', () => {
    const drafts = join(folder, '全市');
    mkdirSync(drafts);
    for (let i = 100; i < 160; i++) writeFileSync(join(drafts, `${i}.txt`), GAP);
    const kept = join(folder, '检查缓存');
    const check = (argv: string[] = []): string => {
      const { status, stdout, stderr } = yaodian(['check', '全市', ...argv]);
      assert.deepEqual([status, stderr], [1, '']);
      return stdout;
    };
    assert.equal(check(['--cache', kept]), check());
    // What is told is what was kept, not what would be found: a result that says something else is taken up too.
    const [mark, maker, , body = ''] = readFileSync(kept, 'utf8').split('\n');
    const other = body.replaceAll('之前缺', '之前少');
    const digest = createHash('sha256').update(other).digest('base64');
    writeFileSync(kept, [mark, maker, digest, other].join('\n'));
    assert.equal(check(['--cache', kept]), check().replaceAll('之前缺', '之前少'));
    writeFileSync(join(drafts, '100.txt'), GAP.replace('（三）', '（二）'));
    assert.equal(check(['--cache', kept]).match(/之前少/gu)?.length, 59);
    writeFileSync(join(folder, '.yaodian.yaml'), '检查:\n  numbering/gap: 警告\n');
    assert.equal(check(['--cache', kept, '--fail-on', 'warning']), check(['--fail-on', 'warning']));
    rmSync(join(folder, '.yaodian.yaml'));
  }).timeout(120_000);
}).timeout(60_000);
