import type { Position, Range as LspRange } from 'vscode-languageserver-types';
import type { LineTable } from '../dialect/lines';
import type { Range } from '../dialect/range';

/** How `Position.character` counts; LSP 3.17 `PositionEncodingKind`. */
export type PositionEncoding = 'utf-16' | 'utf-8' | 'utf-32';

/**
 * UTF-16 is what offsets are inside and every client must speak it, so another encoding is used only with a client
 * that leaves UTF-16 out of its list.
 */
export function negotiateEncoding(offered: readonly string[] | undefined): PositionEncoding {
  if (!offered || offered.includes('utf-16')) return 'utf-16';
  return offered.includes('utf-8') ? 'utf-8' : offered.includes('utf-32') ? 'utf-32' : 'utf-16';
}

/** Translates between UTF-16 offsets and LSP positions (0-based) of one text. */
export class Positions {
  constructor(
    private readonly text: string,
    private readonly lines: LineTable,
    private readonly encoding: PositionEncoding = 'utf-16',
  ) {}

  positionAt(offset: number): Position {
    return this.positionOn(this.lines.lineAt(clamp(offset, 0, this.text.length)), offset);
  }

  private positionOn(line: number, offset: number): Position {
    const { start, end } = this.lines.rangeOf(line);
    const place = clamp(offset, start, end);
    const character =
      this.encoding === 'utf-16' ? place - start : this.measure(this.text.slice(start, place));
    return { line: line - 1, character };
  }

  rangeOf(range: Range): LspRange {
    const start = this.positionAt(range.start);
    const line = start.line + 1;
    // Most ranges lie on one line, which need not be searched for twice.
    const isOneLine = range.end < this.lines.startOf(line + 1);
    return { start, end: isOneLine ? this.positionOn(line, range.end) : this.positionAt(range.end) };
  }

  /** What `rangeOf` says; asked for a thousand findings with every keystroke, so that no line is searched for. */
  isAt({ start, end }: LspRange, range: Range): boolean {
    return this.isPositionOf(start, range.start) && this.isPositionOf(end, range.end);
  }

  private isPositionOf({ line, character }: Position, offset: number): boolean {
    const { start, end } = this.lines.rangeOf(line + 1);
    if (offset < start || offset > end) return false;
    const length = this.encoding === 'utf-16' ? offset - start : this.measure(this.text.slice(start, offset));
    return length === character;
  }

  /** Positions behind a line's end mean its end, lines behind the last the text's end (LSP 3.17 `Position`). */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    if (position.line >= this.lines.count) return this.text.length;
    const { start, end } = this.lines.rangeOf(position.line + 1);
    if (this.encoding === 'utf-16') return clamp(start + position.character, start, end);
    return start + this.unitsFor(this.text.slice(start, end), position.character);
  }

  offsetsOf(range: LspRange): Range {
    const start = this.offsetAt(range.start);
    return { start, end: Math.max(start, this.offsetAt(range.end)) };
  }

  private measure(text: string): number {
    let count = 0;
    for (const character of text) count += this.width(character);
    return count;
  }

  /** UTF-16 units of the beginning of `line` that is `count` units long in the negotiated encoding. */
  private unitsFor(line: string, count: number): number {
    let units = 0;
    let seen = 0;
    for (const character of line) {
      if (seen >= count) break;
      seen += this.width(character);
      units += character.length;
    }
    return units;
  }

  private width(character: string): number {
    if (this.encoding === 'utf-32') return 1;
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
