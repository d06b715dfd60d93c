import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** Symbols of units as GB 3100 and GB 3101 write them, by their letters in lower case. */
const SYMBOLS: Readonly<Record<string, string>> = {
  khz: 'kHz',
  mhz: 'MHz',
  ghz: 'GHz',
  km: 'km',
  kg: 'kg',
  kw: 'kW',
  kwh: 'kWh',
  kv: 'kV',
  kva: 'kVA',
  mpa: 'MPa',
  kpa: 'kPa',
};
const QUANTITY = soughtPattern(
  /(?<=[0-9０-９])\s?(khz|mhz|ghz|kwh|kva|km|kg|kw|kv|mpa|kpa)(?![A-Za-z0-9])/gi,
  [...'kmgKMG'],
);

/** A unit's symbol in the wrong case after a number: 370MHZ. */
export const unitSymbol: DraftRule = {
  id: 'text/unit-symbol',
  summary: '计量单位符号大小写不当',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  local: true,
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(QUANTITY),
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, QUANTITY)) {
      const written = match[1] ?? '';
      const expected = SYMBOLS[written.toLowerCase()] ?? written;
      if (written === expected) continue;
      const symbol = { start: range.end - written.length, end: range.end };
      report({
        range: symbol,
        message: t('计量单位符号“{0}”应写作“{1}”（GB 3100）', written, expected),
        fixes: [
          { title: t('改为“{0}”', expected), edits: [{ range: symbol, newText: expected }], safe: true },
        ],
      });
    }
  },
};
