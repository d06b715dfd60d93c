import type { TaskSummary } from '../dialect/summary';
import type { Level, RuleId } from '../rules/rule';

/** What checking one file yields: plain data, so that threads can send it and any reporter print it. */
export interface FileReport {
  readonly path: string;
  /** In text order. */
  readonly findings: readonly FindingReport[];
  readonly summary: TaskSummary;
  /** 待处理的审稿意见, in text order; absent where nobody asked for them. */
  readonly notes?: readonly NoteReport[];
}

/** A reviewer's note that is still open. */
export interface NoteReport {
  readonly text: string;
  readonly author: string;
  /** As people quote it; empty where it has no such name. */
  readonly place: string;
  /** Absent where neither its words nor their task are left. */
  readonly range?: PlaceRange;
  readonly excerpt?: Excerpt;
  readonly answers: readonly { readonly author: string; readonly text: string }[];
  /** The words it was about, where they are gone. */
  readonly wordsGone: string | undefined;
}

export interface FindingReport {
  readonly rule: RuleId;
  readonly level: Level;
  readonly message: string;
  readonly range: PlaceRange;
  /** As people quote it: 第二部分（三）第7项; empty where it has no such name, and in a brief report. */
  readonly place: string;
  /** Whether `check --fix` repairs it. */
  readonly fixable: boolean;
  readonly excerpt: Excerpt;
  readonly related: readonly RelatedReport[];
  /** The repair people would take; undefined where there is none, and in a brief report. */
  readonly fix: FixReport | undefined;
}

/** Lines and columns count from 1; columns are UTF-16 units. The end is exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlaceRange {
  readonly start: Place;
  readonly end: Place;
}

/** The finding's (first) line, cut to what fits on a screen. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

export interface RelatedReport {
  /** Undefined for the same file. */
  readonly path: string | undefined;
  readonly message: string;
  readonly range: PlaceRange | undefined;
}

export interface FixReport {
  readonly title: string;
  readonly edits: readonly { readonly range: PlaceRange; readonly newText: string }[];
}

/** Why a file could not be checked, and what to do about it. */
export interface FileFailure {
  /** Names the file. */
  readonly what: string;
  readonly advice: string;
}
