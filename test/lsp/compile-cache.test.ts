import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Diagnostic } from 'vscode-languageserver-types';
import { generatePlan } from '../bench/plans';
import { startServer } from '../support/lsp-client';

const PLAN = generatePlan(6000);
/** Longer than a server waits after its first findings, in milliseconds. */
const LONGER_THAN_PAUSE = 5000;
/** In milliseconds: for a machine that is busy with other things. */
const PATIENCE = 30_000;

describe('The compile cache of the server', () => {
  let folder: string;
  before(() => (folder = mkdtempSync(path.join(tmpdir(), 'yaodian-compiled-'))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const session = async (env: NodeJS.ProcessEnv, meanwhile = async () => {}): Promise<Diagnostic[]> => {
    const server = await startServer({ env });
    const { diagnostics } = await server.diagnostics(server.open('稿.要点.md', PLAN));
    await meanwhile();
    assert.equal(await server.stop(), 0);
    assert.equal(server.stderr, '');
    return diagnostics;
  };
  /** Names of whole files; one that is being written is hidden. */
  const kept = (): string[] =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /[\\/]server-\w+$/u.test(name),
    );

  it('is made after the first findings, taken up by the next server, and changes none of them', async () => {
    const env = { XDG_CACHE_HOME: folder, NODE_DISABLE_COMPILE_CACHE: undefined };
    const without = await session({});
    assert.ok(without.length > 10);
    assert.deepEqual(kept(), []);
    const untilKept = async (): Promise<void> => {
      const deadline = Date.now() + PATIENCE;
      while (kept().length === 0) {
        assert.ok(Date.now() < deadline, 'nothing was kept');
        await setTimeout(50);
      }
    };
    assert.deepEqual(await session(env, untilKept), without);
    const names = kept();
    const file = path.join(folder, names[0] as string);
    const then = new Date(1_700_000_000_000);
    utimesSync(file, then, then);
    assert.deepEqual(await session(env, () => setTimeout(LONGER_THAN_PAUSE)), without);
    assert.deepEqual(kept(), names);
    assert.deepEqual(statSync(file).mtime, then, 'V8 took all of it');
  }).timeout(60_000);
});
