import { continueContainer, MAX_CONTAINER_DEPTH, openContainer, openSibling } from './containers';
import type { Container, ListItem } from './containers';
import type { LineCursor } from './line-cursor';
import type { LineReader } from './line-reader';

/** Lines during which a quote or list is open: whole lines, line break of the last one excluded. */
export interface ContainerSpan {
  readonly line: number;
  readonly start: number;
  lastLine: number;
  end: number;
  /** A paragraph was open before it. */
  readonly afterParagraph: boolean;
  /** Of the deepest line. */
  depth: number;
}

/** The quotes and list items that are open, and where any were. */
export class ContainerStack {
  readonly spans: ContainerSpan[] = [];
  private readonly containers: Container[] = [];

  constructor(private readonly text: string) {}

  get depth(): number {
    return this.containers.length;
  }

  /**
   * Matches a line against the open containers; returns how many go on. A further item of an open list replaces the
   * item before, closes what was open in that, and is added to `items`.
   */
  match(cursor: LineCursor, items: ListItem[]): number {
    const { containers, text } = this;
    for (let depth = 0; depth < containers.length; depth++) {
      const container = containers[depth] as Container;
      if (continueContainer(container, cursor, text)) continue;
      const sibling = container.kind === 'item' ? openSibling(cursor, text, container) : undefined;
      if (!sibling) return depth;
      containers.length = depth;
      containers.push(sibling);
      items.push(sibling);
      return depth + 1;
    }
    return containers.length;
  }

  /** Opens the containers that begin at the cursor in place of those deeper than `matched`; whether any did. */
  open(cursor: LineCursor, matched: number, interrupting: boolean, items: ListItem[]): boolean {
    let opened = false;
    for (let depth = matched; depth < MAX_CONTAINER_DEPTH; depth++) {
      const container = openContainer(cursor, this.text, interrupting);
      if (!container) break;
      if (!opened) this.leave(matched);
      opened = true;
      this.containers.push(container);
      if (container.kind === 'item') items.push(container);
    }
    return opened;
  }

  leave(depth: number): void {
    this.containers.length = depth;
  }

  /** Counts a line that has been read among those in containers, if it is. */
  noteLine({ number, start, end }: LineReader, depthBefore: number, afterParagraph: boolean): void {
    const { depth, spans } = this;
    if (depth === 0) return;
    const span = spans[spans.length - 1];
    if (depthBefore === 0 || !span) {
      spans.push({ line: number, start, lastLine: number, end, afterParagraph, depth });
    } else {
      span.lastLine = number;
      span.end = end;
      span.depth = Math.max(span.depth, depth);
    }
  }
}
