import type { TableBlock } from '../blocks';
import type { Range } from '../range';
import type { TextLine } from './block-list';
import type { HtmlKind } from './html-syntax';
import type { FenceOpening } from './line-syntax';

/** A block without blocks in it, while further lines may belong to it. */
export type Leaf = Paragraph | Fence | Html | Table;

/**
 * The paragraph that is open. Its text lines are blocks already, except that those of a paragraph beginning with `[`
 * wait until it is known whether they are definitions.
 */
export interface Paragraph {
  readonly kind: 'paragraph';
  last: TextLine;
  /** Whether `last` has a block (a line of nothing but full-width spaces has none). */
  lastHasBlock: boolean;
  /** Whether `last` may turn out to be the head of a table. */
  lastMayBeHead: boolean;
  readonly pending: TextLine[] | undefined;
}

export interface Fence extends FenceOpening {
  readonly kind: 'fence';
  readonly line: number;
  readonly start: number;
}

export interface Html {
  readonly kind: 'html';
  readonly htmlKind: HtmlKind;
  readonly line: number;
  readonly start: number;
}

export interface Table {
  readonly kind: 'table';
  readonly line: number;
  readonly start: number;
  readonly header: readonly Range[];
  readonly rows: TableBlock['rows'][number][];
  end: number;
}
