import { failureOf } from '../cli-error';
import { t } from '../../localise';
import type { CheckRun } from './check-all';
import type { CheckOutcome } from './check-paths';
import type { Checked } from './draft-checker';
import { KeptOutcomes, type KeptOutcome } from './kept-outcomes';
import type { Answer } from './watched-files';

/** Checks only what has changed since the results in the file were kept, and keeps those of this time. */
export async function checkChanged(
  paths: readonly string[],
  file: string,
  run: CheckRun,
  check: (paths: readonly string[], run: CheckRun) => Promise<Checked[]>,
): Promise<CheckOutcome[]> {
  const kept = KeptOutcomes.of(file, run.settings, run.io);
  const known = new Map(paths.map((path) => [path, kept.find(path)]));
  const changed = paths.filter((path) => !known.get(path));
  run.progress.advance(paths.length - changed.length);
  const checked = new Map((await check(changed, run)).map((one) => [one.outcome.path, one]));
  const keepable = paths.flatMap((path) => known.get(path) ?? keepableOf(checked.get(path)) ?? []);
  const answers = [...checked.values()].flatMap(answersAround);
  await tryToKeep(() => kept.keep(keepable, answers), file, run);
  return paths.map((path) => (known.get(path) ?? (checked.get(path) as Checked)).outcome);
}

/** Undefined for what could not be checked. */
function keepableOf(checked: Checked | undefined): KeptOutcome | undefined {
  const content = checked?.answers?.find((answer) => isOfDraft(answer, checked.outcome));
  return content && checked?.outcome.report && { digest: content.said, outcome: checked.outcome };
}

function answersAround({ outcome, answers = [] }: Checked): readonly Answer[] {
  return answers.filter((answer) => !isOfDraft(answer, outcome));
}

function isOfDraft({ question, path }: Answer, outcome: CheckOutcome): boolean {
  return question === 'read' && path === outcome.path;
}

/** The results are there whether they can be kept or not. */
async function tryToKeep(keep: () => Promise<void>, file: string, { io }: CheckRun): Promise<void> {
  try {
    await keep();
  } catch (error) {
    const failure = failureOf(error);
    if (!failure) throw error;
    io.stderr.write(t('警告：结果没有留到 {0}，下次还要从头检查：{1}\n', file, failure.what));
  }
}
