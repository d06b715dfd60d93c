import { readDraft } from '../../dialect/draft';
import type { Draft } from '../../dialect/model';
import { summariseTasks } from '../../dialect/summary';
import { repairDraft } from '../../rules/repair';
import type { Diagnostic } from '../../rules/rule';
import { formatError } from '../cli-error';
import type { Io } from '../io';
import { describeDecodingProblems, readSource, type Source } from '../read-source';
import { describeFinding } from './describe-finding';
import type { FileReport } from './file-report';
import { SurroundingsFinder, type CheckSettings } from './surroundings';
import { writeBack } from './write-back';

/** What came of one path. Plain data: threads send it. */
export interface CheckOutcome {
  readonly path: string;
  /** Undefined where the file could not be read or not be written. */
  readonly report: FileReport | undefined;
  /** How many findings `--fix` repaired. */
  readonly repaired: number;
  /** For stderr. */
  readonly messages: readonly string[];
  /** Whether input or output failed, wholly or in part. */
  readonly failed: boolean;
}

/** Stands for the rules until they are there. */
function findNothing(_draft: Draft, _surroundings: unknown): Diagnostic[] {
  return [];
}

/** Checks files one after another; what goes wrong with one does not keep the others from being checked. */
export class PathChecker {
  private readonly surroundings: SurroundingsFinder;

  constructor(
    private readonly settings: CheckSettings,
    private readonly io: Io,
  ) {
    this.surroundings = new SurroundingsFinder(settings, io);
  }

  async check(path: string): Promise<CheckOutcome> {
    try {
      return this.checkSource(await readSource(path, this.io));
    } catch (error) {
      return { path, report: undefined, repaired: 0, messages: [formatError(error)], failed: true };
    }
  }

  private checkSource(source: Source): CheckOutcome {
    const { path, decoded } = source;
    const surroundings = this.surroundings.find(path);
    const damages = describeDecodingProblems(source).map((line) => `警告：${line}\n`);
    const read = (text: string): Draft => readDraft(text, surroundings.draftOptions);
    const find = (draft: Draft): Diagnostic[] => findNothing(draft, surroundings);
    let draft = read(decoded.text);
    let repaired = 0;
    if (this.settings.fix) {
      ({ draft, repaired } = repairDraft(draft, find, read));
      writeBack(source, draft.text, this.io.files);
    }
    const report: FileReport = {
      path,
      findings: find(draft).map((diagnostic) => describeFinding(draft, diagnostic)),
      summary: summariseTasks(draft.tasks),
    };
    return {
      path,
      report,
      repaired,
      messages: [...surroundings.messages, ...damages],
      failed: damages.length > 0,
    };
  }
}
