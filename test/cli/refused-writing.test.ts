import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve('dist/cli.js');
const stub = path.resolve('test/support/refuse-writing.cjs');
const DRAFT = '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线,公开目录。\n\n（三）办好网站。\n';
const OLD = '去年的';

/** Even the superuser is asked for permission without these privileges; who has none needs nothing taken away. */
const UNPRIVILEGED = process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : [];

const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0;

describe('yaodian where it is not let write', () => {
  let folder: string;
  const at = (...names: string[]): string => path.join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yaodian-refused-'));
    writeFileSync(at('稿.要点.md'), DRAFT);
  });
  afterEach(() => {
    for (const name of readdirSync(folder)) if (name === '只读') chmodSync(at(name), 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  function run(argv: readonly string[], options: { node?: string[]; code?: string } = {}) {
    const [command, ...args] = [...UNPRIVILEGED, process.execPath, ...(options.node ?? []), script, ...argv];
    const env = { ...process.env, REFUSE: options.code };
    return spawnSync(command as string, args, { cwd: folder, encoding: 'utf8', env });
  }

  /** Says it in words, ends with 2, and every file is what it was. */
  function assertRefused(act: () => SpawnSyncReturns<string>, message: RegExp): void {
    const before = filesOf(folder);
    const { status, stdout, stderr } = act();
    assert.match(stderr, message);
    assert.match(stderr, /^错误：[^\n]+\n {2}办法：[^\n]*[\u4e00-\u9fa5]/u);
    assert.doesNotMatch(stderr, /^ +at /m);
    assert.deepEqual([status, stdout], [2, '']);
    assert.deepEqual(filesOf(folder), before);
  }

  for (const [what, argv] of [
    ['a Word file', ['export', '稿.要点.md', '-o', '只读/成品.docx']],
    ['pages', ['export', '稿.要点.md', '-o', '只读/成品.html']],
    ['a ledger', ['ledger', '稿.要点.md', '--kind', '督办', '-o', '只读/台账.xlsx']],
    ['a list of tasks', ['tasks', '稿.要点.md', '-o', '只读/任务.csv']],
    ['a report', ['check', '稿.要点.md', '-o', '只读/报告.html']],
    ['a comparison', ['diff', '稿.要点.md', '稿.要点.md', '-o', '只读/比较.html']],
    ['an imported draft', ['import', '稿.要点.md', '-o', '只读/导入.要点.md']],
    ['a new draft', ['new', '--year', '2027', '-o', '只读/新稿.要点.md']],
    ['a baseline', ['check', '稿.要点.md', '--write-baseline', '只读/基线.json']],
  ] as const)
    it(`writes nothing of ${what} into a folder that is not its to write to, and says so`, () => {
      mkdirSync(at('只读'), { mode: 0o500 });
      assertRefused(() => run(argv), /没有权限访问 只读\//u);
    });

  it('does not write over a file that the person has protected, told to overwrite or not', () => {
    writeFileSync(at('成品.docx'), OLD, { mode: 0o400 });
    chmodSync(at('稿.要点.md'), 0o400);
    const toWord = ['export', '稿.要点.md', '-o', '成品.docx', '--force'];
    assertRefused(() => run(toWord), /没有权限访问 成品\.docx/u);
    assertRefused(() => run(['check', '--fix', '稿.要点.md']), /没有权限访问 稿\.要点\.md/u);
    assertRefused(() => run(['format', '--write', '稿.要点.md']), /没有权限访问 稿\.要点\.md/u);
  });

  for (const [what, target, message, prepare] of [
    ['a folder', '文件夹', /这是文件夹，不是文件： 文件夹/u, () => mkdirSync(at('文件夹'))],
    ['below a file', '稿.要点.md/成品.docx', /路径中间有一段不是文件夹： 稿/u, () => undefined],
    ['in no folder', '没有/成品.docx', /找不到 没有/u, () => undefined],
    [
      'a link to itself',
      '圈.docx',
      /链接绕成了圈，无法打开： 圈/u,
      () => symlinkSync('圈.docx', at('圈.docx')),
    ],
    ['a name too long', `${'长'.repeat(100)}.docx`, /文件名太长： 长/u, () => undefined],
  ] as const)
    it(`says why nothing can be written where the target is ${what}`, () => {
      prepare();
      const argv = ['export', '稿.要点.md', '-o', target, '--to', 'docx', '--force'];
      assertRefused(() => run(argv), message);
    });

  for (const [code, message] of [
    ['ENOSPC', /磁盘空间不足，写不下 成品\.docx/u],
    ['EDQUOT', /超出了给您的磁盘空间，写不下 成品\.docx/u],
    ['EROFS', /所在的磁盘是只读的： 成品\.docx/u],
    ['EBUSY', /文件正被别的程序占用： 成品\.docx/u],
    ['EPERM', /没有权限访问 成品\.docx/u],
  ] as const)
    it(`leaves the old file whole where the system answers ${code}`, () => {
      writeFileSync(at('成品.docx'), OLD);
      const argv = ['export', '稿.要点.md', '-o', '成品.docx', '--force'];
      assertRefused(() => run(argv, { node: ['--require', stub], code }), message);
    });

  it('leaves the old file whole on a disk that is full', function () {
    // Elsewhere the answers of the system above stand for it.
    if (!canMount) this.skip();
    mkdirSync(at('盘'));
    const inside = `mount -t tmpfs -o size=12k none 盘 && echo -n ${OLD} > 盘/成品.docx
      "$0" "$@" -o 盘/成品.docx --force; echo "ended with $?"; ls -A 盘; cat 盘/*`;
    const argv = ['-rm', 'sh', '-c', inside, process.execPath, script, 'export', '稿.要点.md'];
    const { stdout, stderr } = spawnSync('unshare', argv, { cwd: folder, encoding: 'utf8' });
    assert.match(stderr, /磁盘空间不足，写不下 盘\/成品\.docx/u);
    assert.equal(stdout, `ended with 2\n成品.docx\n${OLD}`);
  });

  it('writes a file whose name is as long as the disk allows', () => {
    const name = `${'长'.repeat(83)}.docx`;
    const { status, stderr } = run(['export', '稿.要点.md', '-o', name]);
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync(folder).sort(), ['稿.要点.md', name].sort());
  });
});

/** What is in a folder, by name; folders within are read, too. */
function filesOf(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries.map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      return [file, entry.isFile() ? readFileSync(file, 'utf8') : ''];
    }),
  );
}
