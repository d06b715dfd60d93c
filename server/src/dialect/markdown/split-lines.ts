import type { Heading, Paragraph, Parent, RootContent } from 'mdast';

/** What splitting needs to know of the source. Offsets and lines are the document's. */
export interface LineSource {
  isBlank(start: number, end: number): boolean;
  lineEnd(line: number): number;
  /** Where a line's own text begins behind its containers' prefixes; undefined where it has none. */
  contentOf(line: number): number | undefined;
  paragraph(start: number, end: number): Paragraph;
  heading(depth: number, start: number, end: number, headingEnd: number): Heading;
}

/** Makes every line of every paragraph in `nodes` a paragraph of its own, and of a heading its last line. */
export function splitLines(nodes: RootContent[], source: LineSource): void {
  const pending: RootContent[][] = [nodes];
  for (let siblings = pending.pop(); siblings; siblings = pending.pop()) {
    const split = siblings.flatMap((node) => splitNode(node, source));
    siblings.splice(0, siblings.length, ...split);
    for (const node of siblings) {
      if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem') {
        pending.push((node as Parent).children as RootContent[]);
      }
    }
  }
}

function splitNode(node: RootContent, source: LineSource): RootContent[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') return [node];
  const { position } = node;
  if (!position) return [node];
  const lastLine = position.end.line;
  if (node.type === 'paragraph' && position.start.line === lastLine) {
    return source.isBlank(position.start.offset ?? 0, position.end.offset ?? 0) ? [] : [node];
  }
  if (position.start.line === lastLine) return [node];
  // micromark lets a heading below definitions begin with them.
  const first = (node.type === 'heading' && node.children[0]?.position?.start) || position.start;
  const contents: { start: number; end: number }[] = [];
  for (let line = first.line; line <= (node.type === 'heading' ? lastLine - 1 : lastLine); line++) {
    const start = line === first.line ? first.offset : source.contentOf(line);
    const end = source.lineEnd(line);
    if (start !== undefined && !source.isBlank(start, end)) contents.push({ start, end });
  }
  const last = node.type === 'heading' ? contents.pop() : undefined;
  const split: RootContent[] = contents.map(({ start, end }) => source.paragraph(start, end));
  if (node.type === 'heading' && last) {
    split.push(source.heading(node.depth, last.start, last.end, position.end.offset ?? last.end));
  }
  return split;
}
