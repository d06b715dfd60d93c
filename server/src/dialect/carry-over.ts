import type { WideEdit } from './compare-drafts';
import type { Draft } from './model';
import { wholeReadingOf } from './reread/reread-draft';

/** Something that is told of a draft's parts, of each by itself. */
export interface CarriedFacts {
  carryOver(before: Draft, draft: Draft, edit: WideEdit): void;
}

const all: CarriedFacts[] = [];

export function addCarried(facts: CarriedFacts): void {
  all.push(facts);
}

/**
 * Tells of a version that was wholly read what was told of the one before it and stayed as it was. At once: to look at
 * that one later it would have to be held, and a weak reference does so until an engine collects all garbage.
 */
export function carryOver(before: Draft, draft: Draft, edit: WideEdit): void {
  if (wholeReadingOf(draft) !== undefined) return;
  for (const facts of all) facts.carryOver(before, draft, edit);
}
