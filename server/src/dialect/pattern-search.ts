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
  /** The second character's code, or `NO_SECOND`: told apart by it, most words that begin alike need not be compared. */
  readonly second: number;
  readonly sought: SoughtPattern;
}

const NO_SECOND = -1;

const patterns = new Map<RegExp, SoughtPattern>();
/** Words that begin with the same character; none at the first place. */
const lists: KeyWord[][] = [[]];
/** For each character the place of its list: nearly every character of a line is done with by this look. */
const begins = new Uint16Array(0x10000);

/** A text that matches holds one of the words. Patterns are constants of rules, so that there are never many. */
export function soughtPattern(pattern: RegExp, words: readonly string[]): SoughtPattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const sought = { pattern, number: patterns.size };
  patterns.set(pattern, sought);
  for (const word of words)
    addWord({ word, second: word.length > 1 ? word.charCodeAt(1) : NO_SECOND, sought });
  return sought;
}

function addWord(key: KeyWord): void {
  const first = key.word.charCodeAt(0);
  if (begins[first] === 0) begins[first] = lists.push([]) - 1;
  lists[begins[first] as number]?.push(key);
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
    const list = begins[text.charCodeAt(at)] as number;
    if (list === 0) continue;
    const next = text.charCodeAt(at + 1);
    for (const { word, second, sought } of lists[list] as KeyWord[])
      if (second === next || second === NO_SECOND)
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
