import type { Draft } from '../model';
import { LazyDraft } from './lazy-draft';

/**
 * What is worked out of a draft once, by whoever asks first. Of a version that was made of another it lies in that
 * version: values of a weak map, which hold the draft that they are of, survive until an engine collects all garbage.
 */
export class PerDraft<Value extends object> {
  private readonly known = new WeakMap<Draft, Value>();

  constructor(private readonly workOut: (draft: Draft) => Value) {}

  of(draft: Draft): Value {
    let value =
      draft instanceof LazyDraft ? (draft.known.get(this) as Value | undefined) : this.known.get(draft);
    if (value === undefined) {
      value = this.workOut(draft);
      if (draft instanceof LazyDraft) draft.known.set(this, value);
      else this.known.set(draft, value);
    }
    return value;
  }
}
