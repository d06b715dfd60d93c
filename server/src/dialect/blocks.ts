import type { Range } from './range';

/**
 * The Markdown reading of a draft, line by line. Official prose has no soft wraps, so every non-blank text line is a
 * block of its own, whatever paragraph, heading, list item or quote CommonMark would put it in.
 */
export type Block = TextBlock | TableBlock | OpaqueBlock;

/** One line of running text. */
export interface TextBlock {
  readonly kind: 'text';
  readonly line: number;
  /** The whole source line without its line break. */
  readonly lineRange: Range;
  /**
   * The text without indentation, Markdown prefix (`## `, `- `, `> `) and trailing white space. The marker of an
   * ordered list (`1. `) is part of the text: it is a 结构层次序数.
   */
  readonly range: Range;
  /** 1–6 for a Markdown heading. */
  readonly headingDepth: number | undefined;
  /** Whether the line begins an item of a CommonMark list, and of which kind. */
  readonly listItem: 'ordered' | 'bullet' | undefined;
}

/** A GFM table. Cells exclude the pipes and the white space around their text. */
export interface TableBlock {
  readonly kind: 'table';
  readonly line: number;
  readonly range: Range;
  readonly header: readonly Range[];
  readonly rows: readonly {
    readonly line: number;
    readonly range: Range;
    readonly cells: readonly Range[];
  }[];
}

/** Source that is not prose: fenced code, HTML (directives are comments), front matter, rules, definitions. */
export interface OpaqueBlock {
  readonly kind: 'code' | 'html' | 'yaml' | 'rule' | 'definition';
  readonly line: number;
  readonly range: Range;
  /** A fence or comment that is never closed. */
  readonly unclosed: boolean;
}
