import { headFindings } from '../rules/head-findings';
import type { Snapshot } from './document-store';
import { nextTurn } from './next-turn';
import type { IsStale } from './scheduler';
import type { Services } from './services';

/** Checking less than this is done before anybody waits for it. In UTF-16 units. */
const LONG = 200_000;

/**
 * Of a long draft that was just opened, shows what is found in its beginning, which is on the screen, before the whole
 * is checked: for millions of characters that takes seconds. What is sent says that it is not all.
 */
export async function showHead(
  snapshot: Snapshot,
  { checker, publisher }: Pick<Services, 'checker' | 'publisher'>,
  isStale: IsStale,
): Promise<void> {
  if (snapshot.text.length < LONG || publisher.knows(snapshot.uri)) return;
  const { configuration, environment, settings } = await checker.prepare(snapshot);
  if (isStale()) return;
  const read = snapshot.readAgain.bind(snapshot);
  const findings = headFindings(snapshot.text, read, configuration, environment);
  if (findings === undefined) return;
  publisher.publishHead(snapshot, findings, settings.maximum);
  // The message leaves before the check begins, which lets nothing else have its turn.
  await nextTurn();
}
