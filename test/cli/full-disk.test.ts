import assert from 'node:assert/strict';
import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve('dist/cli.js');
const DRAFT = `# 云溪县2026年教育工作要点\n\n一、重点任务\n\n${Array.from({ length: 200 }, (_, i) => `（${i + 1}）办好第${i + 1}件事。新建2所，由县教育局牵头。\n`).join('\n')}`;

/** A disk that takes no more than a few blocks: what does not fit is refused, as a full disk refuses it. */
function onFullDisk(folder: string, argv: readonly string[]): SpawnSyncReturns<string> {
  const command = `trap '' XFSZ; ulimit -f 8; exec "$0" "$@"`;
  return spawnSync('bash', ['-c', command, process.execPath, script, ...argv], {
    cwd: folder,
    encoding: 'utf8',
  });
}

describe('yaodian where the disk is full', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'yaodian-full-'));
    writeFileSync(path.join(folder, '稿.要点.md'), DRAFT);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  for (const [what, argv] of [
    ['a Word file', ['export', '稿.要点.md', '-o', '成品', '--to', 'docx', '--force']],
    ['pages', ['export', '稿.要点.md', '-o', '成品', '--to', 'html', '--force']],
    ['a report', ['check', '稿.要点.md', '-o', '成品', '--format', 'html', '--force']],
    ['a ledger', ['ledger', '稿.要点.md', '-o', '成品', '--kind', '督办', '--force']],
  ] as const) {
    it(`says so and leaves the old file whole when ${what} does not fit`, () => {
      writeFileSync(path.join(folder, '成品'), '去年的');
      const { status, stderr } = onFullDisk(folder, argv);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /成品/u);
      assert.match(stderr, /[\u4e00-\u9fa5]{4}/u);
      assert.doesNotMatch(stderr, /^ +at /m);
      assert.equal(readFileSync(path.join(folder, '成品'), 'utf8'), '去年的');
      assert.deepEqual(readdirSync(folder).sort(), ['成品', '稿.要点.md'].sort());
    });
  }

  it('leaves the draft whole when its repaired text does not fit', () => {
    const faulty = DRAFT.replace(/，/g, ',');
    writeFileSync(path.join(folder, '稿.要点.md'), faulty);
    const { status, stderr } = onFullDisk(folder, ['check', '--fix', '稿.要点.md']);
    assert.equal(status, 2);
    assert.match(stderr, /写不下.*稿\.要点\.md[^]*原文件没有改动/u);
    assert.equal(readFileSync(path.join(folder, '稿.要点.md'), 'utf8'), faulty);
  });
});
