import type { ReadDraft } from '../dialect/draft';
import type { Configuration } from './configuration/levels';
import { FindingList } from './finding-list';
import { allRules } from './index';
import type { RuleId } from './rule';
import { runRules, type RunEnvironment } from './run-rules';

/**
 * Rules whose findings follow from the lines around them: no text further down makes them more, fewer or worded
 * otherwise. A rule that is not here is only later.
 */
const OF_THEIR_PLACE: ReadonlySet<RuleId> = new Set<RuleId>([
  'clause/empty-field',
  'clause/repeated-field',
  'clause/unknown-label',
  'task/invalid-deadline',
  'task/several-leads',
  'task/unmeasurable-target',
  'text/book-title',
  'text/doubled',
  'text/placeholder',
  'text/quote-style',
  'text/stray-space',
  'text/unbalanced',
  'text/unit-symbol',
  'text/wrong-word',
]);
const rules = allRules.filter(({ id }) => OF_THEIR_PLACE.has(id));

/** More than any screen shows, and read and checked before anybody waits. In UTF-16 units. */
const HEAD = 20_000;
/** The last lines of what is read may be taken for a signature, or belong to what goes on behind them. */
const UNSURE = 4_000;

/** Silences rules in lines above it. */
const IGNORES_ALL = '忽略全文';

/**
 * Findings in the beginning of a long text that checking the whole of it will find as well, without reading the rest.
 * Undefined where the rest may have its say: what a baseline accepts, or a directive for the whole draft.
 */
export function headFindings(
  text: string,
  read: ReadDraft,
  configuration: Configuration,
  environment: RunEnvironment,
): FindingList | undefined {
  const end = text.lastIndexOf('\n', HEAD) + 1;
  if (end <= UNSURE || environment.sift !== undefined || text.includes(IGNORES_ALL, end)) return undefined;
  const found = runRules(read(text.slice(0, end)), configuration, { ...environment, rules });
  return FindingList.of(found.filter(({ range }) => range.end <= end - UNSURE));
}
