import type { Draft } from '../dialect/model';
import { range, type Range } from '../dialect/range';
import { landmarkAt, landmarksOf } from './landmarks';
import { PlainText } from './plain-text';

/**
 * A place in a draft said by its content, so that it is found again after edits and renumbering: the words themselves,
 * what stands before and after them, and the title of the task (or chapter, or table row) they stand in. Never a line
 * or a number. Texts have LF line ends.
 */
export interface Anchor {
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  /** Empty outside of every item. */
  readonly within: string;
}

/** A longer stretch is known by its beginning. UTF-16 units. */
const LONGEST_QUOTE = 200;
/** How much is kept of what stands on either side. */
export const CONTEXT_LENGTH = 24;

/** Makes anchors in one draft. */
export class AnchorMaker {
  private readonly plain: PlainText;
  private readonly landmarks;

  constructor(draft: Draft) {
    this.plain = new PlainText(draft.text);
    this.landmarks = landmarksOf(draft);
  }

  /** White space at the edges is left out; a cursor stands for its line. */
  anchorAt(place: Range): Anchor {
    const { text } = this.plain;
    const { start, end } = this.wordsOf(this.plain.fromSource(place));
    const source = this.plain.toSource(range(start, end));
    return {
      quote: text.slice(start, end),
      before: contextBefore(text, start),
      after: contextAfter(text, end),
      within: landmarkAt(this.landmarks, source)?.title ?? '',
    };
  }

  private wordsOf({ start, end }: Range): Range {
    const { text } = this.plain;
    const words = trimmed(text, start, end);
    const whole = words.start < words.end ? words : this.withoutNumber(lineAround(text, start));
    return range(whole.start, Math.min(whole.end, whole.start + LONGEST_QUOTE));
  }

  /** An item's line begins with its number, which changes with what stands before. */
  private withoutNumber(line: Range): Range {
    const titles = this.landmarks.map(
      ({ marker, titleRange }) => marker && this.plain.fromSource(titleRange),
    );
    const title = titles.find((place) => place && line.start < place.start && place.end <= line.end);
    return title ? range(title.start, line.end) : line;
  }
}

export function contextBefore(text: string, start: number): string {
  return text.slice(Math.max(0, start - CONTEXT_LENGTH), start);
}

export function contextAfter(text: string, end: number): string {
  return text.slice(end, end + CONTEXT_LENGTH);
}

function lineAround(text: string, offset: number): Range {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return trimmed(text, start, end < 0 ? text.length : end);
}

function trimmed(text: string, start: number, end: number): Range {
  const words = text.slice(start, end);
  const lead = words.length - words.trimStart().length;
  return range(start + lead, Math.max(start + lead, start + words.trimEnd().length));
}
