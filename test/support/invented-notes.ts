import { readDraft } from '../../server/src/dialect/draft';
import { AnchorMaker } from '../../server/src/review/anchor';
import { NOTE_STATES, type Note, type Notes, type Reply } from '../../server/src/review/notes/note';
import type { Random } from './random';

const WORDS = [
  '请核实',
  '建议改为“80%以上”',
  '第一行\n第二行',
  '<数字> & 单位',
  '此处与市要点不一致——请说明',
];
const PEOPLE = ['李审', '王起草', '县教育局'];

/** Notes at random places of a draft's printed text, with states and answers. Some share author, second and words. */
export function inventNotes(text: string, random: Random, count = 12): Notes {
  const anchors = new AnchorMaker(readDraft(text));
  const lines = printedLines(text);
  const notes = Array.from({ length: count }, (_, i): Note => {
    const line = random.pick(lines);
    const start = random.between(line.start, Math.max(line.start, line.end - 3));
    const end = random.between(start + 2, line.end);
    const state = random.pick(NOTE_STATES);
    const replies = Array.from({ length: random.between(0, 2) }, (__, k): Reply =>
      remark(`r${i}-${k}`, random),
    );
    return {
      ...remark(`n${i}`, random),
      state,
      anchor: anchors.anchorAt({ start, end }),
      replies: replies.sort((a, b) => (a.date < b.date ? -1 : 1)),
      ...(state === 'open' ? {} : { changed: '2026-03-02T01:02:03Z' }),
    };
  });
  return new Map(notes.map((note) => [note.id, note]));
}

function remark(id: string, random: Random): Reply {
  const second = String(random.between(0, 19)).padStart(2, '0');
  return { id, author: random.pick(PEOPLE), date: `2026-03-01T15:59:${second}Z`, text: random.pick(WORDS) };
}

/** Lines of the body that stand on paper as they are (export writes the labels of 附件说明 itself); of a table row, the lines of a cell. */
function printedLines(text: string): { start: number; end: number }[] {
  const body = /\n# /.exec(text)?.index ?? 0;
  return [...text.matchAll(/^(?:#+ )?(.+)$/gmu)].flatMap((line) => {
    const content = line[1] as string;
    const start = line.index + line[0].length - content.length;
    if (start < body || /^[-| :]+$|^附件：|^\d+[.．]\S+表$/.test(content)) return [];
    if (!content.startsWith('|')) return [{ start, end: start + content.length }];
    return [...content.matchAll(/[^|<>]{4,}/gu)].flatMap((cell) => {
      const words = cell[0].trim();
      const at = start + cell.index + cell[0].indexOf(words);
      return words.length < 4 ? [] : [{ start: at, end: at + words.length }];
    });
  });
}
