import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readDraft } from '../../../../server/src/dialect/draft';
import { placeComments } from '../../../../server/src/exporters/document/place-comments';
import { planDocument } from '../../../../server/src/exporters/document/plan-document';
import { DEFAULT_PROFILE } from '../../../../server/src/exporters/document/profile';
import { writeDocx } from '../../../../server/src/exporters/docx/write-docx';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { AnchorMaker } from '../../../../server/src/review/anchor';
import { notesOfComments } from '../../../../server/src/review/comments/notes-of-comments';
import { planComments } from '../../../../server/src/review/comments/plan-comments';
import { exportedOf, takeNotes, type TakenNotes } from '../../../../server/src/review/comments/take-notes';
import type { Note, Notes, Reply } from '../../../../server/src/review/notes/note';

const TEXT = '# 云溪县2026年教育工作要点\n\n一、重点任务\n\n1．扩大学位供给。新增学位600个。\n';
const DRAFT = readDraft(TEXT);
const EXPORTED_AT = '2026-03-10T00:00:00Z';
const NOW = '2026-04-01T00:00:00Z';
const REPLY: Reply = { id: 'r1', author: '王起草', date: '2026-03-02T08:00:00Z', text: '已核实' };
const start = TEXT.indexOf('新增学位');
const NOTE: Note = {
  id: 'n1',
  author: '李审',
  date: '2026-03-01T08:00:00Z',
  state: 'open',
  text: '请核实',
  anchor: new AnchorMaker(DRAFT).anchorAt({ start, end: start + 4 }),
  replies: [REPLY],
};

/** What comes of a note that was exported, edited in Word by these replacements, and taken in beside `ours`. */
async function takenFrom(
  word: Readonly<Record<string, string>>,
  ours: Notes = notes({}),
): Promise<TakenNotes> {
  const plan = planDocument(DRAFT, DEFAULT_PROFILE);
  const docx = await writeDocx(placeComments(plan, TEXT, planComments(DRAFT, notes({}))));
  const { text, comments } = importDocx(editedInWord(docx, word));
  return takeNotes(ours, notesOfComments(readDraft(text), comments, NOW), exportedOf(comments));
}

function editedInWord(docx: Uint8Array, replacements: Readonly<Record<string, string>>): Uint8Array {
  const files = unzipSync(docx);
  for (const name of ['word/comments.xml', 'word/commentsExtended.xml']) {
    let xml = strFromU8(files[name] ?? assert.fail(`${name} is in the package`));
    for (const [from, to] of Object.entries(replacements)) xml = xml.replaceAll(from, to);
    files[name] = strToU8(xml);
  }
  return zipSync(files);
}

function notes(changes: Partial<Note>): Notes {
  return new Map([['n1', { ...NOTE, ...changes }]]);
}

const saidIn = ({ notes: taken }: TakenNotes): string[] =>
  [...taken.values()].flatMap(({ text, replies }) => [text, ...replies.map((reply) => reply.text)]);

const EDITED_NOTE = { text: '请再核实', changed: '2026-03-20T00:00:00Z' };
const EDITED_REPLY = { replies: [{ ...REPLY, text: '已核实两遍' }] };

describe('Comments of a Word document that are known', () => {
  it('change nothing where nobody changed anything', async () => {
    const { notes: taken, added, changed } = await takenFrom({});
    assert.deepEqual([taken, added, changed], [notes({}), 0, 0]);
  });

  it('do not take back what was edited here since the export, a reply neither', async () => {
    const ours = notes({ ...EDITED_NOTE, ...EDITED_REPLY });
    const { notes: taken, changed } = await takenFrom({}, ours);
    assert.deepEqual([taken, changed], [ours, 0]);
  });

  it('bring what was edited in Word, where it was not edited here', async () => {
    const taken = await takenFrom({ 请核实: '请县统计局核实', 已核实: '数据已核实' });
    assert.deepEqual(saidIn(taken), ['请县统计局核实', '数据已核实']);
    assert.deepEqual([taken.changed, taken.notes.get('n1')?.changed], [1, NOW]);
  });

  it('leave both, what stands here and what stands in Word, where both were edited', async () => {
    const ours = notes({ ...EDITED_NOTE, ...EDITED_REPLY });
    const word = { 请核实: '请县统计局核实', 已核实: '数据已核实' };
    const taken = await takenFrom(word, ours);
    assert.deepEqual(saidIn(taken), ['请再核实', '请县统计局核实', '已核实两遍', '数据已核实']);
    assert.deepEqual(
      taken.notes.get('n1')?.replies.map(({ author }) => author),
      ['李审', '王起草', '王起草'],
    );
    const again = await takenFrom(word, taken.notes);
    assert.deepEqual([again.notes, again.changed], [taken.notes, 0], 'once only');
  });

  it('take what was settled in Word, and leave what was settled here', async () => {
    const done = { 'w15:done="0"': 'w15:done="1"' };
    assert.equal((await takenFrom(done)).notes.get('n1')?.state, 'resolved');
    const rejected = notes({ state: 'rejected', changed: EXPORTED_AT });
    assert.deepEqual((await takenFrom({}, rejected)).notes, rejected);
    const edited = await takenFrom({ 请核实: '请县统计局核实' }, rejected);
    assert.equal(edited.notes.get('n1')?.state, 'rejected', 'other words settle nothing');
  });

  it('keep notes where they are, and those that the file does not have', async () => {
    const elsewhere = { anchor: { ...NOTE.anchor, quote: '学位供给' } };
    const ours: Notes = new Map([...notes(elsewhere), ['n2', { ...NOTE, id: 'n2', text: '另一条' }]]);
    const { notes: taken } = await takenFrom({ 请核实: '请县统计局核实' }, ours);
    assert.deepEqual(taken.get('n1')?.anchor, elsewhere.anchor);
    assert.deepEqual(taken.get('n2'), ours.get('n2'));
  });

  it('of Word’s own people are settled later in Word too', () => {
    const first: Notes = new Map([['w1', { ...NOTE, id: 'w1' }]]);
    const later: Notes = new Map([['w1', { ...NOTE, id: 'w1', state: 'resolved' as const }]]);
    assert.equal(takeNotes(first, later, new Map()).notes.get('w1')?.state, 'resolved');
    const edited: Notes = new Map([['w1', { ...NOTE, id: 'w1', ...EDITED_NOTE }]]);
    assert.deepEqual(takeNotes(edited, first, new Map()).notes, edited);
  });
});
