import type { WordChange } from '../../comparison/word-diff';

/** What a comparison of two drafts has to say to people, in plain data and in Chinese; writers only lay it out. */
export interface ComparisonReport {
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** Groups without entries are left out. */
  readonly groups: readonly ComparisonGroup[];
  /** Tasks that are as they were, and tasks of which only the number changed. */
  readonly same: number;
  readonly renumbered: number;
}

export interface ComparedSide {
  /** The file, as the user calls it. */
  readonly name: string;
  readonly title: string;
  readonly tasks: number;
}

export type ChangeKind = 'dropped' | 'added' | 'moved' | 'split' | 'merged' | 'changed' | 'rolled-over';

export interface ComparisonGroup {
  readonly kind: ChangeKind;
  readonly heading: string;
  readonly entries: readonly ComparisonEntry[];
}

/** One task, or what it was split into or merged from. */
export interface ComparisonEntry {
  readonly old: readonly TaskPlace[];
  readonly new: readonly TaskPlace[];
  readonly changes: readonly ReportedChange[];
}

export interface TaskPlace {
  /** `6．整治农村道路安全隐患`. */
  readonly label: string;
  /** `三、深化重点领域整治 / （一）道路交通领域`; empty for a task under no heading. */
  readonly section: string;
  readonly line: number;
  /** Offset of the task in its draft. */
  readonly offset: number;
}

/** A field that changed; deleted and inserted pieces make up the old and the new state. */
export interface ReportedChange {
  readonly field: string;
  readonly words: readonly WordChange[];
}
