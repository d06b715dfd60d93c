import assert from 'node:assert/strict';
import { readDraft } from '../../../../server/src/dialect/draft';
import { importDocx } from '../../../../server/src/importers/docx/import-docx';
import { notesOfComments } from '../../../../server/src/review/comments/notes-of-comments';
import type { Note, Notes } from '../../../../server/src/review/notes/note';
import { placeNotes } from '../../../../server/src/review/notes/place-notes';
import { cell, docxPackage, paragraph, run, table, type DocxParts } from '../../../support/docx-package';

const NOW = '2026-04-01T00:00:00Z';

const range = (id: number, content: string): string =>
  `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
const said = (text: string, paragraphId = ''): string =>
  `<w:p${paragraphId === '' ? '' : ` w14:paraId="${paragraphId}"`}>${run(text)}</w:p>`;
const comment = (id: number, content: string, author = '张科长', date = '2026-03-01T09:30:00Z'): string =>
  `<w:comment w:id="${id}" w:author="${author}" w:date="${date}">${content}</w:comment>`;

/** A plan as somebody commented it in Word. */
function commented(parts: Partial<DocxParts> & { readonly task?: string }): { text: string; notes: Notes } {
  const { task = run('1．扩大学位供给。新增学位600个。'), ...rest } = parts;
  const body =
    paragraph('云溪县2026年教育工作要点') +
    paragraph('一、重点任务') +
    `<w:p>${task}</w:p>` +
    paragraph('2．配齐教师。新增学位600个。');
  const { text, comments } = importDocx(docxPackage({ body, ...rest }));
  return { text, notes: notesOfComments(readDraft(text), comments, NOW) };
}

function only(notes: Notes): Note {
  assert.equal(notes.size, 1);
  return [...notes.values()][0] as Note;
}

describe('Comments of a Word document', () => {
  it('become open notes of their author and hour, on their words and not on the same ones elsewhere', () => {
    const { text, notes } = commented({
      body:
        paragraph('云溪县2026年教育工作要点') +
        paragraph('一、重点任务') +
        paragraph('1．扩大学位供给。新增学位600个。') +
        `<w:p>${run('2．配齐教师。')}${range(0, run('新增学位600个'))}${run('。')}</w:p>`,
      comments: comment(0, said('与上一项') + said('重复了')),
    });
    const note = only(notes);
    assert.deepEqual(
      [note.author, note.date, note.state, note.text, note.anchor.quote, note.anchor.within],
      [
        '张科长',
        new Date('2026-03-01T09:30:00').toISOString().replace('.000', ''),
        'open',
        '与上一项\n重复了',
        '新增学位600个',
        '配齐教师',
      ],
    );
    const [placed] = placeNotes(readDraft(text), notes);
    assert.deepEqual([placed?.how, placed?.range.start], ['exact', text.lastIndexOf('新增学位600个')]);
  });

  it('are read with their answers, and whether they are done', () => {
    const { notes } = commented({
      task: `${run('1．扩大')}${range(0, range(1, run('学位供给')))}${run('。新增学位600个。')}`,
      comments: comment(0, said('请核实', '00000001')) + comment(1, said('已核实', '00000002'), '王起草'),
      threads:
        '<w15:commentEx w15:paraId="00000001" w15:done="1"/><w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="1"/>',
    });
    const note = only(notes);
    assert.deepEqual([note.state, note.anchor.quote], ['resolved', '学位供给']);
    assert.deepEqual(
      note.replies.map(({ author, text }) => [author, text]),
      [['王起草', '已核实']],
    );
  });

  it('stand for their paragraph where they are about no words, and over several paragraphs where they are', () => {
    const point = commented({
      task: `${run('1．扩大学位供给。')}<w:r><w:commentReference w:id="0"/></w:r>${run('新增学位600个。')}`,
      comments: comment(0, said('再想想')),
    });
    assert.equal(only(point.notes).anchor.quote, '扩大学位供给。新增学位600个。');
    const wide = commented({
      body: `${paragraph('云溪县2026年教育工作要点')}<w:commentRangeStart w:id="0"/>${paragraph('一、重点任务')}${paragraph('1．扩大学位供给。新增600个。')}<w:commentRangeEnd w:id="0"/>${paragraph('2．配齐教师。')}`,
      comments: comment(0, said('整段重写')),
    });
    assert.match(only(wide.notes).anchor.quote, /^一、重点任务\s+(?:#+ )?1．扩大学位供给。新增600个。$/);
  });

  it('are found in cells of tables', () => {
    const { text, notes } = commented({
      body:
        paragraph('云溪县2026年教育工作要点') +
        paragraph('一、重点任务') +
        paragraph('1．扩大学位供给。') +
        table([
          ['序号', '名称', '责任单位'].map((text) => cell(paragraph(text))),
          [
            cell(paragraph('1')),
            cell(paragraph('扩大学位供给')),
            cell(`<w:p>${range(0, run('县教育局'))}</w:p>`),
          ],
        ]),
      comments: comment(0, said('加上县财政局')),
    });
    const [placed] = placeNotes(readDraft(text), notes);
    assert.equal(placed && text.slice(placed.range.start, placed.range.end), '县教育局');
  });

  it('have the same ids each time, and two that say the same on other words have two', () => {
    const parts = {
      task: `${range(0, run('1．扩大学位供给。'))}${range(1, run('新增学位600个。'))}`,
      comments: comment(0, said('请核实')) + comment(1, said('请核实')),
    };
    const [first, again] = [commented(parts).notes, commented(parts).notes];
    assert.equal(first.size, 2);
    assert.deepEqual(again, first);
  });

  it('without words or answers are no notes', () => {
    assert.equal(commented({ comments: comment(0, said(' ')) }).notes.size, 0);
  });
});
