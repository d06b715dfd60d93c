import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isImportError } from '../../../../server/src/importers/import-error';
import { revisionReader } from '../../../../server/src/importers/revision/read-revision';

const hasGit = spawnSync('git', ['--version']).status === 0;

describe('a file of a git revision', () => {
  let folder = '';
  const file = (): string => join(folder, '稿件', '要点.要点.md');
  const git = (...args: string[]): void => {
    const identity = ['-c', 'user.name=测试', '-c', 'user.email=test@example.com'];
    execFileSync('git', ['-C', folder, ...identity, ...args], { stdio: 'ignore' });
  };
  before(function () {
    if (!hasGit) this.skip();
    folder = mkdtempSync(join(tmpdir(), 'yaodian-test-'));
    mkdirSync(join(folder, '稿件'));
    git('init', '--quiet');
    for (const text of ['第一稿', '第二稿']) {
      writeFileSync(file(), text);
      git('add', '.');
      git('commit', '--quiet', '--message', text);
    }
    writeFileSync(file(), '没有提交的稿');
  });
  after(() => {
    if (folder !== '') rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  });

  const read = async (revision: string, path = file()): Promise<string> =>
    new TextDecoder().decode(await revisionReader(process.env)({ revision, path }));

  it('is what was committed, in a folder below the repository and under a Chinese name', async () => {
    assert.equal(await read('HEAD'), '第二稿');
    assert.equal(await read('HEAD~1'), '第一稿');
  });

  it('is there though the file is gone today', async () => {
    rmSync(file());
    assert.equal(await read('HEAD'), '第二稿');
  });

  const failures: readonly (readonly [what: string, revision: string, path: () => string, RegExp])[] = [
    ['an unknown revision', 'nowhere', file, /没有版本 nowhere/],
    [
      'a file that the revision does not have',
      'HEAD',
      () => join(folder, '稿件', '别的.md'),
      /版本 HEAD 里没有 别的\.md/,
    ],
    ['a folder that is no repository', 'HEAD', () => join(tmpdir(), 'x.md'), /不在 git 仓库里/],
    ['a folder that is not there', 'HEAD', () => join(folder, '没有', 'x.md'), /找不到/],
  ];
  for (const [what, revision, path, message] of failures) {
    it(`says in Chinese what is wrong: ${what}`, async () => {
      await assert.rejects(
        read(revision, path()),
        (error) => isImportError(error) && message.test(error.message),
      );
    });
  }

  it('says that git is not installed', async () => {
    const without = revisionReader({ PATH: folder });
    await assert.rejects(
      without({ revision: 'HEAD', path: file() }),
      (error) => isImportError(error) && /不能运行 git/.test(error.message),
    );
  });

  for (const revision of ['--output=stolen', '-c', 'HEAD:other', 'a b', '']) {
    it(`does not hand ${JSON.stringify(revision)} to git as a revision`, async () => {
      await assert.rejects(
        read(revision),
        (error) => isImportError(error) && /不是 git 的版本/.test(error.message),
      );
      assert.ok(!existsSync(join(folder, 'stolen')));
    });
  }
});
