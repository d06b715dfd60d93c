import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';
import Reporter from '../../support/reporter.cjs';
import { backToTheBeginning } from '../support/second-try';

/**
 * What VS Code calls in its extension host (`extensionTestsPath`). The process that started VS Code cannot see its
 * output, so the report goes to REPORT_FILE as JSON, and the lines for people to REPORT_FILE.txt.
 */
export async function run(): Promise<void> {
  const reportFile = process.env.REPORT_FILE ?? '';
  const print = (line: string): void =>
    reportFile ? appendFileSync(`${reportFile}.txt`, `${line}\n`) : undefined;
  // Tells the starting process that the editor is up: from here on nothing is tried a second time.
  if (reportFile) appendFileSync(`${reportFile}.txt`, '');
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 20_000,
    retries: 1,
    rootHooks: { beforeEach: backToTheBeginning },
    reporter: Reporter as unknown as Mocha.ReporterConstructor,
    reporterOptions: { print },
  });
  if (process.env.TEST_GREP) mocha.grep(process.env.TEST_GREP);
  const tests = readdirSync(__dirname).filter((file) => file.endsWith('.test.cjs'));
  for (const file of tests.sort()) mocha.addFile(path.join(__dirname, file));
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} failed`);
}
