import type { Draft } from '../../dialect/model';
import { summariseTasks } from '../../dialect/summary';
import type { ExportProfile } from '../../exporters/document/plan';
import type { Notes } from '../../review/notes/note';
import type { CheckedDraft } from './check-draft';
import type { PreIssueReport, ReportSection } from './pre-issue-report';
import { describeTasks } from './describe-tasks';
import { findingsSection } from './sections/findings';
import { fontsSection } from './sections/fonts';
import { ignoredSection } from './sections/ignored';
import { metadataSection } from './sections/metadata';
import { notesSection } from './sections/notes';

/** What the sections of a report are made from. */
export interface ReportSource extends CheckedDraft {
  readonly draft: Draft;
  readonly path: string;
  readonly profile: ExportProfile;
  /** Families of the fonts on this machine; undefined where nobody could tell. */
  readonly installedFonts: readonly string[] | undefined;
  /** Review notes, or why they cannot be read. */
  readonly notes: Notes | string;
}

/** In the order of the page. A new matter is a file in sections/ and a line here. */
const SECTIONS: readonly ((source: ReportSource) => ReportSection)[] = [
  findingsSection,
  notesSection,
  metadataSection,
  fontsSection,
  ignoredSection,
];

export function makeReport(source: ReportSource): PreIssueReport {
  const { draft, path } = source;
  return {
    title: draft.title?.value ?? draft.notice.title?.value ?? path.split(/[\\/]/).at(-1) ?? path,
    path,
    tasks: describeTasks(summariseTasks(draft.tasks)),
    sections: SECTIONS.map((make) => make(source)),
  };
}
