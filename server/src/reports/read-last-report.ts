import { LEVELS } from './levels';
import { unescapeMarkup } from './markup';
import { figuresOf, SUMMARY_KIND, type CountedFile, type ReportSummary } from './report-summary';

/** Where a page keeps its figures: data in a name of our own, which no browser acts on. */
export const SUMMARY_META = 'yaodian-report-summary';

/**
 * The figures of an earlier report: a page, a summary, or what `check --format json` printed. Undefined for a file
 * that is none of these.
 */
export function readLastReport(text: string): ReportSummary | undefined {
  const data = text.trimStart().startsWith('{') ? text : metaOf(text);
  const value = data === undefined ? undefined : parse(data);
  if (isSummary(value)) return value;
  return isCheckResult(value) ? fromCheckResult(value) : undefined;
}

function metaOf(page: string): string | undefined {
  const content = new RegExp(`<meta name="${SUMMARY_META}" content="([^"]*)"`, 'u').exec(page)?.[1];
  return content === undefined ? undefined : unescapeMarkup(content);
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

function isSummary(value: unknown): value is ReportSummary {
  const { version, kind, date, drafts } = fieldsOf(value);
  const isDated = date === null || (typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(date));
  return version === 1 && kind === SUMMARY_KIND && isDated && isListOf(drafts, isDraftFigures);
}

function isDraftFigures(value: unknown): boolean {
  const { path, levels, rules } = fieldsOf(value);
  const hasLevels = LEVELS.every((level) => isCount(fieldsOf(levels)[level]));
  return typeof path === 'string' && isTaskSummary(value) && hasLevels && isCounts(rules);
}

interface CheckResult {
  readonly files: readonly (Pick<CountedFile, 'path' | 'summary'> & {
    readonly diagnostics: CountedFile['findings'];
  })[];
}

function isCheckResult(value: unknown): value is CheckResult {
  const { version, files } = fieldsOf(value);
  return version === 1 && isListOf(files, isCheckedFile);
}

function isCheckedFile(value: unknown): boolean {
  const { path, diagnostics, summary } = fieldsOf(value);
  return typeof path === 'string' && isTaskSummary(summary) && isListOf(diagnostics, isDiagnostic);
}

function isDiagnostic(value: unknown): boolean {
  const { rule, level } = fieldsOf(value);
  return typeof rule === 'string' && LEVELS.some((known) => known === level);
}

function isTaskSummary(value: unknown): boolean {
  const { tasks, complete, missing } = fieldsOf(value);
  const { target, unit, deadline } = fieldsOf(missing);
  return [tasks, complete, target, unit, deadline].every(isCount);
}

function isCounts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isCount);
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isListOf(value: unknown, test: (entry: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(test);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** The result of a check says nothing of its day. */
function fromCheckResult({ files }: CheckResult): ReportSummary {
  const drafts = files.map(({ path, summary, diagnostics }) =>
    figuresOf({ path, summary, findings: diagnostics }),
  );
  return { version: 1, kind: SUMMARY_KIND, date: null, drafts };
}
