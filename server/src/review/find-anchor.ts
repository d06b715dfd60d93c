import type { Draft } from '../dialect/model';
import { range, type Range } from '../dialect/range';
import { contextAfter, contextBefore, CONTEXT_LENGTH, type Anchor } from './anchor';
import { landmarkAt, landmarksOf, type Landmark } from './landmarks';
import { PlainText } from './plain-text';
import { likeness, sharedEnd, sharedStart, similarStretches } from './similarity';

/**
 * How an anchor was found: `exact` the very words; `changed` words that took their place or are much like them;
 * `near` the words are gone but the place or the task is known; `lost` nothing is left, the range is the beginning.
 */
export interface FoundAnchor {
  readonly how: 'exact' | 'changed' | 'near' | 'lost';
  readonly range: Range;
}

/** Support from what stands around a place and from the task it is in, 0–3. */
interface Candidate {
  readonly range: Range;
  readonly support: number;
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
    const { how, range: found } =
      this.bySameWords(anchor) ?? this.byContext(anchor) ?? this.bySimilarity(anchor) ?? this.byTask(anchor);
    return { how, range: how === 'near' || how === 'lost' ? found : this.plain.toSource(found) };
  }

  private bySameWords(anchor: Anchor): FoundAnchor | undefined {
    const best = mostSupported(
      occurrences(this.plain.text, anchor.quote).map((start) =>
        this.candidate(range(start, start + anchor.quote.length), anchor),
      ),
    );
    if (best === undefined) return undefined;
    const isBelieved = anchor.quote.length >= TELLING_LENGTH || best.support >= LEAST_SUPPORT;
    return isBelieved ? { how: 'exact', range: best.range } : undefined;
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
        return end < 0 ? [] : [this.candidate(range(start, start + end), anchor)];
      });
      const best = mostSupported(gaps.filter(({ support }) => support >= 1));
      if (best) return this.inGap(best.range);
    }
    return undefined;
  }

  private inGap(gap: Range): FoundAnchor {
    const words = this.plain.text.slice(gap.start, gap.end);
    if (words.trim() !== '') return { how: 'changed', range: gap };
    return { how: 'near', range: this.lineAt(gap.start) };
  }

  private bySimilarity(anchor: Anchor): FoundAnchor | undefined {
    const { quote } = anchor;
    if (quote.length < 4) return undefined;
    const found = similarStretches(this.plain.text, quote).map((stretch) => ({
      like: stretch.likeness,
      ...this.candidate(range(stretch.start, stretch.end), anchor),
    }));
    const best = found
      .filter(({ like, support }) => like >= leastLikeness(quote.length, support))
      .sort((a, b) => 3 * b.like + b.support - (3 * a.like + a.support))[0];
    return best && { how: 'changed', range: best.range };
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

  private candidate(place: Range, { before, after, within }: Anchor): Candidate {
    const { text } = this.plain;
    const [left, right] = [contextBefore(text, place.start), contextAfter(text, place.end)];
    const around =
      Math.max(sharedEnd(before, left) / CONTEXT_LENGTH, likeness(before, left)) +
      Math.max(sharedStart(after, right) / CONTEXT_LENGTH, likeness(after, right));
    const title = landmarkAt(this.landmarks, this.plain.toSource(place))?.title ?? '';
    return { range: place, support: around + likeness(within, title) };
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

/** The first of the best. */
function mostSupported(candidates: readonly Candidate[]): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (best, candidate) => (best === undefined || candidate.support > best.support ? candidate : best),
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
