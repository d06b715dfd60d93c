import type { Draft } from '../dialect/model';
import type { NumberedRun } from '../dialect/numbered-entries';
import { renumberRuns } from '../dialect/renumber';
import { lazyFix } from './lazy-fix';
import type { Fix } from './rule';
import { t } from '../localise';

/**
 * The repair for a fault in a run's numbers: the whole run counts up by one again, and mentions of what moved follow.
 * Safe, because a number only says where its item stands. Worked out when somebody looks at it: it takes a search of
 * the whole draft for mentions, and nobody looks at most keystrokes' findings.
 */
export function renumberFix(draft: Draft, runOf: () => NumberedRun): Fix {
  return lazyFix(true, () => {
    const run = runOf();
    let repair = repairs.get(run);
    if (repair === undefined) repairs.set(run, (repair = renumber(draft, run)));
    return repair;
  });
}

function renumber(draft: Draft, run: NumberedRun): Omit<Fix, 'safe'> {
  const { edits, summary } = renumberRuns(draft, [run]);
  return { title: t('重新编号（{0}）', summary), edits };
}

/** All faults of a run have the same repair. */
const repairs = new WeakMap<NumberedRun, Omit<Fix, 'safe'>>();
