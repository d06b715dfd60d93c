import type { ReadDraft } from '../dialect/draft';
import type { Draft } from '../dialect/model';
import type { Configuration } from './configuration/levels';
import { FindingList } from './finding-list';
import { allRules } from './index';
import { runRules, type RunEnvironment } from './run-rules';

const rules = allRules.filter(({ local }) => local);

/** What a screen shows, and more of long texts, as far as it is read before anybody waits. In UTF-16 units. */
const SHORTEST = 4_000;
const LONGEST = 20_000;
/** The part of a text in between. */
const PART = 1 / 10;
/** The last lines of what is read may be taken for a signature, or belong to what goes on behind them. */
const UNSURE = 1 / 5;

/** Silences rules in lines above it. */
const IGNORES_ALL = '忽略全文';

/** The beginning of a long text, read without the rest. */
export interface Head {
  readonly draft: Draft;
  /** What ends before it is read as in the whole. */
  readonly sureEnd: number;
}

/** Undefined where the rest may have its say: by a directive for the whole draft. */
export function readHead(text: string, read: ReadDraft): Head | undefined {
  const most = Math.max(SHORTEST, Math.min(text.length * PART, LONGEST));
  const end = text.lastIndexOf('\n', most) + 1;
  const sureEnd = end - most * UNSURE;
  return sureEnd <= 0 || text.includes(IGNORES_ALL, end)
    ? undefined
    : { draft: read(text.slice(0, end)), sureEnd };
}

/** What checking the whole text will find as well. Undefined where a baseline, which is of the whole, may accept it. */
export function headFindings(
  { draft, sureEnd }: Head,
  configuration: Configuration,
  environment: RunEnvironment,
): FindingList | undefined {
  if (environment.sift !== undefined) return undefined;
  const found = runRules(draft, configuration, { ...environment, rules });
  return FindingList.of(found.filter(({ range }) => range.end <= sureEnd));
}
