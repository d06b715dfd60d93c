import type { Located, Range } from '../dialect/range';

/**
 * A value as a registry file states it, with the place where it stands: what YAML, CSV and front matter are read into,
 * so that one reader of units serves all of them.
 */
export type Value = TextValue | ListValue | MapValue;

/** A scalar. `value` is the text it means; for a quoted scalar with escapes the range covers the source between the quotes. */
export interface TextValue extends Located {
  readonly kind: 'text';
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly range: Range;
}

export interface MapValue {
  readonly kind: 'map';
  readonly entries: readonly MapEntry[];
  readonly range: Range;
}

export interface MapEntry {
  readonly key: Located;
  /** Undefined where nothing follows the colon. */
  readonly value: Value | undefined;
}

/** A mistake in a registry file, where it stands. */
export interface RegistryProblem {
  readonly code: RegistryProblemCode;
  readonly level: 'error' | 'warning';
  /** In Chinese. */
  readonly message: string;
  readonly range: Range;
  readonly related?: readonly { readonly uri: string; readonly range: Range; readonly message: string }[];
  /** What to write instead, where that can be told. */
  readonly replacement?: string;
}

export type RegistryProblemCode =
  | 'syntax'
  | 'too-large'
  | 'wrong-type'
  | 'unknown-key'
  | 'missing-name'
  | 'duplicate-name'
  | 'alias-conflict'
  | 'unknown-successor'
  | 'unknown-superior'
  | 'superior-cycle'
  | 'invalid-date'
  | 'invalid-number'
  | 'unknown-member';

export function located(value: string, start: number): Located {
  return { value, range: { start, end: start + value.length } };
}

/** The text values of a list, of a list of one given as a bare scalar, or of a scalar that enumerates (甲、乙). */
export function textsOf(value: Value | undefined): readonly Located[] {
  if (!value) return [];
  if (value.kind === 'text') return splitEnumeration(value);
  if (value.kind === 'list') return value.items.flatMap(textsOf);
  return [];
}

const SEPARATORS = /[、，,；;\n]/;

/** Splits `甲局、乙局` at its separators, outside brackets (各乡镇（街道、园区） is one name). */
export function splitEnumeration(text: Located): readonly Located[] {
  const parts: Located[] = [];
  let start = 0;
  let depth = 0;
  for (let i = 0; i <= text.value.length; i++) {
    const char = text.value[i];
    if (char !== undefined && '（(〔['.includes(char)) depth++;
    else if (char !== undefined && '）)〕]'.includes(char)) depth = Math.max(0, depth - 1);
    if (char !== undefined && (depth > 0 || !SEPARATORS.test(char))) continue;
    const piece = text.value.slice(start, i);
    const trimmed = piece.trim();
    if (trimmed) parts.push(located(trimmed, text.range.start + start + piece.indexOf(trimmed)));
    start = i + 1;
  }
  return parts;
}
