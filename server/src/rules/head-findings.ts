import type { ReadDraft } from '../dialect/draft';
import type { Configuration } from './configuration/levels';
import { FindingList } from './finding-list';
import { allRules } from './index';
import { runRules, type RunEnvironment } from './run-rules';

const rules = allRules.filter(({ local }) => local);

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
