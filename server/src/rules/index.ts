import { duplicate } from './numbering/duplicate';
import { gap } from './numbering/gap';
import { outOfOrder } from './numbering/out-of-order';
import type { Rule } from './rule';

/** Every rule there is, in the order of the ids. A new rule is its file, its fixtures, its page and two lines here. */
export const allRules: readonly Rule[] = [duplicate, gap, outOfOrder];
