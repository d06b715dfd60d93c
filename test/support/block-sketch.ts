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
    return `${block.kind} ${block.line}-${lines.lineAt(block.range.end)}`;
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
    else sketches.push(sketchOpaque(node));
    if (node.type === 'listItem' && ordered.has(node)) sketchEmptyItem(node);
  };
  const sketchEmptyItem = (node: ListItem): void => {
    const line = node.position!.start.line;
    const first = node.children[0];
    if (first && first.position!.start.line === line) return;
    const outer = items.get(line)!.find((item) => ordered.has(item))!;
    if (outer !== node && outer.children[0]?.type !== 'list') return;
    const index = sketches.findIndex((sketch) => Number(sketch.split(' ')[1]!.split('-')[0]) > line);
    const range = lines.rangeOf(line);
    const sketch = sketchText(
      line,
      undefined,
      'ordered',
      text.slice(outer.position!.start.offset, range.end).trim(),
    );
    sketches.splice(index < 0 ? sketches.length : index, 0, sketch);
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
      const content = outer
        ? text.slice(outer.position!.start.offset, range.end)
        : line === start.line
          ? text.slice(start.offset, range.end)
          : text.slice(range.start, range.end).replace(/^[\s>]*/, '');
      const depth = node.type === 'heading' && line === last ? node.depth : undefined;
      const plain = depth && !setext ? stripAtx(content, outer !== undefined) : content;
      if (plain.trim() === '' && depth === undefined) continue;
      sketches.push(
        sketchText(line, depth, outer ? 'ordered' : begun.length > 0 ? 'bullet' : undefined, plain.trim()),
      );
    }
  };
  visit(tree);
  return sketches;
}

function isSetext(text: string, node: Heading): boolean {
  return node.position!.start.line !== node.position!.end.line || text[node.position!.start.offset!] !== '#';
}

function stripAtx(content: string, keepPrefix: boolean): string {
  const withoutClosing = content
    .replace(/[ \t]+#+[ \t]*$/, '')
    .replace(/^#+[ \t]*#*[ \t]*$/, keepPrefix ? '$&' : '');
  return keepPrefix ? withoutClosing : withoutClosing.replace(/^#+[ \t]*/, '');
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

function sketchOpaque(node: Nodes): string {
  const { start, end } = node.position!;
  // An unclosed block that runs to the end of the text ends behind its last line break.
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  return `${OPAQUE[node.type] ?? node.type} ${start.line}-${last}`;
}
