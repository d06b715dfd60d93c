import type { Draft } from './model';
import { numberedRuns, type NumberedRun } from './numbered-entries';
import { sequenceFaults, type SequenceFault } from './sequence-faults';

/** A fault in the numbers of a draft and the run it stands in. */
export interface NumberingFault {
  readonly fault: SequenceFault;
  readonly run: NumberedRun;
}

/** All faults in a draft's numbers: items, attachment labels and the list of attachments. */
export function numberingFaults(draft: Draft): readonly NumberingFault[] {
  const known = faultsByDraft.get(draft);
  if (known !== undefined) return known;
  const faults = numberedRuns(draft).flatMap((run) =>
    sequenceFaults(
      run.entries.map(({ number }) => number),
      run.start,
    ).map((fault) => ({ fault, run })),
  );
  faultsByDraft.set(draft, faults);
  return faults;
}

/** Three rules ask for the same immutable draft. */
const faultsByDraft = new WeakMap<Draft, readonly NumberingFault[]>();
