/** Answers kept of each of the two generations: lines of some ten plans. A longer draft has larger ones. */
const GENERATION = 4096;

let readings = 0;

/**
 * A draft is about to be read. What one reading asks for is kept whole, however much it is: a draft of millions of
 * characters would otherwise forget its beginning before its end is read, and remember nothing at the next keystroke.
 */
export function beginReading(): void {
  readings++;
}

/** What was remembered in an earlier one counts no more. */
let epoch = 0;

/**
 * Remembers what a pure function says of the texts it was asked about, for a while: a keystroke leaves nearly all lines
 * of a draft as they were, and what depends on a line alone need not be worked out again. What was not asked for since
 * the last `GENERATION` new answers, or twice as many as a reading needs, is forgotten, so memory has a bound.
 */
export function remember<Answer extends NonNullable<unknown> | null>(
  read: (text: string) => Answer,
): (text: string) => Answer {
  let young = new Map<string, Answer>();
  let old = new Map<string, Answer>();
  let since = epoch;
  let limit = GENERATION;
  /** The reading that asked last, and whether `young` holds what one reading asked for and no more. */
  let reading = readings;
  let ofOneReading = true;
  const turn = (): void => {
    reading = readings;
    const full = young.size >= limit && !ofOneReading;
    if (ofOneReading) limit = Math.max(GENERATION, 2 * young.size);
    if (full) [young, old] = [new Map(), young];
    ofOneReading = full;
  };
  return (text) => {
    if (text.length > LONGEST) return read(text);
    if (since !== epoch) [young, old, since] = [new Map(), new Map(), epoch];
    const known = young.get(text);
    if (known !== undefined) return known;
    const own = detach(text);
    const answer = old.get(text) ?? readAnew(read, own);
    if (reading !== readings) turn();
    young.set(own, answer);
    return answer;
  };
}

let reads = 0;

/** How many texts had to be read so far, because nothing was remembered of them: the work that edits cost. */
export function readsSoFar(): number {
  return reads;
}

function readAnew<Answer>(read: (text: string) => Answer, text: string): Answer {
  reads++;
  return read(text);
}

/** Makes every reader forget: to measure, and to compare with, what is worked out from nothing. */
export function forgetAll(): void {
  epoch++;
}

/**
 * Engines make a slice of a long text share its storage: a line remembered would keep its whole draft in memory. What is
 * joined has one of its own, and is gone through in a third less time than a slice, of which every character is asked in
 * two steps.
 */
export function detach(text: string): string {
  if (text.length < SHARES_STORAGE) return text;
  const middle = text.length >> 1;
  return [text.slice(0, middle), text.slice(middle)].join('');
}

/** Longer texts are none that stand in a plan, and too dear to keep. */
const LONGEST = 5000;
/** Below this V8 copies. */
const SHARES_STORAGE = 13;
