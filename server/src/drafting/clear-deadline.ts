import { GAP, holdsPlaceholder, TO_VERIFY } from '../dialect/placeholder';

const MONTH = /(?:[\d０-９]{1,2}|十[一二]?|[一二三四五六七八九])(?=月)/g;
const DAY = /[\d０-９]{1,2}(?=[日号])/g;
const QUARTER = /[一二三四1-4](?=季度)/g;
/** 2025.6.30, 2025-06. */
const DOTTED = /(?<=\d{4}[.\-/])\d{1,2}(?:([.\-/])\d{1,2})?$/;

/**
 * Last year's deadline as it goes into the new plan: the plan's year is the new one, month and day are to be filled in
 * (2025年6月底前 → 2026年××月底前). One that holds in any year (汛前, 年内) stays and is to be verified.
 */
export function clearDeadline(written: string, from: number, to: number): string {
  if (holdsPlaceholder(written)) return written;
  const rolled = written.replace(String(from), String(to));
  const cleared = rolled
    .replace(MONTH, GAP)
    .replace(DAY, GAP)
    .replace(QUARTER, GAP)
    .replace(DOTTED, (_, dot: string | undefined) => (dot === undefined ? GAP : `${GAP}${dot}${GAP}`));
  return cleared === rolled ? `${rolled}${TO_VERIFY}` : cleared;
}
