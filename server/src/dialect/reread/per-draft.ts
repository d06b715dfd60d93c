import type { Draft } from '../model';

/** Where a draft keeps it: no property that is listed, copied or compared. */
const KNOWN = Symbol('known');

interface Keeping extends Draft {
  readonly [KNOWN]?: Map<object, object>;
}

/**
 * What is worked out of a draft once, by whoever asks first. It lies in the draft: values of a weak map, and the draft
 * that they are of, survive until an engine collects all garbage, and are copied twice on their way there.
 */
export class PerDraft<Value extends object> {
  constructor(private readonly workOut: (draft: Draft) => Value) {}

  of(draft: Draft): Value {
    const known = keptBy(draft);
    let value = known.get(this) as Value | undefined;
    if (value === undefined) known.set(this, (value = this.workOut(draft)));
    return value;
  }
}

function keptBy(draft: Draft): Map<object, object> {
  const known = (draft as Keeping)[KNOWN];
  if (known !== undefined) return known;
  const fresh = new Map<object, object>();
  Object.defineProperty(draft, KNOWN, { value: fresh });
  return fresh;
}
