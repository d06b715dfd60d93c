import type { RequiredField } from '../dialect/summary';
import type { Level } from '../rules/rule';
import type { FileReport } from './file-report';
import { LEVELS } from './levels';

/**
 * The figures of a report, kept so that the next one can say what has changed. Published as
 * docs/schema/report-summary.schema.json; pages carry it in their head, `check --format summary` prints it.
 */
export interface ReportSummary {
  readonly version: 1;
  readonly kind: typeof SUMMARY_KIND;
  /** The day of the report, `YYYY-MM-DD`; null where it is not known. */
  readonly date: string | null;
  readonly drafts: readonly DraftFigures[];
}

export const SUMMARY_KIND = 'yaodian-report-summary';

export interface Figures {
  readonly tasks: number;
  readonly complete: number;
  readonly missing: Readonly<Record<RequiredField, number>>;
  readonly levels: Readonly<Record<Level, number>>;
  /** Findings by rule; rules that found nothing are absent. */
  readonly rules: Readonly<Record<string, number>>;
}

export interface DraftFigures extends Figures {
  readonly path: string;
}

export function summariseReport(files: readonly FileReport[], date: string): ReportSummary {
  return { version: 1, kind: SUMMARY_KIND, date, drafts: files.map(figuresOf) };
}

/** What a report needs of a finding to be counted. */
export interface CountedFile extends Pick<FileReport, 'path' | 'summary'> {
  readonly findings: readonly { readonly rule: string; readonly level: Level }[];
}

export function figuresOf({ path, summary, findings }: CountedFile): DraftFigures {
  const levels = { error: 0, warning: 0, info: 0, hint: 0 };
  const rules: Record<string, number> = {};
  for (const { level, rule } of findings) {
    levels[level]++;
    rules[rule] = (rules[rule] ?? 0) + 1;
  }
  const { tasks, complete, missing } = summary;
  return { path, tasks, complete, missing, levels, rules };
}

export function sumFigures(drafts: readonly Figures[]): Figures {
  const rules: Record<string, number> = {};
  for (const draft of drafts)
    for (const [rule, count] of Object.entries(draft.rules)) rules[rule] = (rules[rule] ?? 0) + count;
  const sum = (figure: (draft: Figures) => number): number =>
    drafts.reduce((total, draft) => total + figure(draft), 0);
  return {
    tasks: sum(({ tasks }) => tasks),
    complete: sum(({ complete }) => complete),
    missing: {
      target: sum(({ missing }) => missing.target),
      unit: sum(({ missing }) => missing.unit),
      deadline: sum(({ missing }) => missing.deadline),
    },
    levels: Object.fromEntries(
      LEVELS.map((level) => [level, sum(({ levels }) => levels[level])]),
    ) as Figures['levels'],
    rules,
  };
}
