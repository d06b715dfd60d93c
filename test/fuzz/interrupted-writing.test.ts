import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildScript } from '../support/build-script';
import { root } from '../support/lsp-client';
import { FUZZ_ROUNDS } from '../support/mutated-draft';

/** Large enough that a write takes more than one call. */
const SIZE = 300_000;
const LETTERS = 'abcdefghij';
const KILLS = 300;
/** Files that are written at the same time, each by its own process: the rounds take that much less time. */
const LANES = 4;

/** Writes the file again and again, each time of one letter only, until it is killed. */
const WRITER = `
  import { NodeFiles } from '${path.join(root, 'server/src/cli/node-files.ts')}';
  const files = new NodeFiles();
  process.stdout.write('.');
  for (let i = 0; ; i++)
    files.write(process.argv[2], Buffer.alloc(${SIZE}, '${LETTERS}'[i % ${LETTERS.length}]), true);
`;

describe('A process killed while it writes', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'yaodian-kill-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('leaves the old file or the new one, whole, and the next write cleans up nothing of value', async () => {
    const script = await buildScript(folder, WRITER);
    await Promise.all(Array.from({ length: LANES }, (_, lane) => killInLane(script, lane)));
    // What is left besides is temporary and says so.
    for (const name of readdirSync(folder))
      assert.match(name, /^(?:script\.mjs|稿\d\.docx|\.稿\d\.docx\..*\.tmp)$/u);
  }).timeout(400_000 * FUZZ_ROUNDS);

  async function killInLane(script: string, lane: number): Promise<void> {
    const target = path.join(folder, `稿${lane}.docx`);
    writeFileSync(target, 'a'.repeat(SIZE));
    for (let round = lane; round < KILLS * FUZZ_ROUNDS; round += LANES) {
      await killWriting(script, target, round);
      const content = readFileSync(target, 'utf8');
      assert.equal(content, (content[0] ?? '').repeat(SIZE), `round ${round}: ${content.length} characters`);
    }
  }
});

/** Each round lets the writer run a little longer, through all moments of a write. */
function killWriting(script: string, target: string, round: number): Promise<void> {
  const child = spawn(process.execPath, [script, target], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), (round * 7) % 40));
  return new Promise((resolve) => child.once('close', () => resolve()));
}
