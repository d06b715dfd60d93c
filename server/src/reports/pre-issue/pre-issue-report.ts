import type { Level } from '../../rules/rule';
import type { Excerpt, PlaceRange } from '../file-report';

/**
 * 发文前检查: what still stands before a draft is issued, on one page. Plain data: pages and Word files are made of
 * it, and a new matter is a section more.
 */
export interface PreIssueReport {
  /** The plan's title, or the file's name. */
  readonly title: string;
  readonly path: string;
  /** One sentence on the tasks and what they lack. */
  readonly tasks: string;
  readonly sections: readonly ReportSection[];
}

/** One matter: what the rules found, what was ignored, what the front matter lacks … */
export interface ReportSection {
  readonly title: string;
  /** Said where there is nothing to list. */
  readonly clear: string;
  readonly groups: readonly ReportGroup[];
}

/** Entries of one kind; the title is empty where a section has only one kind. */
export interface ReportGroup {
  readonly title: string;
  /** Small print behind the title: the rule's id. */
  readonly note: string;
  readonly entries: readonly ReportEntry[];
}

export interface ReportEntry {
  /** As people quote it, 第二部分（三）第7项; empty for what stands nowhere in the text. */
  readonly place: string;
  readonly range: PlaceRange | undefined;
  /** Of a finding that stands. Errors are asked about before an export goes on. */
  readonly level: Level | undefined;
  readonly text: string;
  /** The line it is about. */
  readonly excerpt: Excerpt | undefined;
  /** What can be done, or why it was left; empty where there is nothing to say. */
  readonly remark: string;
}

export function entriesOf({ sections }: PreIssueReport): readonly ReportEntry[] {
  return sections.flatMap(({ groups }) => groups.flatMap(({ entries }) => entries));
}
