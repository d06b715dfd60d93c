import type { ReportWriter } from '../report';
import { t } from '../../localise';

/** Signs of the symbol fonts that official documents use, by code; the fonts' own tables say which sign a code is. */
const SIGNS: Readonly<Record<string, ReadonlyMap<number, string>>> = {
  wingdings: signs({
    0x6c: '●',
    0x6e: '■',
    0x6f: '□',
    0x71: '□',
    0x75: '◆',
    0x9f: '•',
    0xa7: '▪',
    0xa8: '□',
    0xd8: '➢',
    0xe0: '→',
    0xfb: '✗',
    0xfc: '✓',
    0xfd: '☒',
    0xfe: '☑',
    ...inARow(0x81, '①②③④⑤⑥⑦⑧⑨⑩'),
    ...inARow(0x8c, '❶❷❸❹❺❻❼❽❾❿'),
  }),
  'wingdings 2': signs({ 0x4f: '✗', 0x50: '✓', 0x52: '☑', 0x53: '☒', 0x54: '☒', 0xa3: '□' }),
  symbol: signs({
    0x25: '%',
    0x6d: 'μ',
    0xa3: '≤',
    0xae: '→',
    0xb0: '°',
    0xb1: '±',
    0xb3: '≥',
    0xb4: '×',
    0xb7: '•',
    0xb8: '÷',
    0xb9: '≠',
    0xbb: '≈',
  }),
};

/** The character a `w:sym` shows. What cannot be told is reported and nothing (ISO/IEC 29500-1, 17.3.3.30). */
export function symbolText(attributes: Readonly<Record<string, string>>, report: ReportWriter): string {
  const font = attributes['w:font'] ?? '';
  const code = parseInt(attributes['w:char'] ?? '', 16);
  // Symbol fonts stand in the private area at F000.
  const sign = SIGNS[font.toLowerCase()]?.get(code & 0xff) ?? ordinaryCharacter(code);
  if (sign === undefined)
    report.add(
      'attention',
      t('特殊符号（字体 {0}，编码 {1}）没有收进稿件', font, attributes['w:char'] ?? ''),
    );
  else report.add('changed', t('符号字体里的符号写成了普通字符'), { text: sign });
  return sign ?? '';
}

function ordinaryCharacter(code: number): string | undefined {
  return code >= 0xa0 && code < 0xd800 ? String.fromCharCode(code) : undefined;
}

function signs(table: Readonly<Record<number, string>>): ReadonlyMap<number, string> {
  return new Map(Object.entries(table).map(([code, sign]) => [Number(code), sign]));
}

function inARow(first: number, characters: string): Readonly<Record<number, string>> {
  return Object.fromEntries([...characters].map((sign, i) => [first + i, sign]));
}
