import type { Draft } from '../../dialect/model';
import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut, reportOnce } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t, type Message } from '../../localise';

/** Half-width marks that are mistakes next to Chinese characters, with what they should be. */
const KINDS: readonly (readonly [name: Message, key: string, pattern: RegExp, newText: string])[] = [
  ['逗号', ',', /(?<=[\u4e00-\u9fa5”》）)〕】%‰])[ ]?,[ ]?(?=[\u4e00-\u9fa5“《（(〔【0-9])/g, '，'],
  ['冒号', ':', /(?<=[\u4e00-\u9fa5”》）)]):[ ]?(?=[\u4e00-\u9fa5“《（(〔【]|$)/g, '：'],
  ['分号', ';', /(?<=[\u4e00-\u9fa5”》）)〕0-9%]);[ ]?(?=[\u4e00-\u9fa5“《（(]|$)/g, '；'],
  ['问号', '?', /(?<=[\u4e00-\u9fa5”》）)])\?(?=[\u4e00-\u9fa5“《]|$)/g, '？'],
  ['叹号', '!', /(?<=[\u4e00-\u9fa5”》）)])!(?=[\u4e00-\u9fa5“《]|$)/g, '！'],
];
const SOUGHT = KINDS.map(([name, key, pattern, newText]) => ({
  name,
  sought: soughtPattern(pattern, [key]),
  newText,
}));
const BRACKETS = soughtPattern(/\(([^()]*[\u4e00-\u9fa5][^()]*)\)/g, ['(']);
/** Brackets of a marker or of digits alone are not prose. */
const MARKER = /^[一二三四五六七八九十百]+$/;

/** Punctuation of Chinese text is full-width (GB/T 15834): one finding a kind, one fix for the whole draft. */
export const halfWidthPunctuation: DraftRule = {
  id: 'text/half-width-punctuation',
  summary: '使用了半角标点',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(BRACKETS, ...SOUGHT.map(({ sought }) => sought)),
  check(draft, _context, report) {
    for (const { name, sought, newText } of SOUGHT) {
      const places = findPattern(draft, sought).map(({ range }) => ({ range, newText }));
      const many = places.length > 1 ? t('（全文共 {0} 处）', places.length) : '';
      reportOnce(report, places, {
        message: t('半角{0}应改为全角“{1}”{2}', t(name), newText, many),
        fixTitle: t('全部改为全角{0}', t(name)),
      });
    }
    const places = bracketPlaces(draft);
    reportOnce(report, places, {
      message: t(
        '半角括号应改为全角“（ ）”{0}',
        places.length > 2 ? t('（全文共 {0} 处）', places.length / 2) : '',
      ),
      fixTitle: t('全部改为全角括号'),
    });
  },
};

function bracketPlaces(draft: Draft): { range: { start: number; end: number }; newText: string }[] {
  return findPattern(draft, BRACKETS).flatMap(({ match, range }) => {
    if (MARKER.test(match[1] ?? '')) return [];
    return [
      { range: { start: range.start, end: range.start + 1 }, newText: '（' },
      { range: { start: range.end - 1, end: range.end }, newText: '）' },
    ];
  });
}
