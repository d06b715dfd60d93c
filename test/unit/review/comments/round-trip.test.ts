import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../../../server/src/dialect/draft';
import { placeComments } from '../../../../server/src/exporters/document/place-comments';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { importText } from '../../../../server/src/importers/text/import-text';
import { notesOfComments } from '../../../../server/src/review/comments/notes-of-comments';
import { planComments } from '../../../../server/src/review/comments/plan-comments';
import { AnchorFinder } from '../../../../server/src/review/find-anchor';
import type { Note, Notes } from '../../../../server/src/review/notes/note';
import { INVENTED_DRAFT } from '../../../support/invented-draft';
import { inventNotes } from '../../../support/invented-notes';
import { root } from '../../../support/lsp-client';
import { inventedPlans } from '../../../support/plans';
import { Random } from '../../../support/random';
import { savedByOffice } from '../../../support/saved-by-office';

const NOW = '2026-04-01T00:00:00Z';
const SAMPLE = readFileSync(path.join(root, 'samples', '2026年云溪县安全生产工作要点.要点.md'), 'utf8');
const TEXTS = [INVENTED_DRAFT, SAMPLE, ...inventedPlans().map(({ text }) => text)];

describe('Notes that go into Word and come back', () => {
  for (const [i, source] of TEXTS.entries()) {
    it(`say the same, on the same words: plan ${i + 1}`, async () => {
      const { text } = importText(source);
      for (let seed = 1; seed <= 2; seed++) {
        const notes = inventNotes(text, new Random(seed * 100 + i));
        assertSame(text, notes, importedFrom(await withComments(text, notes)));
      }
    });
  }

  it('also where LibreOffice has opened and saved the file in between', async function () {
    const { text } = importText(SAMPLE);
    const notes = inventNotes(text, new Random(7), 20);
    const saved = savedByOffice(this, await withComments(text, notes));
    assertSame(text, notes, importedFrom(saved));
  }).timeout(120_000);
});

function withComments(text: string, notes: Notes): Promise<Uint8Array> {
  const draft = readDraft(text);
  const plan = planDocument(draft, DEFAULT_PROFILE);
  return writeDocx(placeComments(plan, text, planComments(draft, notes)));
}

function importedFrom(docx: Uint8Array): Notes {
  const { text, comments } = importDocx(docx);
  return notesOfComments(readDraft(text), comments, NOW);
}

/** In everything people see, and on the very words they were on in the draft. */
function assertSame(text: string, before: Notes, after: Notes): void {
  assert.deepEqual(said(after), said(before));
  const finder = new AnchorFinder(readDraft(text));
  for (const [id, note] of before) {
    const again = after.get(id) as Note;
    assert.deepEqual(finder.find(again.anchor).range, finder.find(note.anchor).range, note.anchor.quote);
  }
}

function said(notes: Notes): unknown {
  const sorted = [...notes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  // The lines of a title or a cell are one paragraph in Word.
  return sorted.map(({ anchor, ...note }) => ({ ...note, quote: anchor.quote.replace(/\s*\n\s*/g, '') }));
}
