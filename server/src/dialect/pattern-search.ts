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

/** What tells that a text may match: it holds one of these words, or passes this quick look. */
export type Keys = readonly string[] | ((text: string) => boolean);

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
const byFirstCharacter = new Map<number, KeyWord[]>();
/** For each character whether a word begins with it: nearly every character of a line is done with by this look. */
const begins = new Uint8Array(0x10000);
const looks: { readonly look: (text: string) => boolean; readonly sought: SoughtPattern }[] = [];

/** Patterns are constants of rules, so that there are never many. */
export function soughtPattern(pattern: RegExp, keys: Keys): SoughtPattern {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const sought = { pattern, number: patterns.size };
  patterns.set(pattern, sought);
  if (typeof keys === 'function') looks.push({ look: keys, sought });
  else for (const word of keys) addWord({ word, sought });
  return sought;
}

function addWord(key: KeyWord): void {
  const first = key.word.charCodeAt(0);
  const others = byFirstCharacter.get(first);
  if (others === undefined) byFirstCharacter.set(first, [key]);
  else others.push(key);
  begins[first] = 1;
}

/** How many patterns there are to look for by now. */
export function patternsSought(): number {
  return patterns.size;
}

/** What the patterns match in a text: nearly always nothing. */
export function searchPatterns(text: string): readonly Hit[] {
  let hits: Hit[] | undefined;
  for (const sought of candidatesIn(text)) {
    const matches = matchesOf(text, sought.pattern);
    if (matches.length > 0) (hits ??= []).push({ sought, matches });
  }
  return hits ?? NO_HITS;
}

function candidatesIn(text: string): readonly SoughtPattern[] {
  let found: SoughtPattern[] | undefined;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (begins[code] === 0) continue;
    for (const { word, sought } of byFirstCharacter.get(code) as KeyWord[])
      if (found?.includes(sought) !== true && (word.length === 1 || text.startsWith(word, at)))
        (found ??= []).push(sought);
  }
  for (const { look, sought } of looks) if (look(text)) (found ??= []).push(sought);
  return found ?? NO_PATTERNS;
}

const NO_HITS: readonly Hit[] = [];
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
