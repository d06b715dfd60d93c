import assert from 'node:assert/strict';
import { version } from '../../../package.json';
import { InMemoryFiles, runInMemory, type RunResult } from '../../support/memory-io';

const runWith = (...argv: string[]): Promise<RunResult> =>
  runInMemory(argv, new InMemoryFiles({ 'a.md': '一、甲\n' }));

describe('run', () => {
  it('prints the version alone', async () => {
    for (const option of ['--version', '-V']) {
      assert.deepEqual(await runWith(option), {
        code: 0,
        stdout: `${version}\n`,
        stderr: '',
        bytes: undefined,
      });
    }
  });

  it('lists every command in Chinese help', async () => {
    const { code, stdout } = await runWith('--help');
    assert.equal(code, 0);
    for (const command of ['check', 'outline', 'tasks', 'lsp'])
      assert.match(stdout, new RegExp(`^  ${command} `, 'mu'));
    assert.match(stdout, /用法：.*选项：/su);
    assert.doesNotMatch(stdout, /Usage|Options|Commands/u);
  });

  it('shows the same help of a command whichever way it is asked for', async () => {
    const { stdout } = await runWith('check', '--help');
    assert.match(stdout, /--fail-on 级别 .*error、warning、info、hint、never（默认 error）/u);
    assert.equal((await runWith('check', 'a.md', '-h')).stdout, stdout);
    assert.equal((await runWith('help', 'check')).stdout, stdout);
  });

  it('shows help on stderr and fails when called with nothing', async () => {
    const { code, stdout, stderr } = await runWith();
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /用法：yaodian/u);
  });

  const complaints: readonly (readonly [string, string[], RegExp])[] = [
    ['an unknown command, with the nearest', ['chek', 'a.md'], /没有命令“chek”\n.*是不是想用 check/u],
    [
      'an unknown option, with the nearest',
      ['check', 'a.md', '--fromat', 'json'],
      /没有选项 --fromat\n.*--format/u,
    ],
    ['an unknown short option', ['check', 'a.md', '-x'], /没有选项 -x/u],
    ['an option before the command', ['--fix'], /没有选项 --fix/u],
    ['a missing operand', ['outline'], /缺少文件/u],
    ['a missing path', ['check'], /缺少路径/u],
    ['an operand too many', ['outline', 'a.md', 'b.md'], /多出参数“b\.md”/u],
    ['a missing value', ['check', 'a.md', '--format'], /--format 后面缺少格式\n.*text、json/u],
    ['a value not allowed', ['check', 'a.md', '--format', 'xml'], /“xml”不能用\n.*text、json/u],
    ['a value for a switch', ['check', 'a.md', '--fix=yes'], /--fix 后面不带值/u],
  ];
  for (const [what, argv, expected] of complaints) {
    it(`complains of ${what} on stderr with code 2`, async () => {
      const { code, stdout, stderr } = await runWith(...argv);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^错误：/u);
      assert.match(stderr, expected);
      assert.match(stderr, /\n {2}办法：/u);
    });
  }

  it('takes what follows -- for paths', async () => {
    const files = new InMemoryFiles({ '-h': '一、甲\n' });
    const { code, stdout } = await runInMemory(['outline', '--', '-h'], files);
    assert.equal(code, 0);
    assert.match(stdout, /一、甲/u);
  });
});
