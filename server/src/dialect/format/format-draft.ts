import { readDraft } from '../draft';
import type { Draft, SpreadText } from '../model';
import { applyEdits, intersects, touches, type Range, type TextEdit } from '../range';
import { clauseEdits } from './format-clauses';
import { markerEdits } from './format-markers';
import { formatTable } from './format-table';
import { headingDepths } from './heading-depths';
import { readLayout, type LayoutUnit } from './layout-unit';
import { isSameModel } from './same-model';

export interface FormatOptions {
  /** Reads a text as the draft was read; without it, as a draft that has no surroundings. */
  readonly read?: (text: string) => Draft;
  /** Only the lines that this range touches. */
  readonly range?: Range;
  /** Only where lines stand and how headings and tables are marked: markers and clauses stay as written. */
  readonly layoutOnly?: boolean;
  /** False for a piece of a draft, whose first line is no title. */
  readonly headings?: boolean;
}

/** How much the formatter takes upon itself. */
interface Manner {
  readonly headings: boolean;
  readonly markers: boolean;
  readonly clauses: boolean;
}

const MANNERS: readonly Manner[] = [
  { headings: true, markers: true, clauses: true },
  { headings: false, markers: true, clauses: true },
  { headings: false, markers: false, clauses: false },
];
const LAYOUT_MANNERS: readonly Manner[] = [
  { headings: true, markers: false, clauses: false },
  { headings: false, markers: false, clauses: false },
];

/**
 * The edits that bring a draft into canonical form (docs/dialect.md): a blank line between paragraphs, `#` before
 * headings, markers and clauses in the draft's own manner, aligned tables. Words never change. Every step is kept only
 * where the draft reads the same after it.
 */
export function formatDraft(
  draft: Draft,
  { range, read = readDraft, layoutOnly = false, headings = true }: FormatOptions = {},
): readonly TextEdit[] {
  const manners = layoutOnly ? LAYOUT_MANNERS : MANNERS;
  for (const manner of manners.filter((candidate) => headings || !candidate.headings)) {
    const edits = new Formatter(draft, manner).edits();
    const formatted = read(applyEdits(draft.text, edits));
    if (isSameModel(draft, formatted)) return within(edits, range, draft);
  }
  return [];
}

/** Formats a text; the same text where it has its canonical form. */
export function formatText(
  text: string,
  read: (text: string) => Draft = (source) => readDraft(source),
): string {
  return applyEdits(text, formatDraft(read(text), { read }));
}

function within(edits: readonly TextEdit[], range: Range | undefined, draft: Draft): readonly TextEdit[] {
  if (range === undefined) return edits;
  const { lines } = draft;
  const start = lines.rangeOf(lines.lineAt(range.start)).start;
  const end = lines.rangeOf(lines.lineAt(range.end)).end;
  return edits.filter((edit) => edit.range.start >= start && edit.range.end <= end);
}

/** One formatting of one draft; holds what its steps share. */
class Formatter {
  private readonly eol: string;
  private readonly depths: ReadonlyMap<number, number>;
  private readonly inline: readonly TextEdit[];
  private readonly listed: ReadonlySet<number>;

  constructor(
    private readonly draft: Draft,
    private readonly manner: Manner,
  ) {
    this.eol = /\r\n|\r|\n/.exec(draft.text)?.[0] ?? '\n';
    this.depths = manner.headings ? headingDepths(draft) : new Map();
    this.inline = [
      ...(manner.markers ? markerEdits(draft) : []),
      ...(manner.clauses ? clauseEdits(draft) : []),
    ];
    this.listed = new Set(draft.attachmentsListed.map(({ line }) => line));
  }

  edits(): readonly TextEdit[] {
    const units = this.joinTitle(readLayout(this.draft));
    const edits: TextEdit[] = [];
    let previous: LayoutUnit | undefined;
    for (const unit of units) {
      const from = previous?.range.end ?? 0;
      this.replace(edits, { start: from, end: unit.range.start }, this.gap(previous, unit));
      this.replace(edits, unit.range, this.write(unit));
      previous = unit;
    }
    const { length } = this.draft.text;
    const end = previous?.range.end ?? 0;
    this.replace(edits, { start: end, end: length }, previous === undefined ? '' : this.eol);
    return edits;
  }

  private replace(edits: TextEdit[], range: Range, newText: string): void {
    if (this.draft.text.slice(range.start, range.end) !== newText) edits.push({ range, newText });
  }

  /** What stands between two units: line breaks only. */
  private gap(previous: LayoutUnit | undefined, next: LayoutUnit): string {
    const { text } = this.draft;
    if (previous === undefined) return next.kind === 'loose' ? text.slice(0, next.range.start) : '';
    const tight = next.firstLine - previous.lastLine === 1;
    if (previous.kind === 'loose' || next.kind === 'loose')
      return text.slice(previous.range.end, next.range.start);
    return tight && this.belongTogether(previous, next) ? this.eol : this.eol + this.eol;
  }

  private belongTogether(previous: LayoutUnit, next: LayoutUnit): boolean {
    if (previous.kind === 'contained' && next.kind === 'contained') return true;
    // A directive speaks of the line right below it.
    if (previous.block?.kind === 'html') return true;
    if (previous.block?.kind === 'definition' && next.block?.kind === 'definition') return true;
    const titles = [this.draft.notice.title, ...this.draft.attachments.map(({ title }) => title)];
    return titles.some((title) => title && holds(title, previous) && holds(title, next));
  }

  private write(unit: LayoutUnit): string {
    const { text } = this.draft;
    const source = text.slice(unit.range.start, unit.range.end);
    if (unit.kind === 'table' && unit.block?.kind === 'table')
      return formatTable(text, unit.block, this.eol) ?? source.trimEnd();
    if (unit.kind === 'text' || unit.kind === 'underlined') return this.writeText(unit, source);
    return unit.kind === 'contained' ? source.replace(/[ \t]+$/gm, '') : source;
  }

  private writeText(unit: LayoutUnit, source: string): string {
    const { block } = unit;
    if (block?.kind !== 'text' || unit.firstLine !== block.line) return source;
    const behind = this.draft.text.slice(block.range.end, this.draft.lines.rangeOf(block.line).end);
    if (!/^[\s\u3000]*#*[\s\u3000]*$/.test(behind)) return source.trimEnd();
    const content = this.contentOf(unit, block.range);
    const depth = this.depthOf(unit, block.headingDepth);
    if (depth > 0) return `${'#'.repeat(depth)} ${content}`;
    return this.indentOf(unit, block.range, content) + content;
  }

  private contentOf(unit: LayoutUnit, range: Range): string {
    if (unit.lastLine > unit.firstLine && unit.kind === 'text') return this.draft.title?.value ?? '';
    const edits = this.inline
      .filter((edit) => intersects(edit.range, range) || touches(edit.range, range))
      .filter((edit) => edit.range.start >= range.start && edit.range.end <= range.end)
      .map((edit) => ({
        range: { start: edit.range.start - range.start, end: edit.range.end - range.start },
        newText: edit.newText,
      }));
    return applyEdits(this.draft.text.slice(range.start, range.end), edits);
  }

  private depthOf(unit: LayoutUnit, present = 0): number {
    if (!this.manner.headings) return present;
    const { title } = this.draft;
    if (title !== undefined && isWhole(title, unit, this.draft)) return 1;
    return this.depths.get(unit.firstLine) ?? present;
  }

  /** Indents go, but for the names of 附件说明, set one below the other, and where Markdown would read the rest. */
  private indentOf(unit: LayoutUnit, range: Range, content: string): string {
    const indent = this.draft.text.slice(unit.range.start, range.start);
    if (!/^[\s\u3000]+$/.test(indent)) return '';
    const meansSomething = /^(?:#{1,6}\s|[-*+](?:\s|$)|>|```|~~~|<|\||=+\s*$|-{3}|\[)/.test(content);
    return this.listed.has(unit.firstLine) || (meansSomething && indent.includes('\u3000')) ? indent : '';
  }

  /** The lines of the plan's title become one. */
  private joinTitle(units: readonly LayoutUnit[]): readonly LayoutUnit[] {
    const { title } = this.draft;
    if (title === undefined || title.parts.length < 2 || !this.manner.headings) return units;
    const own = units.filter((unit) => holds(title, unit));
    const whole = own.length === title.parts.length && own.every((unit) => unit.kind === 'text');
    const [first, last] = [own[0], own.at(-1)];
    if (!whole || !first || !last || !isPlain(title, own, this.draft)) return units;
    const joined = {
      ...first,
      range: { start: first.range.start, end: last.range.end },
      lastLine: last.lastLine,
    };
    return units.flatMap((unit) => (unit === first ? [joined] : own.includes(unit) ? [] : [unit]));
  }
}

function holds(title: SpreadText, { range }: LayoutUnit): boolean {
  return title.parts.some((part) => range.start <= part.range.start && part.range.end <= range.end);
}

/** Whether every line of the title is title and nothing else (no 发文字号 before it, no emphasis). */
function isPlain(title: SpreadText, units: readonly LayoutUnit[], { text }: Draft): boolean {
  return units.every((unit, i) => {
    const { block } = unit;
    if (block?.kind !== 'text') return false;
    return text.slice(block.range.start, block.range.end) === title.parts[i]?.value;
  });
}

/** Whether a unit is the plan's whole title. */
function isWhole(title: SpreadText, unit: LayoutUnit, draft: Draft): boolean {
  const { range, block } = unit;
  if (block?.kind !== 'text' || title.range.start < range.start || title.range.end > range.end) return false;
  const before = draft.text.slice(block.range.start, title.range.start);
  return before === '' && title.range.end >= Math.min(block.range.end, range.end);
}
