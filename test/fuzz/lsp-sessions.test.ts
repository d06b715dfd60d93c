import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { HurriedSession } from '../support/hurried-session';
import { startServer, type TestServer } from '../support/lsp-client';
import { FUZZ_ROUNDS, mutatedDraft } from '../support/mutated-draft';
import type { Asking, Step } from '../support/session-step';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const piece = fc.constantFrom(
  '一、',
  '\n',
  '（三）',
  '〔责任单位：',
  '〕',
  '```\n',
  '<!-- ',
  '-->',
  '𠮷',
  '',
  '\r\n',
  '甲。',
);

const edit = fc.tuple(share, fc.nat(6), piece);
const draft = fc.nat(2);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('open' as const), draft, text: mutatedDraft }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      draft,
      edits: fc.array(edit, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      draft,
      what: fc.nat(99),
      at: share,
      how: fc.constantFrom<Asking>('wait', 'overtake', 'cancel'),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('note' as const), draft, at: share }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('rename file' as const), draft }) },
  fc.record({ kind: fc.constant('rename unit' as const), draft, at: share }),
  fc.record({ kind: fc.constantFrom('close' as const, 'save' as const), draft }),
  fc.record({ kind: fc.constant('muddle' as const), draft, edit }),
  fc.record({
    kind: fc.constant('registry' as const),
    names: fc.array(fc.constantFrom('县教育局', '县公安局', '县应急管理局', '[', ': :'), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('settings' as const), off: fc.boolean() }),
);

describe('Sessions of a person in a hurry', () => {
  let server: TestServer;
  let workspace: string;
  let sessions = 0;

  before(async () => {
    workspace = await mkdtemp(path.join(os.tmpdir(), 'yaodian-session-'));
    server = await startServer({ workspace, patience: 40_000 });
  });

  after(async () => {
    await server.stop();
    await rm(workspace, { recursive: true });
  });

  it('get answers within the text, and in the end what a fresh look at the text finds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (steps) => {
        await new HurriedSession(server, workspace, ++sessions).play(steps);
      }),
      // A failure is told, though there is no time to make its example smaller.
      {
        numRuns: 12 * FUZZ_ROUNDS,
        interruptAfterTimeLimit: 200_000 * FUZZ_ROUNDS,
        markInterruptAsFailure: true,
      },
    );
    assert.equal(server.stderr, '');
    assert.deepEqual(server.failures, []);
  }).timeout(240_000 * FUZZ_ROUNDS);
});
