import type { Io } from '../io';
import { PathChecker, type CheckOutcome, type CheckSettings } from './check-paths';
import type { Answer } from './watched-files';

/** What came of one path and, where results are kept, what the disk was asked for it. Plain data: threads send it. */
export interface Checked {
  readonly outcome: CheckOutcome;
  readonly answers?: readonly Answer[];
}

export type DraftChecker = (path: string) => Promise<Checked>;

/** Checks files one after another. `companions`: the paths whose drafts each draft is compared with. */
export async function draftChecker(
  settings: CheckSettings,
  io: Io,
  companions: readonly string[] = [],
): Promise<DraftChecker> {
  if (!settings.keep) {
    const checker = new PathChecker(settings, io, companions);
    return async (path) => ({ outcome: await checker.check(path) });
  }
  const { WatchedFiles } = await import('./watched-files');
  const files = new WatchedFiles(io.files);
  const checker = new PathChecker(settings, { ...io, files }, companions);
  return async (path) => ({ outcome: await checker.check(path), answers: files.takeAnswers() });
}
