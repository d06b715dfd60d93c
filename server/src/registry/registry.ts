import type { Located, Range } from '../dialect/range';
import type { RegistryProblem } from './value';

/** A date of a registry: the year at least. ISO prefix (`2019`, `2019-03`, `2019-03-01`), comparable as text. */
export type PartialDate = string;

/** One registry file (单位名录) as read: a layer of the registry in force. */
export interface RegistryFile {
  readonly uri: string;
  /** 区划前缀 of the whole file: `云溪县`, or a chain `某某市云溪县`. */
  readonly area: Located | undefined;
  readonly units: readonly Unit[];
  readonly collectives: readonly Collective[];
  /** What is wrong within the file; what is wrong between files is found by `findConflicts`. */
  readonly problems: readonly RegistryProblem[];
}

export interface Unit {
  /** 全称. */
  readonly name: Located;
  /** 简称. */
  readonly aliases: readonly Located[];
  readonly formerNames: readonly FormerName[];
  /** 撤销; undefined for a unit that exists. */
  readonly abolished: Abolition | undefined;
  /** 类别: 党委、政府、群团、垂管、街镇、企业… */
  readonly category: string | undefined;
  /** 建制序: the rank in which units are listed, lowest first. */
  readonly order: number | undefined;
  /** 上级. */
  readonly superior: Located | undefined;
  /** 区划前缀: the unit's own, else the file's. */
  readonly area: string | undefined;
  /** Whether the registry lets drafts use a listed short name in place of the full one (允许简称). */
  readonly aliasesAllowed: boolean;
  /** 职责. */
  readonly duties: string | undefined;
  /** 备注. */
  readonly note: string | undefined;
  readonly uri: string;
  /** The unit's entry in its file. */
  readonly range: Range;
}

export interface FormerName {
  readonly name: Located;
  /** The last day the name was in use, where known. */
  readonly until: PartialDate | undefined;
  readonly document: string | undefined;
}

export interface Abolition {
  readonly date: PartialDate | undefined;
  /** 职责划入: the units that took over its duties. */
  readonly successors: readonly Located[];
  readonly document: string | undefined;
}

/** 集合: a name that stands for several units (各乡镇（街道）). */
export interface Collective {
  readonly name: Located;
  readonly aliases: readonly Located[];
  readonly members: readonly Located[];
  readonly note: string | undefined;
  readonly uri: string;
  readonly range: Range;
}

/** How a name in a draft comes to mean a unit, the surest first. */
export type MatchKind =
  /** The full name as the registry has it. */
  | 'exact'
  /** The full name with the area written otherwise: 奉节县应急管理局 for 县应急管理局. */
  | 'area-variant'
  /** A listed short name. */
  | 'alias'
  /** A short name made by the usual rules: 应急局 for 应急管理局. */
  | 'derived'
  /** A name the unit had before. */
  | 'former';

export interface UnitMatch {
  readonly unit: Unit;
  readonly kind: MatchKind;
  /** The former name that matched. */
  readonly formerName: FormerName | undefined;
}

/** What a name means: one unit, a collective, several units (never guessed between), or nothing known. */
export type Resolution =
  | ({ readonly status: 'unit' } & UnitMatch)
  | { readonly status: 'collective'; readonly collective: Collective }
  | { readonly status: 'ambiguous'; readonly candidates: readonly UnitMatch[] }
  | { readonly status: 'unknown' };

export interface ResolveOptions {
  /** The draft's year: a former name of a plan written while the name was in use is no fault, and prefers that unit. */
  readonly year?: number | undefined;
}

/** A registered name close to one that is not registered. */
export interface NearName {
  /** The name to write. */
  readonly name: string;
  readonly unit: Unit;
  /** 0 is equal; a character of like shape or sound costs less than another one. */
  readonly distance: number;
}

/** The unit registry (单位名录) in force for a draft: layered files, indexed for matching. */
export interface Registry {
  readonly size: number;
  /** Layers in order of precedence, the draft's own first. */
  readonly files: readonly RegistryFile[];
  readonly units: readonly Unit[];
  readonly collectives: readonly Collective[];
  resolve(name: string, options?: ResolveOptions): Resolution;
  /** Registered names near `name`, the nearest first, at most `limit`. */
  nearNames(name: string, limit?: number): readonly NearName[];
  /** The units a collective stands for that are themselves registered. */
  membersOf(collective: Collective): readonly Unit[];
}
