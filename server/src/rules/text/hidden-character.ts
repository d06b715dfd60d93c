import type { Range } from '../../dialect/range';
import { reportOnce } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t, type Message } from '../../localise';

/** Characters that set the direction of what follows: text shows in another order than it is stored (UAX #9). */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Characters without width, and control characters other than tab and line ends. */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]/g;

/** Any of them: one look at the whole text, which nearly always is all. */
const HIDDEN = new RegExp(`${DIRECTION.source}|${INVISIBLE.source}`);

const NAMES: Readonly<Record<string, Message>> = {
  '\u00ad': '软连字符',
  '\u200b': '零宽空格',
  '\u200c': '零宽不连字',
  '\u200d': '零宽连字',
  '\u2060': '零宽连字',
  '\ufeff': '字节顺序标记',
};

/** Characters nobody sees, which hide or turn round what a reviewer reads, and break searches for a name. */
export const hiddenCharacter: DraftRule = {
  id: 'text/hidden-character',
  summary: '看不见的字符',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['prose'],
  overlooks: ({ before, after }) => !HIDDEN.test(before.text) && !HIDDEN.test(after.text),
  check({ text }, _context, report) {
    if (!HIDDEN.test(text)) return;
    for (const range of find(text, DIRECTION)) {
      const fix = { title: t('删去这个字符'), edits: [{ range, newText: '' }], safe: true };
      const message = t(
        '这里有改变文字方向的控制字符（{0}），显示的次序和实际的次序可能不同，应删去',
        codeOf(text, range),
      );
      report({ range, message, fixes: [fix] });
    }
    const places = find(text, INVISIBLE).filter((range) => !isMeant(text, range));
    const first = places[0];
    if (first === undefined) return;
    reportOnce(
      report,
      places.map((range) => ({ range, newText: '' })),
      {
        message: t(
          '这里有看不见的字符（{0}），会使查找、核对落空，应删去{1}',
          codeOf(text, first),
          places.length > 1 ? t('（全文共 {0} 处）', places.length) : '',
        ),
        fixTitle: t('删去看不见的字符'),
      },
    );
  },
};

function find(text: string, pattern: RegExp): Range[] {
  return Array.from(text.matchAll(pattern), ({ index }) => ({ start: index, end: index + 1 }));
}

/** The mark at the beginning of a file, and what joins the parts of one emoji. */
function isMeant(text: string, { start, end }: Range): boolean {
  if (start === 0 && text.startsWith('\ufeff')) return true;
  return (
    text.startsWith('\u200d', start) &&
    /\p{Extended_Pictographic}\ufe0f?$/u.test(text.slice(Math.max(0, start - 4), start)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(end, end + 2))
  );
}

function codeOf(text: string, { start, end }: Range): string {
  const character = text.slice(start, end);
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES[character];
  return name === undefined ? code : t('{0}，{1}', t(name), code);
}
