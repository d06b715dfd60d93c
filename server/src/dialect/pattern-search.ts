/*
 * Patterns that rules look for in every line, looked for together. Thirty patterns wait for some hundred words; a search
 * of every line for each of them took longer than all that is done with what they find.
 */

/** A global pattern that lines are searched for. */
export interface SoughtPattern {
  readonly pattern: RegExp;
  /** Its place in what a search of a text finds. */
  readonly number: number;
}

/** The matches of one pattern in one text, one at least. */
export interface Hit {
  readonly sought: SoughtPattern;
  readonly matches: readonly RegExpExecArray[];
}

interface KeyWord {
  readonly word: string;
  readonly sought: SoughtPattern;
}

const patterns = new Map<RegExp, SoughtPattern>();
/** Words by the code of the character that they begin with. */
const beginningWith = new Map<number, KeyWord[]>();
/**
 * For each character what may follow it in a word, a bit for all characters whose codes end in the same five bits:
 * nearly every character of a line is done with by this look, and by another at the next one.
 */
const followers = new Int32Array(0x10000);
const followerBit = (code: number): number => 1 << (code & 31);
const ANY_FOLLOWER = -1;

/** A text that matches holds one of the words. Patterns are constants of rules, so that there are never many. */
export function soughtPattern(pattern: RegExp, words: readonly string[]): SoughtPattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const sought = { pattern, number: patterns.size };
  patterns.set(pattern, sought);
  for (const word of words) addWord({ word, sought });
  return sought;
}

function addWord(key: KeyWord): void {
  const { word } = key;
  const first = word.charCodeAt(0);
  const others = beginningWith.get(first);
  if (others === undefined) beginningWith.set(first, [key]);
  else others.push(key);
  const next = word.length > 1 ? followerBit(word.charCodeAt(1)) : ANY_FOLLOWER;
  followers[first] = (followers[first] as number) | next;
}

/** How many patterns there are to look for by now. */
export function patternsSought(): number {
  return patterns.size;
}

/** What candidates match in a text. */
export function hitsIn(text: string, candidates: readonly SoughtPattern[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const sought of candidates) {
    const matches = matchesOf(text, sought.pattern);
    if (matches.length > 0) hits.push({ sought, matches });
  }
  return hits;
}

/** The patterns that may match in a stretch of a text: nearly always none. */
export function candidatesIn(text: string, start = 0, end = text.length): readonly SoughtPattern[] {
  let found: SoughtPattern[] | undefined;
  for (let at = start; at < end; at++) {
    const first = text.charCodeAt(at);
    const next = followers[first] as number;
    if (next === 0 || (next & followerBit(text.charCodeAt(at + 1))) === 0) continue;
    for (const { word, sought } of beginningWith.get(first) as KeyWord[])
      if (at + word.length <= end && text.startsWith(word, at) && found?.includes(sought) !== true)
        (found ??= []).push(sought);
  }
  return found ?? NO_PATTERNS;
}

const NO_PATTERNS: readonly SoughtPattern[] = [];
const NO_MATCHES: readonly RegExpExecArray[] = [];

/** What `matchAll` gives, without the copy of the pattern that it makes for every text. */
function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NO_MATCHES;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}
