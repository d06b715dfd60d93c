import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { readDraft } from '../../../server/src/dialect/draft';
import { AnchorMaker } from '../../../server/src/review/anchor';
import { editNotes, type NoteEdit } from '../../../server/src/review/notes/edit-notes';
import { mergeNotes, NO_NOTES, type Note, type Notes } from '../../../server/src/review/notes/note';
import { formatNotes, notesFileName, parseNotes } from '../../../server/src/review/notes/notes-file';
import { placeNotes, renewedAnchors } from '../../../server/src/review/notes/place-notes';
import { INVENTED_DRAFT } from '../../support/invented-draft';

const draft = readDraft(INVENTED_DRAFT);

function addTo(words: string, text = '请核实'): NoteEdit {
  const start = INVENTED_DRAFT.indexOf(words);
  const anchor = new AnchorMaker(draft).anchorAt({ start, end: start + words.length });
  return { kind: 'add', anchor, text, author: '李审' };
}

let seconds = 0;

/** Notes after some edits; ids are n1, n2 … and the clock strikes with each edit. */
function edited(edits: readonly NoteEdit[], from: Notes = NO_NOTES, prefix = 'n'): Notes {
  let count = 0;
  return edits.reduce<Notes>((notes, edit) => {
    const now = `2026-03-01T08:00:${String(seconds++).padStart(2, '0')}Z`;
    const result = editNotes(notes, edit, { now, newId: () => `${prefix}${++count}` });
    assert.ok(typeof result !== 'string', String(result));
    return result;
  }, from);
}

const THREE = edited([
  addTo('2026年6月底前'),
  { kind: 'reply', id: 'n1', text: '已核实', author: '王起草' },
  { kind: 'state', id: 'n1', state: 'resolved' },
  addTo('整合政务新媒体'),
]);

describe('Notes', () => {
  it('are added, replied to, resolved, edited and deleted', () => {
    const note = THREE.get('n1') as Note;
    assert.deepEqual([note.author, note.date, note.state], ['李审', '2026-03-01T08:00:00Z', 'resolved']);
    assert.deepEqual(note.replies, [
      { id: 'n2', author: '王起草', date: '2026-03-01T08:00:01Z', text: '已核实' },
    ]);
    const changed = edited(
      [
        { kind: 'text', id: 'n1', text: ' 请再核 ' },
        { kind: 'text', id: 'n1', reply: 'n2', text: '再核过了' },
        { kind: 'state', id: 'n1', state: 'open' },
        { kind: 'delete', id: 'n3' },
      ],
      THREE,
    );
    assert.deepEqual([...changed.keys()], ['n1']);
    const { text, state, replies } = changed.get('n1') as Note;
    assert.deepEqual([text, state, replies.map((reply) => reply.text)], ['请再核', 'open', ['再核过了']]);
    const without = edited([{ kind: 'delete', id: 'n1', reply: 'n2' }], changed);
    assert.deepEqual(without.get('n1')?.replies, []);
  });

  it('refuse empty words, and edits of what is gone, in Chinese', () => {
    const context = { now: '', newId: () => 'x' };
    assert.equal(editNotes(THREE, { kind: 'text', id: 'n1', text: ' ' }, context), '审稿意见不能是空的');
    assert.equal(editNotes(THREE, { kind: 'delete', id: 'n9' }, context), '这条审稿意见已经被删除');
    assert.equal(editNotes(THREE, { kind: 'delete', id: 'n1', reply: 'r' }, context), '这条回复已经被删除');
  });

  it('stand on their words after edits and renumbering, in the order of the text, with a name for the place', () => {
    const text = INVENTED_DRAFT.replace('1．公开重大', '1．规范目录。全年更新。\n2．公开重大').replace(
      '3．整合政务新媒体',
      '4．整合优化政务新媒体',
    );
    assert.deepEqual(
      placeNotes(readDraft(text), THREE).map(({ note, how, range, place }) => [
        note.id,
        how,
        text.slice(range.start, range.end),
        place,
      ]),
      [
        ['n1', 'exact', '2026年6月底前', '第二部分（一）第2项'],
        ['n3', 'changed', '整合优化政务新媒体', '第二部分（二）第4项'],
      ],
    );
    const renewed = renewedAnchors(readDraft(text), THREE);
    assert.deepEqual([...renewed.keys()], ['n3']);
    assert.equal(renewed.get('n3')?.quote, '整合优化政务新媒体');
  });
});

describe('A side file of notes', () => {
  const validate = new Ajv().compile(
    JSON.parse(
      readFileSync(new URL('../../../docs/schema/review-notes.schema.json', import.meta.url), 'utf8'),
    ) as object,
  );

  it('is named after the draft', () => {
    assert.equal(notesFileName('2026年工作要点.要点.md'), '2026年工作要点.审稿.json');
    assert.equal(notesFileName('plan.yaodian.md'), 'plan.审稿.json');
    assert.equal(notesFileName('往年/甲.md'), '往年/甲.审稿.json');
  });

  it('is read as it was written, sorted by id, and is as the published schema says', () => {
    const text = formatNotes(new Map([...THREE].reverse()));
    assert.deepEqual(parseNotes(text), THREE);
    assert.equal(text, formatNotes(THREE));
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors));
    assert.deepEqual(parseNotes(''), NO_NOTES);
  });

  const faulty: readonly (readonly [text: string, problem: RegExp])[] = [
    ['{', /不是 JSON/],
    ['[]', /不是审稿意见文件/],
    ['{"version":2,"notes":{}}', /不是审稿意见文件/],
    ['{"version":1,"notes":{"a":{"author":"甲"}}}', /意见“a”不合要求/],
    [
      '{"version":1,"notes":{"a":{"author":"","date":"","state":"done","text":"","anchor":{"quote":""}}}}',
      /意见“a”/,
    ],
  ];
  for (const [text, problem] of faulty) {
    it(`is refused when it is ${text}, as by the schema`, () => {
      const read = parseNotes(text);
      assert.match('problem' in read ? read.problem : '', problem);
      if (text !== '{') assert.equal(validate(JSON.parse(text)), false);
    });
  }

  it('is merged by git, and read whole where git leaves a conflict', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'yaodian-merge-'));
    const file = (name: string, notes: Notes): string => {
      const place = path.join(folder, name);
      writeFileSync(place, formatNotes(notes));
      return place;
    };
    const merge = (base: Notes, ours: Notes, theirs: Notes): string => {
      const places = [file('ours', ours), file('base', base), file('theirs', theirs)];
      try {
        return execFileSync('git', ['merge-file', '-p', ...places], { encoding: 'utf8', stdio: 'pipe' });
      } catch (error) {
        return String((error as { stdout: string }).stdout);
      }
    };
    const [a, z] = [edited([addTo('坚持以公开')], THREE, 'a'), edited([addTo('群众')], THREE, 'z')];
    const empty = edited([]);
    const cases: readonly (readonly [Notes, Notes, Notes])[] = [
      [THREE, a, edited([{ kind: 'state', id: 'n3', state: 'rejected' }], THREE)],
      [THREE, a, z],
      [empty, edited([addTo('坚持以公开')], empty, 'a'), edited([addTo('整合')], empty, 'b')],
      [THREE, a, edited([addTo('公开率')], THREE, 'b')],
      [
        THREE,
        edited([{ kind: 'reply', id: 'n3', text: '一', author: '甲' }], THREE, 'p'),
        edited([{ kind: 'reply', id: 'n3', text: '二', author: '乙' }], THREE, 'q'),
      ],
    ];
    for (const [base, ours, theirs] of cases)
      assert.deepEqual(parseNotes(merge(base, ours, theirs)), mergeNotes(ours, theirs));
    rmSync(folder, { recursive: true });
  });

  it('merges a note that both changed: the later text and state, all replies', () => {
    const ours = edited([{ kind: 'reply', id: 'n1', text: '甲说', author: '甲' }], THREE, 'p');
    const later = editNotes(
      ours,
      { kind: 'text', id: 'n1', text: '后改' },
      { now: '2026-04-01', newId: () => '' },
    );
    const theirs = edited([{ kind: 'reply', id: 'n1', text: '乙说', author: '乙' }], THREE, 'q');
    const { text, replies } = mergeNotes(theirs, later as Notes).get('n1') as Note;
    assert.equal(text, '后改');
    // Theirs was changed as well, and nobody knows whether in its words.
    assert.deepEqual(replies.map((reply) => reply.text).sort(), ['乙说', '已核实', '甲说', '请核实']);
  });

  it('merges words that both edited by keeping both, the earlier as a reply, however often', () => {
    const edit = (text: string, now: string): Notes => {
      const context = { now, newId: () => '' };
      const note = editNotes(THREE, { kind: 'text', id: 'n1', text }, context) as Notes;
      const reply = note.get('n1')?.replies[0]?.id ?? assert.fail('n1 has a reply');
      return editNotes(note, { kind: 'text', id: 'n1', reply, text: `回复${text}` }, context) as Notes;
    };
    const [ours, theirs] = [edit('甲改', '2026-04-01'), edit('乙改', '2026-04-02')];
    const merged = mergeNotes(ours, theirs);
    const { text, replies } = merged.get('n1') as Note;
    assert.equal(text, '乙改');
    assert.deepEqual(replies.map((reply) => reply.text).sort(), ['回复乙改', '回复甲改', '甲改'].sort());
    assert.deepEqual(mergeNotes(merged, ours), merged);
    const { changed: _, ...untouched } = THREE.get('n1') as Note;
    const changed: Notes = new Map([['n1', { ...untouched, text: '后改', changed: '2026-04-01' }]]);
    assert.deepEqual(mergeNotes(new Map([['n1', untouched]]), changed), changed, 'no second version');
  });
});
