import type { Heading, ListItem, Nodes, Paragraph, Root, Table } from 'mdast';
import type { Block } from '../../server/src/dialect/blocks';
import { LineTable } from '../../server/src/dialect/lines';

/** Blocks as lines of text that can be compared and read: kind, line, depth, list item, source. */
export function sketchBlocks(text: string, blocks: readonly Block[]): string[] {
  const lines = LineTable.of(text);
  const source = ({ start, end }: { start: number; end: number }): string =>
    JSON.stringify(text.slice(start, end));
  return blocks.map((block) => {
    if (block.kind === 'text') {
      return sketchText(
        block.line,
        block.headingDepth,
        block.listItem,
        text.slice(block.range.start, block.range.end),
      );
    }
    if (block.kind === 'table') {
      const rows = [block.header, ...block.rows.map((row) => row.cells)];
      return `table ${block.line} ${rows.map((cells) => cells.map(source).join('|')).join(' / ')}`;
    }
    return `${block.kind} ${block.line}-${lastVisibleLine(text, lines, block.line, lines.lineAt(block.range.end))}`;
  });
}

function sketchText(line: number, depth: number | undefined, item: string | undefined, text: string): string {
  return `text ${line} ${depth ?? ''} ${item ?? ''} ${JSON.stringify(text)}`;
}

/** The sketch of what `scanBlocks` must find, derived from remark-parse's tree alone. */
export function sketchTree(text: string, tree: Root): string[] {
  const lines = LineTable.of(text);
  const sketches: string[] = [];
  const items = new Map<number, ListItem[]>();
  const ordered = new Set<ListItem>();
  const visit = (node: Nodes): void => {
    if (node.type === 'list' && node.ordered) for (const item of node.children) ordered.add(item);
    if (node.type === 'listItem') {
      const line = node.position!.start.line;
      items.set(line, [...(items.get(line) ?? []), node]);
    }
    if (node.type === 'paragraph' || node.type === 'heading') sketchLines(node);
    else if (node.type === 'table') sketches.push(sketchTable(text, node));
    else if ('children' in node) node.children.forEach((child) => visit(child));
    else sketches.push(sketchOpaque(text, node, lines));
    if (node.type === 'listItem' && ordered.has(node)) sketchEmptyItem(node);
  };
  /** An ordered item whose first line holds nothing else is the text of its own number. */
  const sketchEmptyItem = (node: ListItem): void => {
    const { line, offset } = node.position!.start;
    const lineOf = (sketch: string): number => Number(/\d+/.exec(sketch)![0]);
    if (items.get(line)!.find((item) => ordered.has(item)) !== node) return;
    if (sketches.some((sketch) => lineOf(sketch) === line)) return;
    const index = sketches.findIndex((sketch) => lineOf(sketch) > line);
    const content = text.slice(offset, lines.rangeOf(line).end).trim();
    sketches.splice(index < 0 ? sketches.length : index, 0, sketchText(line, undefined, 'ordered', content));
  };
  const sketchLines = (node: Paragraph | Heading): void => {
    const { end } = node.position!;
    const setext = node.type === 'heading' && isSetext(text, node);
    // A setext heading after definitions begins, for micromark, with the definitions.
    const start = (setext && node.children[0]?.position?.start) || node.position!.start;
    const last = setext ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line++) {
      const begun = line === start.line ? (items.get(line) ?? []) : [];
      const outer = begun.find((item) => ordered.has(item));
      const range = lines.rangeOf(line);
      const from = line === start.line ? start.offset! : range.start + prefixLength(text, range);
      const depth = node.type === 'heading' && line === last ? node.depth : undefined;
      const own = text.slice(from, range.end);
      const plain = depth && !setext ? stripAtx(own, outer !== undefined) : own;
      const content = (outer ? text.slice(outer.position!.start.offset, from) : '') + plain;
      if (content.trim() === '' && depth === undefined) continue;
      sketches.push(
        sketchText(line, depth, outer ? 'ordered' : begun.length > 0 ? 'bullet' : undefined, content.trim()),
      );
    }
  };
  visit(tree);
  return sketches;
}

function isSetext(text: string, node: Heading): boolean {
  return node.position!.start.line !== node.position!.end.line || text[node.position!.start.offset!] !== '#';
}

function prefixLength(text: string, range: { start: number; end: number }): number {
  return /^[\s>]*/.exec(text.slice(range.start, range.end))![0].length;
}

function stripAtx(heading: string, keepHashes: boolean): string {
  const opening = /^#+[ \t]*/.exec(heading)![0];
  const content = heading.slice(opening.length).replace(/(?:^|[ \t]+)#+[ \t]*$/, '');
  return keepHashes ? opening + content : content;
}

function sketchTable(text: string, table: Table): string {
  const rows = table.children.map((row) =>
    row.children
      .map((cell) => {
        const { start, end } = cell.position!;
        const source = text.slice(start.offset, end.offset).replace(/^\|/, '');
        return JSON.stringify(source.replace(/(?<!(?:^|[^\\])(?:\\\\)*\\)\|$/, '').trim());
      })
      .join('|'),
  );
  return `table ${table.position!.start.line} ${rows.join(' / ')}`;
}

const OPAQUE: Readonly<Record<string, string>> = { thematicBreak: 'rule' };

function sketchOpaque(text: string, node: Nodes, lines: LineTable): string {
  const { start, end } = node.position!;
  // An unclosed block ends for micromark where the next line begins.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return `${OPAQUE[node.type] ?? node.type} ${start.line}-${lastVisibleLine(text, lines, start.line, last)}`;
}

/** Blank lines at the end of an unclosed block belong to it or not, it does not matter. */
function lastVisibleLine(text: string, lines: LineTable, first: number, last: number): number {
  let line = last;
  while (line > first && /^[\s>]*$/.test(text.slice(lines.rangeOf(line).start, lines.rangeOf(line).end)))
    line--;
  return line;
}
