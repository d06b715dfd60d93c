import type { Draft } from './model';
import { numberedRuns, type NumberedEntry, type NumberedRun } from './numbered-entries';
import { wholeReadingOf } from './reread/reread-draft';
import { sequenceFaults, type SequenceFault } from './sequence-faults';
import { PerDraft } from './reread/per-draft';

/** A fault in the numbers of a draft and the run it stands in. */
export interface NumberingFault {
  readonly fault: SequenceFault;
  readonly run: NumberedRun;
}

/** All faults in a draft's numbers: items, attachment labels and the list of attachments. */
export function numberingFaults(draft: Draft): readonly NumberingFault[] {
  return knownFaults.of(draft);
}

/** A number that a second entry bears. */
export interface RepeatedNumber {
  readonly fault: Extract<SequenceFault, { readonly kind: 'duplicate' }>;
  readonly entry: Pick<NumberedEntry, 'text' | 'range'>;
  readonly other: Pick<NumberedEntry, 'text' | 'range' | 'line'>;
  readonly run: () => NumberedRun;
}

/**
 * The numbers that are borne twice. Edits within items' own text leave the faults as they were: where a draft was not
 * wholly read, those of the one that was are told by their places now, and no other item is moved for it.
 */
export function repeatedNumbers(draft: Draft): readonly RepeatedNumber[] {
  const whole = wholeReadingOf(draft);
  return numberingFaults(whole?.draft ?? draft).flatMap(({ fault, run }, index) => {
    if (fault.kind !== 'duplicate') return [];
    const [entry, other] = [run.entries[fault.index], run.entries[fault.other]];
    if (entry === undefined || other === undefined) return [];
    if (whole === undefined) return { fault, entry, other, run: () => run };
    const { map } = whole;
    return {
      fault,
      entry: { text: entry.text, range: map.rangeOf(entry.range) },
      other: { text: other.text, range: map.rangeOf(other.range), line: map.lineNow(other.line) },
      run: () => (numberingFaults(draft)[index] as NumberingFault).run,
    };
  });
}

/** Three rules ask for the same immutable draft. */
const knownFaults = new PerDraft((draft): readonly NumberingFault[] => {
  const faults: NumberingFault[] = [];
  for (const run of numberedRuns(draft))
    for (const fault of sequenceFaults(run.numbers, run.start)) faults.push({ fault, run });
  return faults;
});
