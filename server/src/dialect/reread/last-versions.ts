import type { Draft } from '../model';
import { areOfOneReading, countTasks } from './reread-draft';

/**
 * Of the versions of a document the last, and one before it that the document may be taken back to: what is pasted is
 * taken out again, a fence that was opened is closed.
 */
export class LastVersions<Version extends { readonly draft: Draft }> {
  private newest: Version | undefined;
  private before: Version | undefined;

  get last(): Version | undefined {
    return this.newest;
  }

  /** The one before the last edit after which the draft was wholly read, or before one that took most tasks away. */
  get earlier(): Version | undefined {
    return this.before;
  }

  keep(version: Version): void {
    const { newest: last, before: earlier } = this;
    const isWhole = last !== undefined && !areOfOneReading(last.draft, version.draft);
    const isBack = version.draft === earlier?.draft;
    if (isWhole && (isBack || !earlier || !hasLostMost(last.draft, earlier.draft))) this.before = last;
    this.newest = version;
  }
}

function hasLostMost(draft: Draft, earlier: Draft): boolean {
  return 2 * countTasks(draft) < countTasks(earlier);
}
