/** Answers kept of each of the two generations: lines of some ten plans. */
const GENERATION = 16_384;

/**
 * Remembers what a pure function says of the texts it was asked about, for a while: a keystroke leaves nearly all lines
 * of a draft as they were, and what depends on a line alone need not be worked out again. What was not asked for since
 * the last `GENERATION` new answers is forgotten, so memory has a bound.
 */
export function remember<Answer extends NonNullable<unknown> | null>(
  read: (text: string) => Answer,
): (text: string) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  return (text) => {
    if (text.length > LONGEST) return read(text);
    const known = young.get(text);
    if (known !== undefined) return known;
    const own = detach(text);
    const answer = old.get(text) ?? read(own);
    if (young.size >= GENERATION) [young, old] = [new Map(), young];
    young.set(own, answer);
    return answer;
  };
}

/** Engines make a slice of a long text share its storage: a line remembered would keep its whole draft in memory. */
export function detach(text: string): string {
  return text.length < SHARES_STORAGE ? text : ` ${text}`.slice(1);
}

/** Longer texts are none that stand in a plan, and too dear to keep. */
const LONGEST = 5000;
/** Below this V8 copies. */
const SHARES_STORAGE = 13;
