import type { Range as LspRange } from 'vscode-languageserver-types';
import type { Range } from '../dialect/range';
import type { Positions } from './positions';

/** A value whose offset ranges, however deep, are LSP ranges. */
export type InPositions<T> = T extends Range
  ? LspRange
  : T extends readonly (infer Entry)[]
    ? InPositions<Entry>[]
    : T extends object
      ? { -readonly [Key in keyof T]: InPositions<T[Key]> }
      : T;

/** Converts plain data of a feature for the protocol: every `{ start, end }` of offsets becomes an LSP range. */
export function inPositions<T>(value: T, at: Positions): InPositions<T> {
  return convert(value, at) as InPositions<T>;
}

function convert(value: unknown, at: Positions): unknown {
  if (Array.isArray(value)) return value.map((entry) => convert(entry, at));
  if (typeof value !== 'object' || value === null) return value;
  if (isRange(value)) return at.rangeOf(value);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, convert(entry, at)]));
}

function isRange(value: object): value is Range {
  return (
    'start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number'
  );
}
