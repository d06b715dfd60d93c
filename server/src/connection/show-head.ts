import { headFindings, readHead, type Head } from '../rules/head-findings';
import type { Snapshot } from './document-store';
import { nextTurn } from './next-turn';
import type { IsStale } from './scheduler';
import type { Services } from './services';

/** Checking less than this is done before anybody waits for it. In UTF-16 units. */
const LONG = 200_000;
/** The same while a server's code runs for the first time, which takes five times as long. */
const LONG_AT_FIRST = 12_000;

/**
 * Of a long draft that was just opened, shows what is found in its beginning, which is on the screen, before the whole
 * is checked: for millions of characters that takes seconds. What is sent says that it is not all.
 */
export async function showHead(
  snapshot: Snapshot,
  { checker, publisher }: Pick<Services, 'checker' | 'publisher'>,
  isStale: IsStale,
): Promise<void> {
  const isLong = snapshot.text.length >= LONG;
  const isLongNow = isLong || (!publisher.hasPublished && snapshot.text.length >= LONG_AT_FIRST);
  if (!isLongNow || publisher.knows(snapshot.uri)) return;
  const asked = checker.prepare(snapshot);
  // The question for settings leaves, and the client answers while the head is read: they seldom say how.
  await nextTurn();
  if (isStale()) return;
  const read = (): Head | undefined => readHead(snapshot.text, snapshot.readAgain.bind(snapshot));
  const early = read();
  const { configuration, environment, settings, framingTitles } = await asked;
  if (isStale()) return;
  const head = framingTitles.length > 0 ? read() : early;
  const findings = head && headFindings(head, configuration, environment);
  // A note alone would come and go before it is read.
  if (findings === undefined || (!isLong && findings.length === 0)) return;
  publisher.publishHead(snapshot, findings, settings.maximum);
  // The message leaves before the check begins, which lets nothing else have its turn.
  await nextTurn();
}
