import { addCarried } from '../carry-over';
import type { WideEdit } from '../compare-drafts';
import type { Draft } from '../model';
import { PerDraft } from './per-draft';
import { taskOf, tasksRead, wholeReadingOf, type TaskRead, type WholeReading } from './reread-draft';

/** What was told, and under what manner: by a text that is known to be the same. */
interface Told<Fact, Manner> {
  readonly under: string;
  readonly manner: Manner;
  readonly facts: readonly Fact[];
}

/**
 * What can be told of tasks, of each by itself and wherever it stands. After an edit only those are looked at that were
 * read again, or that the version before did not have.
 */
export class TaskFacts<Fact, Manner = undefined> {
  private readonly known = new PerDraft((): { told?: Told<Fact, Manner> } => ({}));

  /** Facts are of the version before, too: they keep nothing of a draft, which would keep all of it in memory. */
  constructor(private readonly tell: (read: TaskRead, manner: Manner) => Fact) {
    addCarried(this);
  }

  /** One for each task, in their order. What was told under another manner is told anew. */
  of(draft: Draft, manner: Manner): readonly Fact[] {
    const known = this.known.of(draft);
    const under = JSON.stringify(manner) ?? '';
    if (known.told?.under !== under) known.told = { under, manner, facts: this.find(draft, manner) };
    return known.told.facts;
  }

  private find(draft: Draft, manner: Manner): readonly Fact[] {
    const whole = wholeReadingOf(draft);
    return whole === undefined
      ? tasksRead(draft).map((read) => this.tell(read, manner))
      : this.afterPlainEdits(draft, manner, whole);
  }

  private afterPlainEdits(draft: Draft, manner: Manner, whole: WholeReading): readonly Fact[] {
    const facts = [...this.of(whole.draft, manner)];
    for (const index of whole.tasksChanged) {
      const task = taskOf(draft, index);
      if (task !== undefined) facts[index] = this.tell({ task, draft }, manner);
    }
    return facts;
  }

  /** What was told of the version before holds for the tasks that stayed as they were. */
  carryOver(before: Draft, draft: Draft, { tasks: { first, last, after } }: WideEdit): void {
    const { told } = this.known.of(wholeReadingOf(before)?.draft ?? before);
    if (told === undefined) return;
    const { manner } = told;
    const was = this.of(before, manner);
    const fresh = tasksRead(draft).slice(first, after - last);
    const facts = [
      ...was.slice(0, first),
      ...fresh.map((read) => this.tell(read, manner)),
      ...was.slice(was.length - last),
    ];
    this.known.of(draft).told = { ...told, facts };
  }
}
