import { sortLongestFirst, type Located, type Range } from '../range';
import { frequencyExpressions } from './expressions/frequencies';
import { pieceAround } from './pieces';
import { pairSign, signsIn } from './signs';

const compiled = frequencyExpressions.map(({ pattern, signs, extends: extended }) => ({
  pattern: new RegExp(pattern, 'g'),
  sign: pairSign(...signs),
  extended,
}));
const longest = 60;

/** Things done at a stated interval (每季度至少开展1次检查, 月通报, 季度例会), each with what is done. */
export function readFrequencies(text: string, signs = signsIn(text)): Located[] {
  const found: Range[] = [];
  for (const { pattern, sign, extended } of compiled) {
    if (!sign.isIn(signs)) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const end = match.index + match[0].length;
      const phraseEnd = extended ? endOfPhrase(text, match.index, end) : end;
      found.push({ start: match.index, end: phraseEnd });
    }
  }
  if (found.length === 0) return [];
  return joinChains(text, found).map((range) => ({ value: text.slice(range.start, range.end), range }));
}

function endOfPhrase(text: string, start: number, end: number): number {
  const piece = pieceAround(text, start, end, { atPause: text[start] !== '每' });
  const next = text.slice(end, piece.end).search(/每(?<!每每)(?:个?月|季度|周|年|半年|日)/);
  const stop = next > 0 ? end + next : piece.end;
  const last = Math.min(stop, start + longest);
  return text[last - 1] === '、' ? last - 1 : last;
}

/** Joins what a + links (月度评估+季度会议), drops what lies inside a phrase. */
function joinChains(text: string, found: Range[]): Range[] {
  if (found.length === 1) return found;
  const kept: Range[] = [];
  for (const one of sortLongestFirst(found)) {
    const last = kept[kept.length - 1];
    if (last && one.start < last.end) continue;
    if (last && /^[+＋]$/.test(text.slice(last.end, one.start)))
      kept[kept.length - 1] = { start: last.start, end: one.end };
    else kept.push(one);
  }
  return kept;
}
