import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildScript } from '../support/build-script';
import { root } from '../support/lsp-client';
import { FUZZ_ROUNDS } from '../support/mutated-draft';

const PROCESSES = 8;
const FILES = 100 * FUZZ_ROUNDS;

/** Adds its number to one file after another, each when its time has come, so that all come to a file at once. */
const ADDER = `
  import { setTimeout } from 'node:timers/promises';
  import { updateFile } from '${path.join(root, 'server/src/storage/update-file.ts')}';
  const [folder, number, begin] = process.argv.slice(2);
  for (let i = 0; i < ${FILES}; i++) {
    await setTimeout(Number(begin) + i * 50 - Date.now());
    await updateFile(folder + '/' + i + '.txt', (text = '') => text + number + ' ');
  }
`;

describe('A lock that a killed process has left', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'yaodian-lock-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('is taken over by one process at a time, however many find it at once', async () => {
    const script = await buildScript(folder, ADDER);
    const longAgo = Date.now() / 1000 - 3600;
    for (let i = 0; i < FILES; i++) {
      const lock = path.join(folder, `.${i}.txt.lock`);
      writeFileSync(lock, '');
      utimesSync(lock, longAgo, longAgo);
    }
    const begin = String(Date.now() + 1000);
    const numbers = Array.from({ length: PROCESSES }, (_, number) => String(number));
    await Promise.all(numbers.map((number) => run([script, folder, number, begin])));
    for (let i = 0; i < FILES; i++) {
      const added = readFileSync(path.join(folder, `${i}.txt`), 'utf8')
        .trim()
        .split(' ');
      assert.deepEqual(added.sort(), numbers, `file ${i}`);
    }
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.startsWith('.')),
      [],
    );
  }).timeout(120_000 * FUZZ_ROUNDS);
});

function run(command: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'inherit', 'inherit'] });
  return new Promise((resolve, reject) =>
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`exit ${code}`)))),
  );
}
