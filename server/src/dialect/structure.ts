import { WHITE_SPACE } from './character-set';
import { isClosingBracket, isOpeningBracket } from './fields/brackets';
import { isIdeograph } from './fields/marks';
import { characters } from './fields/signs';
import { isUnitStatement } from './fields/unit-statement';
import { assignsDuty, isFramingTitle, isOverviewTitle, maySetTasks } from './framing';
import type { Directive, Item, Marker, MarkerStyle, Paragraph } from './model';
import type { Range } from './range';
import { markerRank } from './marker-rank';
import { readMarkerShape } from './marker-shape';
import { resolveMarkers } from './resolve-markers';

/** A line of a plan or an attachment, with what Markdown says of it. */
export interface BodyLine {
  readonly line: number;
  /** Without indentation, Markdown prefix and trailing white space. */
  readonly text: string;
  readonly range: Range;
  readonly indent: string;
  readonly headingDepth: number | undefined;
  /** Whether it begins an item of a Markdown list by `-`, `*` or `+`. */
  readonly isListed: boolean;
}

export interface Structure {
  readonly preamble: readonly Paragraph[];
  readonly items: readonly Item[];
  readonly outline: readonly Item[];
}

export interface StructureOptions {
  readonly framingTitles: readonly string[];
  readonly directives: readonly Directive[];
  /** Whether nothing in these lines is a task unless a directive says so. */
  readonly isFraming?: boolean;
}

/** An item under construction. */
interface Node extends Omit<Item, 'paragraphs' | 'children' | 'parent' | 'range' | 'isFraming' | 'level'> {
  level: number;
  paragraphs: Paragraph[];
  children: Node[];
  parent: Node | undefined;
  range: Range;
  isFraming: boolean;
  readonly rank: number;
}

const LEVELS: Readonly<Record<MarkerStyle, number>> = {
  part: 1,
  article: 1,
  task: 1,
  chinese: 1,
  'paren-chinese': 2,
  arabic: 3,
  'paren-arabic': 4,
  circled: 5,
  bullet: 3,
};

/** Builds the tree of items from lines: chapters, sections, tasks and sub-points with the paragraphs they own. */
export function readStructure(lines: readonly BodyLine[], options: StructureOptions): Structure {
  const markers = resolveMarkers(lines);
  const preamble: Paragraph[] = [];
  const roots: Node[] = [];
  const outline: Node[] = [];
  let open: Node | undefined;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as BodyLine;
    const marker = markers[index];
    if (marker === undefined) {
      const paragraph = { range: line.range, line: line.line };
      (open?.paragraphs ?? preamble).push(paragraph);
      continue;
    }
    const node = createNode(line, marker);
    attach(node, open, roots);
    outline.push(node);
    open = node;
  }
  settle({ lines, roots, outline }, options);
  return { preamble, items: roots as readonly Item[], outline: outline as readonly Item[] };
}

function attach(node: Node, open: Node | undefined, roots: Node[]): void {
  let parent = open;
  while (parent !== undefined && parent.rank >= node.rank) parent = parent.parent;
  node.parent = parent;
  if (parent === undefined) roots.push(node);
  else parent.children.push(node);
  if (/^(?:article|task|bullet)$/.test(node.marker.style) && parent !== undefined)
    node.level = parent.level + 1;
}

function createNode(line: BodyLine, marker: Marker): Node {
  const { title, start, end, runInStart } = readHeading(line.text, marker.lead.end - line.range.start);
  const hasRunIn = runInStart < line.text.length;
  return {
    marker,
    level: LEVELS[marker.style],
    rank: markerRank(marker),
    number: marker.number,
    title,
    titleRange: { start: line.range.start + start, end: line.range.start + end },
    runIn: hasRunIn,
    headingDepth: line.headingDepth,
    line: line.line,
    lineRange: line.range,
    paragraphs: hasRunIn
      ? [{ range: { start: line.range.start + runInStart, end: line.range.end }, line: line.line }]
      : [],
    range: line.range,
    parent: undefined,
    children: [],
    isFraming: false,
  };
}

/** The title of a line that bears a marker, which is followed by `titleStart`, and where the text after it begins. */
export function readHeading(
  text: string,
  titleStart = readMarkerShape(text)?.titleStart ?? 0,
): {
  title: string;
  start: number;
  end: number;
  runInStart: number;
} {
  const { start, end } = findTitle(text, titleStart);
  return { title: text.slice(start, end), start, end, runInStart: skipStop(text, end) };
}

const OPENING = '《“‘（(〔【[〈';
const CLOSING = '》”’）)〕】]〉';
/** A field clause that follows the title without a full stop does not belong to it. */
const CLAUSE_AHEAD =
  /[〔（(【[](?=(?:牵头|责任|配合|协办|主办|承办|协同|参与|落实|完成|目标|工作目标|时限|分管|实施)[^：:，。）)〕】]{0,8}[：:])/;
const opensClause = characters('〔（(【[');
const spaceOrEmphasis = characters(`${WHITE_SPACE}*_`);
const stopSpaceOrEmphasis = characters(`。${WHITE_SPACE}*_`);
const COMMENT = /<!--.*?(?:-->|$)/;

/** The title within a line: from `start` to the first 。 outside brackets, a field clause or the line's end. */
function findTitle(text: string, start: number): { start: number; end: number } {
  const comment = text.includes('<!--') ? COMMENT.exec(text.slice(start)) : null;
  const limit = comment === null ? text.length : start + comment.index;
  const stop = findStop(text, start, limit);
  const bracket = opensClause.find(text, start, stop);
  const clause = bracket < stop ? CLAUSE_AHEAD.exec(text.slice(start, stop)) : null;
  const end =
    clause === null || clause.index === 0 ? beforeStatement(text, start, stop) : start + clause.index;
  return { start, end: spaceOrEmphasis.skipBack(text, start, end) };
}

/** Before （甲牵头，乙配合） that ends a title. */
function beforeStatement(text: string, start: number, stop: number): number {
  const end = spaceOrEmphasis.skipBack(text, start, stop);
  const open = isClosingBracket(text, end - 1) ? openingOf(text, start, end) : start;
  return open > start && isUnitStatement(text, { start: open, end }) ? open : stop;
}

/** Where the bracket opens that closes before `end`; `start` where none does. */
function openingOf(text: string, start: number, end: number): number {
  let depth = 0;
  for (let i = end - 1; i > start; i--) {
    if (isClosingBracket(text, i)) depth++;
    else if (isOpeningBracket(text, i) && --depth === 0) return i;
  }
  return start;
}

function findStop(text: string, start: number, limit: number): number {
  let depth = 0;
  let first = -1;
  for (let i = start; i < limit; i++) {
    if (isIdeograph(text, i)) continue;
    const char = text.charAt(i);
    if (char === '。') {
      if (depth === 0) return i;
      if (first < 0) first = i;
    } else if (OPENING.includes(char)) depth++;
    else if (CLOSING.includes(char) && depth > 0) depth--;
  }
  // An unbalanced bracket must not swallow the whole paragraph into the title.
  return depth > 0 && first >= 0 ? first : limit;
}

/** Past the 。 that ends a title, emphasis marks and white space. */
function skipStop(text: string, end: number): number {
  const position = stopSpaceOrEmphasis.skip(text, end, text.length);
  return text.startsWith('<!--', position) && COMMENT.exec(text.slice(position))?.index === 0
    ? text.length
    : position;
}

/** Marks the framing chapters and what stands under them, and tells each item where its text ends. */
function settle({ lines, roots, outline }: Nodes, options: StructureOptions): void {
  const settling = {
    lines,
    told: directedItems(outline, options.directives),
    framingTitles: options.framingTitles,
  };
  for (const root of roots) settleNode(root, options.isFraming ?? false, settling);
}

interface Settling {
  readonly lines: readonly BodyLine[];
  readonly told: ReadonlyMap<Node, boolean>;
  readonly framingTitles: readonly string[];
}

function settleNode(node: Node, inherited: boolean, settling: Settling): void {
  node.isFraming = settling.told.get(node) ?? (inherited || frames(node, settling));
  for (const child of node.children) settleNode(child, node.isFraming, settling);
  const last = node.children.at(-1) ?? node.paragraphs.at(-1);
  if (last !== undefined) node.range = { start: node.range.start, end: last.range.end };
}

function frames(node: Node, { framingTitles, lines }: Settling): boolean {
  return readsAsFraming(node, framingTitles) && !(maySetTasks(node.title) && assignsItems(node, lines));
}

/** A plan's items under construction, in document order, and the lines that they are made of. */
interface Nodes {
  readonly lines: readonly BodyLine[];
  readonly roots: readonly Node[];
  readonly outline: readonly Node[];
}

/** Whether a chapter names units for most of its items, each in a clause of its own. */
function assignsItems(chapter: Node, lines: readonly BodyLine[]): boolean {
  const last = lastLineOf(chapter);
  const assigned = lines.filter(({ line, text }) => line > chapter.line && line <= last && assignsDuty(text));
  return chapter.children.length > 0 && assigned.length * 2 >= countLeaves(chapter.children);
}

function lastLineOf({ children, paragraphs, line }: Node): number {
  const last = children.at(-1);
  return last === undefined ? (paragraphs.at(-1)?.line ?? line) : lastLineOf(last);
}

function countLeaves(nodes: readonly Node[]): number {
  return nodes.reduce((count, { children }) => count + (countLeaves(children) || 1), 0);
}

/** Whether an item's title says that it frames the plan. */
export function readsAsFraming(
  {
    title,
    level,
    children,
  }: { readonly title: string; readonly level: number; readonly children: readonly unknown[] },
  framingTitles: readonly string[],
): boolean {
  const isOverview = level === 1 && children.length === 0 && isOverviewTitle(title);
  return isOverview || isFramingTitle(title, level, framingTitles);
}

/** Items that a directive declares framing (true) or not: it speaks of the first item at or below its line. */
function directedItems(
  outline: readonly Node[],
  directives: readonly Directive[],
): ReadonlyMap<Node, boolean> {
  const told = new Map<Node, boolean>();
  for (const { kind, line } of directives) {
    if (kind !== 'not-task' && kind !== 'task') continue;
    const node = outline.find((candidate) => candidate.line >= line);
    if (node !== undefined) told.set(node, kind === 'not-task');
  }
  return told;
}
