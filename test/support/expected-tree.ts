import type { Heading, Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { LineTable } from '../../server/src/dialect/lines';
import { createPartParser } from '../../server/src/dialect/markdown/remark-parser';
import { parseWithRemark } from './remark-parser';

/**
 * remark-parse's tree of the whole text, changed by the dialect's one opinion on it: a line break ends a paragraph.
 * Positions of blocks that nothing closes are left out: micromark lets them end here or there.
 */
export function expectedTree(text: string): Root {
  const tree = parseWithRemark(text);
  const labels: string[] = [];
  const collect = (node: Nodes): void => {
    if (node.type === 'definition') labels.push(node.label ?? '');
    if ('children' in node) node.children.forEach((child) => collect(child));
  };
  collect(tree);
  new Splitter(text, labels).split(tree);
  return tree;
}

class Splitter {
  private readonly lines: LineTable;
  private readonly parser: ReturnType<typeof createPartParser>;

  constructor(
    private readonly text: string,
    labels: readonly string[],
  ) {
    this.lines = LineTable.of(text);
    this.parser = createPartParser(labels);
  }

  split(node: Nodes): void {
    if (!('children' in node) || node.type === 'paragraph' || node.type === 'heading') return;
    node.children = node.children.flatMap((child) =>
      child.type === 'paragraph' || child.type === 'heading' ? this.splitText(child) : [child],
    ) as typeof node.children;
    node.children.forEach((child) => this.split(child));
  }

  private splitText(node: Paragraph | Heading): RootContent[] {
    const { end } = node.position!;
    const setext = node.type === 'heading' && node.position!.start.line !== end.line;
    if (node.position!.start.line === end.line) {
      return node.type === 'heading' || this.slice(node.position!).trim() !== '' ? [node] : [];
    }
    const start = (setext && node.children[0]?.position?.start) || node.position!.start;
    const nodes: Paragraph[] = [];
    for (let line = start.line; line <= (setext ? end.line - 1 : end.line); line++) {
      const range = this.lines.rangeOf(line);
      const prefix = /^[ \t>]*/.exec(this.text.slice(range.start, range.end))![0].length;
      const from = line === start.line ? start.offset! : range.start + prefix;
      const position = { start: this.point(from), end: this.point(range.end) };
      if (this.slice(position).trim() === '') continue;
      nodes.push({ type: 'paragraph', children: this.inline(position), position });
    }
    const last = setext ? nodes.pop() : undefined;
    if (!last || node.type !== 'heading') return nodes;
    return [...nodes, { ...node, children: last.children, position: { start: last.position!.start, end } }];
  }

  private inline(position: { start: Point; end: Point }): PhrasingContent[] {
    const { children } = this.parser.parseInline(this.slice(position))!;
    const move = (node: Nodes): void => {
      for (const point of [node.position!.start, node.position!.end]) {
        point.offset! += position.start.offset!;
        point.column += position.start.column - 1;
        point.line += position.start.line - 1;
      }
      if ('children' in node) node.children.forEach((child) => move(child));
    };
    children.forEach((child) => move(child));
    return children;
  }

  private slice({ start, end }: { start: Point; end: Point }): string {
    return this.text.slice(start.offset, end.offset);
  }

  private point(offset: number): Point {
    return { line: this.lines.lineAt(offset), column: this.lines.columnAt(offset), offset };
  }
}
