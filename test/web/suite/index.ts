import type Mocha from 'mocha';
import 'mocha/mocha.js';
import { extensions } from 'vscode';
import { collectSecondTries } from '../../support/second-tries.cjs';
import { backToTheBeginning } from '../../vscode/support/second-try';

/** A test that failed, as the starting process reads it. */
interface Failure {
  readonly title: string;
  readonly message: string;
  readonly stack: string;
}

/**
 * What VS Code calls in its worker (`extensionTestsPath`). There is no disk to write a report to: it goes to the server
 * that the page came from.
 */
export async function run(): Promise<void> {
  // mocha's edition for browsers makes itself known so.
  const Runner = (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;
  const mocha = new Runner({ ui: 'bdd', timeout: 20_000, retries: 1, reporter: class {} as never });
  mocha.rootHooks({ beforeEach: backToTheBeginning });
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  await import('../../vscode/suite/core.test');
  await import('./browser.test');
  const failures: Failure[] = [];
  const passed: string[] = [];
  const secondTries = await new Promise<object[]>((resolve) => {
    const runner = mocha.run(() => resolve(collected));
    const collected = collectSecondTries(runner);
    runner.on('pass', (test) => passed.push(test.fullTitle()));
    runner.on('fail', (test, { message = '', stack = '' }) =>
      failures.push({ title: test.fullTitle(), message, stack }),
    );
  });
  const server = extensions.getExtension('yaodian-test.memfs')?.extensionUri.with({ path: '/report' });
  await fetch(String(server?.toString(true)), {
    method: 'POST',
    body: JSON.stringify({ passed, failures, secondTries }),
  });
}
