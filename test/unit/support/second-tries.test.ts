import assert from 'node:assert/strict';
import Mocha from 'mocha';
import { layerLines, totalLines } from '../../../scripts/lib/test-summary.mjs';
import Reporter from '../../support/reporter.cjs';

/** The lines the reporter prints for the tests that `define` adds to an empty suite. */
async function linesOf(define: (suite: Mocha.Suite) => void): Promise<string> {
  const lines: string[] = [];
  const mocha = new Mocha({
    retries: 1,
    reporter: Reporter as unknown as Mocha.ReporterConstructor,
    reporterOptions: { print: (line: string) => lines.push(line) },
  });
  // Where this test runs in a layer, the report of that layer must stay its own.
  const { REPORT_FILE } = process.env;
  delete process.env.REPORT_FILE;
  try {
    define(Mocha.Suite.create(mocha.suite, '界面'));
    await new Promise((resolve) => mocha.run(resolve));
  } finally {
    if (REPORT_FILE !== undefined) process.env.REPORT_FILE = REPORT_FILE;
  }
  return lines.join('\n');
}

const failing = (times: number) => {
  let tries = 0;
  return new Mocha.Test('点一行', () => {
    if (++tries <= times) throw new Error(`第 ${tries} 次没点到`);
  });
};

describe('a test that is tried twice', () => {
  it('passes when the second try does, and the report says so, with what the first try said', async () => {
    const said = await linesOf((suite) => suite.addTest(failing(1)));
    assert.match(said, /第 2 次才通过：界面 › 点一行\n {5}第 1 次没点到/);
    assert.match(said, /\n1 passed, 0 failed$/);
  });

  it('fails once when both tries do', async () => {
    const said = await linesOf((suite) => suite.addTest(failing(2)));
    assert.doesNotMatch(said, /第 2 次才通过/);
    assert.match(said, /1\) 界面 › 点一行\n {5}第 2 次没点到/);
    assert.match(said, /\n0 passed, 1 failed$/);
  });

  it('is told of too when it was the preparation that took two tries', async () => {
    const said = await linesOf((suite) => {
      suite.beforeEach(function () {
        Object.assign(this.currentTest ?? {}, { failedBefore: new Error('编辑器没有打开') });
      });
      suite.addTest(failing(0));
    });
    assert.match(said, /第 2 次才通过：界面 › 点一行\n {5}编辑器没有打开/);
  });

  it('is not told of when it passed at once', async () => {
    assert.doesNotMatch(await linesOf((suite) => suite.addTest(failing(0))), /第 2 次/);
  });
});

describe('the summary of a run', () => {
  const flaky = {
    passed: 2,
    failed: 0,
    skipped: 0,
    failures: [],
    secondTries: [{ title: '界面 › 点一行', message: '没点到\n  at …' }],
  };
  const plain = { passed: 5, failed: 1, skipped: 1, failures: [{ title: '解析 › 空稿' }] };

  it('counts what passed only when tried again, and names it with the first line of why', () => {
    assert.deepEqual(layerLines('ui', flaky, 1.25), [
      '✔ ui: 2 passed, 0 failed, 0 skipped, 第 2 次才通过 1 (1.3 s)',
      '    第 2 次才通过：界面 › 点一行（第 1 次：没点到）',
    ]);
  });

  it('names what failed, and is silent on second tries where there were none', () => {
    assert.deepEqual(layerLines('unit', plain, 3), [
      '✖ unit: 5 passed, 1 failed, 1 skipped (3.0 s)',
      '    解析 › 空稿',
    ]);
  });

  it('ends with one line of counts that scripts read', () => {
    assert.deepEqual(totalLines([flaky, plain]), [
      '1 skipped (each said why above)',
      '1 项测试第 2 次才通过（见上：说明测试或程序不稳）',
      '7 passed, 1 failed',
    ]);
    assert.deepEqual(totalLines([{ passed: 1, failed: 0, skipped: 0 }]), ['1 passed, 0 failed']);
  });
});
