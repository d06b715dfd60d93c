import type { Draft } from '../dialect/model';
import { range, type Range } from '../dialect/range';
import { contextAfter, contextBefore, CONTEXT_LENGTH, type Anchor } from './anchor';
import { landmarkAt, landmarksOf, type Landmark } from './landmarks';
import { PlainText } from './plain-text';
import { sharedEnd, sharedStart } from '../dialect/shared-ends';
import { likeness, similarStretches } from './similarity';

/**
 * How an anchor was found: `exact` the very words; `changed` words that took their place or are much like them;
 * `near` the words are gone but the place or the task is known; `lost` nothing is left, the range is the beginning.
 */
export interface FoundAnchor {
  readonly how: 'exact' | 'changed' | 'near' | 'lost';
  readonly range: Range;
}

/** A place in the plain text that may be the one. */
interface Candidate extends FoundAnchor {
  /** Of the words, 0–1. */
  readonly like: number;
  /** How much of what stood on both sides is there, 0–2. */
  readonly around: number;
  /** How like the title of the task it stands in is to the one it stood in, 0–1. */
  readonly inTask: number;
}

function supportOf({ around, inTask }: Candidate): number {
  return around + inTask;
}

/** Words this long stand in one place of a draft: they are believed without their surroundings. */
const TELLING_LENGTH = 20;
/** What shorter words need of their surroundings. */
const LEAST_SUPPORT = 0.6;
/** So much of the context must be there on both sides when the words between are gone. */
const LEAST_CONTEXT = 6;
const MOST_OCCURRENCES = 500;

/** Finds anchors in one draft: by their words, else by what stood around them, else by similarity. */
export class AnchorFinder {
  private readonly plain: PlainText;
  private readonly landmarks: readonly Landmark[];

  constructor(draft: Draft) {
    this.plain = new PlainText(draft.text);
    this.landmarks = landmarksOf(draft);
  }

  find(anchor: Anchor): FoundAnchor {
    const same = this.bySameWords(anchor);
    const best = same && same.around >= 1 ? same : this.bestOf(same, anchor);
    if (best) return { how: best.how, range: this.plain.toSource(best.range) };
    return this.byContext(anchor) ?? this.byTask(anchor);
  }

  /** The same words somewhere else may be foreign ones while its own, a little changed, stand where they did. */
  private bestOf(same: Candidate | undefined, anchor: Anchor): Candidate | undefined {
    const candidates = [...(same ? [same] : []), ...this.bySimilarity(anchor)];
    const rate = ({ like, around, inTask }: Candidate): number => 3 * like + around + inTask;
    return mostOf(candidates, rate);
  }

  private bySameWords(anchor: Anchor): Candidate | undefined {
    const { quote } = anchor;
    const best = mostOf(
      occurrences(this.plain.text, quote).map((start) =>
        this.candidate(range(start, start + quote.length), anchor, 1),
      ),
      supportOf,
    );
    if (best === undefined) return undefined;
    return quote.length >= TELLING_LENGTH || supportOf(best) >= LEAST_SUPPORT ? best : undefined;
  }

  /** What stands now between the words that stood before and after. */
  private byContext(anchor: Anchor): FoundAnchor | undefined {
    const { text } = this.plain;
    const longest = 2 * anchor.quote.length + CONTEXT_LENGTH;
    for (const length of [CONTEXT_LENGTH, CONTEXT_LENGTH / 2, LEAST_CONTEXT]) {
      const [before, after] = [anchor.before.slice(-length), anchor.after.slice(0, length)];
      if (before.length < LEAST_CONTEXT || after.length < LEAST_CONTEXT) return undefined;
      const gaps = occurrences(text, before).flatMap((at) => {
        const start = at + before.length;
        const end = text.slice(start, start + longest + after.length).indexOf(after);
        return end < 0 ? [] : [this.candidate(range(start, start + end), anchor, 0)];
      });
      const best = mostOf(
        gaps.filter((gap) => supportOf(gap) >= 1),
        supportOf,
      );
      if (best) return this.inGap(best.range);
    }
    return undefined;
  }

  private inGap(gap: Range): FoundAnchor {
    const words = this.plain.text.slice(gap.start, gap.end);
    if (words.trim() !== '') return { how: 'changed', range: this.plain.toSource(gap) };
    return { how: 'near', range: this.lineAt(gap.start) };
  }

  private bySimilarity(anchor: Anchor): Candidate[] {
    const { quote } = anchor;
    if (quote.length < 4) return [];
    return similarStretches(this.plain.text, quote)
      .map(({ start, end, likeness: like }) => this.candidate(range(start, end), anchor, like))
      .filter((found) => found.like < 1 && found.like >= leastLikeness(quote.length, supportOf(found)));
  }

  /** The task's title, or the one most like it. */
  private byTask({ within }: Anchor): FoundAnchor {
    const best = this.landmarks
      .filter(({ title }) => within !== '' && title !== '')
      .map((landmark) => ({ landmark, like: likeness(within, landmark.title) }))
      .sort((a, b) => b.like - a.like)[0];
    if (best === undefined || best.like < 0.6) return { how: 'lost', range: range(0, 0) };
    return { how: 'near', range: best.landmark.titleRange };
  }

  private candidate(place: Range, { before, after, within }: Anchor, like: number): Candidate {
    const { text } = this.plain;
    const [left, right] = [contextBefore(text, place.start), contextAfter(text, place.end)];
    const around =
      Math.max(sharedEnd(before, left) / CONTEXT_LENGTH, likeness(before, left)) +
      Math.max(sharedStart(after, right) / CONTEXT_LENGTH, likeness(after, right));
    const title = landmarkAt(this.landmarks, this.plain.toSource(place))?.title ?? '';
    return {
      how: like === 1 ? 'exact' : 'changed',
      range: place,
      like,
      around,
      inTask: likeness(within, title),
    };
  }

  private lineAt(offset: number): Range {
    const { text } = this.plain;
    const end = text.indexOf('\n', offset);
    const line = range(text.lastIndexOf('\n', offset - 1) + 1, end < 0 ? text.length : end);
    return this.plain.toSource(line);
  }
}

/** How much alike words must be, with so much support; short words are alike by chance. */
function leastLikeness(length: number, support: number): number {
  if (support >= 1) return 0.4;
  if (support >= LEAST_SUPPORT) return 0.55;
  return length >= TELLING_LENGTH ? 0.65 : Infinity;
}

/** The first of those that rate highest. */
function mostOf(
  candidates: readonly Candidate[],
  rate: (candidate: Candidate) => number,
): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || rate(candidate) > rate(best) ? candidate : best),
    undefined,
  );
}

function occurrences(text: string, words: string): number[] {
  const found: number[] = [];
  if (words === '') return found;
  for (
    let at = text.indexOf(words);
    at >= 0 && found.length < MOST_OCCURRENCES;
    at = text.indexOf(words, at + 1)
  )
    found.push(at);
  return found;
}
