import { tableRowNumber } from './document/table-row-number';
import { unclosedBlock } from './document/unclosed-block';
import { depthMismatch } from './numbering/depth-mismatch';
import { duplicate } from './numbering/duplicate';
import { gap } from './numbering/gap';
import { levelJump } from './numbering/level-jump';
import { markerStyle } from './numbering/marker-style';
import { missingSeparator } from './numbering/missing-separator';
import { outOfOrder } from './numbering/out-of-order';
import { straySpace } from './numbering/stray-space';
import type { Rule } from './rule';
import { markerPunctuation } from './text/marker-punctuation';
import { markerWidth } from './text/marker-width';

/** Every rule there is, in the order of the ids. A new rule is its file, its fixtures, its page and two lines here. */
export const allRules: readonly Rule[] = [
  tableRowNumber,
  unclosedBlock,
  depthMismatch,
  duplicate,
  gap,
  levelJump,
  markerStyle,
  missingSeparator,
  outOfOrder,
  straySpace,
  markerPunctuation,
  markerWidth,
];
