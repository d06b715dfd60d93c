import type { Block } from './blocks';
import { BlockScanner } from './markdown/block-scanner';

/**
 * Reads the block structure of a draft in one pass over its lines, in linear time, for any text whatever. It is
 * CommonMark 0.31.2 with GFM tables and YAML front matter as micromark reads them, and three opinions (docs/dialect.md):
 * every text line is a block of its own, there is no indented code, and a line without a bar is no row of a table. Tests hold it equal to remark-parse.
 */
export function scanBlocks(text: string): Block[] {
  return new BlockScanner(text).scan().blocks;
}
