import { sumFigures, type DraftFigures, type Figures, type ReportSummary } from './report-summary';

/** What the last report said of what this one says. */
export interface Trend {
  /** The day of the last report, where it is known. */
  readonly since: string | null;
  /** How many drafts the last report was on. */
  readonly drafts: number;
  /** Over all drafts of the last report. */
  readonly total: Figures;
  /** Figures of a draft in the last report; undefined where it was not in it. */
  of(path: string): DraftFigures | undefined;
  /** Drafts of the last report that are not in this one. */
  readonly gone: readonly string[];
}

export function compareReports(now: ReportSummary, last: ReportSummary): Trend {
  const before = new Map(last.drafts.map((draft) => [sameWay(draft.path), draft]));
  const present = new Set(now.drafts.map(({ path }) => sameWay(path)));
  return {
    since: last.date,
    drafts: last.drafts.length,
    total: sumFigures(last.drafts),
    of: (path) => before.get(sameWay(path)),
    gone: last.drafts.map(({ path }) => path).filter((path) => !present.has(sameWay(path))),
  };
}

/** `./稿件/a.md` and `稿件\a.md` are one draft, whatever shell the reports were made in. */
function sameWay(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
}

/** Of `whole`, in whole percent; a hundred only where nothing is missing. */
export function percentOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}
