import type { Draft } from '../dialect/model';
import { coverageOf } from '../trace/coverage';
import type { Superior } from '../trace/superiors';
import type { DocumentStore, Snapshot } from './document-store';

/** The lenses of a superior's plan tell of another draft: editors ask for them again only when told to. */
export class TraceLensNotifier {
  /** What was last to be seen of a draft in its superiors' plans, by its uri. */
  private readonly shown = new Map<string, string>();

  constructor(
    private readonly documents: Pick<DocumentStore, 'find'>,
    private readonly refresh: () => void,
  ) {}

  /** A draft was read: another look at the lenses is worth it only where they change and somebody sees them. */
  changed({ uri, draft }: Snapshot, plans: readonly Superior[]): void {
    const before = this.shown.get(uri) ?? '';
    const now = plans.length === 0 ? '' : describeLenses(draft, plans);
    if (now === before) return;
    this.shown.set(uri, now);
    if (plans.length === 0 || plans.some((plan) => this.documents.find(plan.uri))) this.refresh();
  }

  forget(uri: string): void {
    this.shown.delete(uri);
  }
}

/** What lenses on either side depend on. */
function describeLenses(draft: Draft, plans: readonly Superior[]): string {
  return coverageOf(draft, plans)
    .entries.map(({ superior, task, state, links }) => {
      const carriers = links.map((link) => `${link.task.line} ${link.task.item.marker.text}`);
      return [superior.uri, task.line, state, ...carriers].join(' ');
    })
    .join('\n');
}
