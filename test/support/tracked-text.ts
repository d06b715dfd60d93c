import type { TextEdit } from '../../server/src/dialect/range';

/** A text whose characters know where they came from: what an edit leaves of a stretch can be told exactly. */
export class TrackedText {
  private constructor(
    readonly text: string,
    private readonly origins: readonly number[],
  ) {}

  static of(text: string): TrackedText {
    return new TrackedText(
      text,
      Array.from(text, (_, index) => index),
    );
  }

  edited(edits: readonly TextEdit[]): TrackedText {
    return [...edits]
      .sort((a, b) => b.range.start - a.range.start)
      .reduce<TrackedText>((state, edit) => state.replaced(edit), this);
  }

  /** Lines `from` to `to` (0-based, excluded) put before line `target` of the rest. */
  withLinesMoved(from: number, to: number, target: number): TrackedText {
    const lines = this.lines();
    const moved = lines.splice(from, to - from);
    lines.splice(Math.min(target, lines.length), 0, ...moved);
    return TrackedText.joined(lines);
  }

  /** The characters that came from a stretch of the first text and are still there: their offsets now. */
  survivors(start: number, end: number): number[] {
    return this.origins.flatMap((origin, offset) => (origin >= start && origin < end ? [offset] : []));
  }

  private replaced({ range: { start, end }, newText }: TextEdit): TrackedText {
    return new TrackedText(this.text.slice(0, start) + newText + this.text.slice(end), [
      ...this.origins.slice(0, start),
      ...Array.from(newText, () => -1),
      ...this.origins.slice(end),
    ]);
  }

  private lines(): TrackedText[] {
    const lines: TrackedText[] = [];
    for (let start = 0; start <= this.text.length;) {
      const next = this.text.indexOf('\n', start);
      const end = next < 0 ? this.text.length : next;
      lines.push(new TrackedText(this.text.slice(start, end), this.origins.slice(start, end)));
      start = end + 1;
    }
    return lines;
  }

  private static joined(lines: readonly TrackedText[]): TrackedText {
    return new TrackedText(
      lines.map(({ text }) => text).join('\n'),
      lines.flatMap(({ origins }, index) => (index === 0 ? origins : [-1, ...origins])),
    );
  }
}
