import type { Draft } from '../dialect/model';
import { applyEdits } from '../dialect/range';
import { combineFixes } from './combine-fixes';
import type { Diagnostic, Fix } from './rule';

/** One repair can uncover another finding; rules that undo each other must not keep us here for ever. */
const MOST_ROUNDS = 10;

export interface Repair {
  /** The draft after all safe fixes. */
  readonly draft: Draft;
  /** How many findings were repaired. */
  readonly repaired: number;
}

/** Applies the safe fixes of all findings, again and again until none is left: `check --fix` and fix-all are this. */
export function repairDraft(
  draft: Draft,
  check: (draft: Draft) => readonly Diagnostic[],
  read: (text: string) => Draft,
): Repair {
  let current = draft;
  let repaired = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const fixes = check(current).flatMap(safeFix);
    const text = applyEdits(current.text, combineFixes(fixes));
    if (text === current.text) break;
    repaired += fixes.length;
    current = read(text);
  }
  return { draft: current, repaired };
}

/** The same with the fixes of one rule. */
export function repairRule(
  draft: Draft,
  rule: string,
  { check, read }: { check: (draft: Draft) => readonly Diagnostic[]; read: (text: string) => Draft },
): Repair {
  return repairDraft(draft, (current) => check(current).filter((finding) => finding.rule === rule), read);
}

/** The first alternative, where it is safe: the writer did not get to choose. */
export function safeFix({ fixes }: Diagnostic): Fix[] {
  const first = fixes?.[0];
  return first?.safe ? [first] : [];
}
