import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentStore, type Snapshot } from '../../../server/src/connection/document-store';
import { Positions } from '../../../server/src/connection/positions';
import { readDraft } from '../../../server/src/dialect/draft';
import { LineTable } from '../../../server/src/dialect/lines';
import type { Draft } from '../../../server/src/dialect/model';
import { wholeReadingOf } from '../../../server/src/dialect/reread/reread-draft';
import { generatePlan } from '../../bench/plans';

const uri = 'file:///要点.要点.md';
const text = generatePlan(3000);
const PIECES = ['', '实', '好', '县', '，', '。', '年底前', '实', '好', '责任', '\n', '\r\n', '一、'];

interface Step {
  readonly at: number;
  readonly deleted: number;
  readonly piece: string;
}

const steps = fc.array(
  fc.record({
    at: fc.nat(3000),
    deleted: fc.constantFrom(0, 0, 0, 0, 1),
    piece: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 3 },
);

describe('Versions of an open document', () => {
  it('read as their texts do, whatever was changed since the last that was read', () => {
    let reread = 0;
    const version = fc.record({ steps, isRead: fc.boolean() });
    fc.assert(
      fc.property(fc.array(version, { maxLength: 24 }), (versions) => {
        const store = new DocumentStore('utf-16');
        let snapshot = store.opened({ uri, languageId: 'yaodian', version: 0, text });
        assert.ok(snapshot.draft);
        for (const { steps: typed, isRead } of versions) {
          snapshot = change(store, snapshot, typed);
          if (!isRead) continue;
          assert.deepEqual(factsOf(snapshot.draft), factsOf(readDraft(snapshot.text)));
          if (wholeReadingOf(snapshot.draft) !== undefined) reread++;
        }
      }),
      { numRuns: 60 },
    );
    assert.ok(reread > 10, `${reread} versions made of others`);
  });
});

/** Several changes at once, each of what the one before left. */
function change(store: DocumentStore, snapshot: Snapshot, typed: readonly Step[]): Snapshot {
  let now = snapshot.text;
  const contentChanges = typed.map(({ at, deleted, piece }) => {
    const positions = new Positions(now, LineTable.of(now));
    const range = positions.rangeOf({
      start: at % now.length,
      end: Math.min(now.length, (at % now.length) + deleted),
    });
    const [start, end] = [positions.offsetAt(range.start), positions.offsetAt(range.end)];
    now = now.slice(0, start) + piece + now.slice(end);
    return { range, text: piece };
  });
  const changed = store.changed({ textDocument: { uri, version: snapshot.version + 1 }, contentChanges });
  assert.equal(changed?.text, now);
  return changed;
}

function factsOf({ text: of, lines, tasks, outline, blocks, body }: Draft): unknown {
  return {
    of,
    starts: Array.from({ length: lines.count }, (_, index) => lines.startOf(index + 1)),
    tasks: tasks.map(({ title, range, fields, line }) => {
      const { clauses, units, deadlines, frequencies, targets } = fields;
      return { title, range, line, clauses, units, deadlines, frequencies, targets };
    }),
    outline: outline.map(({ title, titleRange, range, paragraphs }) => ({
      title,
      titleRange,
      range,
      paragraphs,
    })),
    blocks,
    body,
  };
}
