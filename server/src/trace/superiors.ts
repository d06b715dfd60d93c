import type { Draft } from '../dialect/model';
import type { Range } from '../dialect/range';

/** The front matter key with which a draft names the plans of its superiors. */
export const SUPERIORS_KEY = '上级要点';

/** A superior's plan that a draft carries out. */
export interface Superior {
  /** How tasks call it: 市要点. */
  readonly name: string;
  readonly uri: string;
  readonly draft: Draft;
  /** What of the front matter names it. */
  readonly named: NamedSuperior;
}

/** A plan as front matter names it. */
export interface NamedSuperior {
  /** The short name, where the front matter gives one. */
  readonly name: string | undefined;
  /** Relative to the draft. */
  readonly path: string;
  /** The value of the entry. */
  readonly range: Range;
}

export interface Superiors {
  readonly plans: readonly Superior[];
  /** Those that were named and could not be read, with why, in Chinese. */
  readonly missing: readonly { readonly named: NamedSuperior; readonly message: string }[];
}

export const NO_SUPERIORS: Superiors = { plans: [], missing: [] };

/** `上级要点: 路径`, a list of paths, or `简称: 路径` for each. */
export function superiorsNamedBy({ frontMatter }: Draft): readonly NamedSuperior[] {
  const entry = frontMatter?.entries.find(({ key }) => key.value === SUPERIORS_KEY);
  if (!entry) return [];
  const { value, valueRange: range } = entry;
  const isPath = (path: unknown): path is string => typeof path === 'string' && path.trim() !== '';
  if (isPath(value)) return [{ name: undefined, path: value, range }];
  if (Array.isArray(value)) return value.filter(isPath).map((path) => ({ name: undefined, path, range }));
  const named = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  return named.flatMap(([name, path]) => (isPath(path) ? [{ name, path, range }] : []));
}

/** Joins a plan's text with how it was named. */
export function createSuperior(named: NamedSuperior, uri: string, draft: Draft): Superior {
  return { name: named.name ?? shortNameOf(draft), uri, draft, named };
}

/** 青江市人民政府、青江市2026年…工作要点 → 市要点; 上级要点 where it cannot be told. */
export function shortNameOf({ notice, title }: Draft): string {
  const source = `${notice.issuer?.value ?? ''}\n${title?.value ?? ''}`;
  const rank = /^[^\n\d]{1,12}?(?<rank>省|自治区|市|州|盟|地区|县|区|旗|街道|镇|乡)/mu.exec(source)?.groups
    ?.rank;
  return rank === undefined ? SUPERIORS_KEY : `${rank === '自治区' ? '区' : rank}要点`;
}
