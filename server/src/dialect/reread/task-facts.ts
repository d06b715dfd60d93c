import type { Draft } from '../model';
import { PerDraft } from './per-draft';
import { taskOf, tasksRead, wholeReadingOf, type TaskRead } from './reread-draft';

/** What facts were told under, and by which text that is known to be the same. */
interface Told<Fact> {
  under?: string;
  facts: readonly Fact[];
}

/**
 * What can be told of tasks, of each by itself and wherever it stands. After an edit within a line only those are looked
 * at that were read again.
 */
export class TaskFacts<Fact, Manner = undefined> {
  private readonly known = new PerDraft((): Told<Fact> => ({ facts: [] }));

  constructor(private readonly tell: (read: TaskRead, manner: Manner) => Fact) {}

  /** One for each task, in their order. What was told under another manner is told anew. */
  of(draft: Draft, manner: Manner): readonly Fact[] {
    const known = this.known.of(draft);
    const under = JSON.stringify(manner) ?? '';
    if (known.under !== under) Object.assign(known, { under, facts: this.find(draft, manner) });
    return known.facts;
  }

  private find(draft: Draft, manner: Manner): readonly Fact[] {
    const whole = wholeReadingOf(draft);
    if (whole === undefined) return tasksRead(draft).map((read) => this.tell(read, manner));
    const facts = [...this.of(whole.draft, manner)];
    for (const index of whole.tasksChanged) {
      const task = taskOf(draft, index);
      if (task !== undefined) facts[index] = this.tell({ task, draft }, manner);
    }
    return facts;
  }
}
