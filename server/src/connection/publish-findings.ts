import type { Snapshot } from './document-store';
import type { Services } from './services';
import { showHead } from './show-head';

/** Checks a document when its turn comes and shows what was found, unless a newer version has come by then. */
export function showFindings(snapshot: Snapshot, services: Services): void {
  const { scheduler, checker, publisher, documents } = services;
  scheduler.schedule(snapshot.uri, async (isStale) => {
    if (services.registries.isRegistry(snapshot.uri)) return takeRegistry(snapshot, services);
    if (!snapshot.isDraft) return publisher.clear(snapshot.uri);
    await showHead(snapshot, services, isStale);
    if (isStale()) return;
    const checked = await checker.check(snapshot);
    if (isStale() || documents.get(snapshot.uri) !== snapshot) return;
    publisher.publish(snapshot, checked);
    services.fileProblems.show(checked);
    services.overviews.changed(snapshot);
    services.traceLenses.changed(snapshot, checked.surroundings.environment.superiors?.plans ?? []);
  });
}

/** Something around the documents changed: all that is known of them may be wrong. */
export function refreshAll(services: Services): void {
  services.surroundings.forget();
  services.checker.forget();
  for (const snapshot of services.documents.all()) if (snapshot.isDraft) showFindings(snapshot, services);
}

/** Other drafts may have come to hand: those that were checked without them are checked again. */
export function refreshComparisons(services: Services): void {
  for (const snapshot of services.documents.all())
    if (snapshot.isDraft && services.checker.forgetComparison(snapshot)) showFindings(snapshot, services);
}

/** A registry as somebody is writing it: drafts are checked with what it says now. */
export function takeRegistry({ uri, text }: Snapshot, services: Services): void {
  services.registries.forget();
  refreshAll(services);
  services.fileProblems.showAlone(uri, text);
}
