import { version } from '../../../../package.json';
import { CliError } from '../cli-error';
import { isFileError, type Io } from '../io';
import { t } from '../../localise';
import type { CheckOutcome, CheckSettings } from './check-paths';
import { digestOf, questionOf, stillHold, type Answer } from './watched-files';

/** What came of one draft, and the digest of the content it came of. */
export interface KeptOutcome {
  readonly digest: string;
  readonly outcome: CheckOutcome;
}

interface Kept {
  /** What the disk said of everything but the drafts: configuration, registries, superiors' plans, baselines. */
  readonly answers: readonly Answer[];
  readonly outcomes: readonly KeptOutcome[];
}

const NOTHING: Kept = { answers: [], outcomes: [] };

/** What the file begins with; one that does not is somebody else's and stays as it is. */
const MARK = 'yaodian check --cache 1\n';

/**
 * The results of the last check, in a file: what need not be checked again. They hold for the same program, the same
 * settings and the same folder, as long as every file that any of them depends on is the same, and for drafts with the
 * same content. A file that is damaged holds nothing.
 */
export class KeptOutcomes {
  private readonly answers: readonly Answer[];
  private readonly outcomes: ReadonlyMap<string, KeptOutcome>;

  private constructor(
    private readonly file: string,
    /** The digest of what the results are results of, besides files. */
    private readonly maker: string,
    private readonly io: Io,
  ) {
    const read = this.read();
    const { answers, outcomes } = stillHold(read.answers, io.files) ? read : NOTHING;
    this.answers = answers;
    this.outcomes = new Map(outcomes.map((one) => [one.outcome.path, one]));
  }

  /** Throws `CliError` where the file is none of ours. */
  static of(file: string, settings: CheckSettings, io: Io): KeptOutcomes {
    return new KeptOutcomes(file, digestOf(JSON.stringify([version, io.build?.(), io.cwd, settings])), io);
  }

  /** What came of a draft that is what it was. */
  find(path: string): KeptOutcome | undefined {
    const kept = this.outcomes.get(path);
    return kept && this.digestOfDraft(path) === kept.digest ? kept : undefined;
  }

  /** Keeps these results in place of those of the last check. `answers`: what the disk was asked this time. */
  async keep(outcomes: readonly KeptOutcome[], answers: readonly Answer[]): Promise<void> {
    const isAsBefore =
      outcomes.length === this.outcomes.size &&
      outcomes.every((one) => this.outcomes.get(one.outcome.path) === one);
    if (isAsBefore) return;
    const all = joined([...this.answers, ...answers]);
    if (all === undefined) return;
    const body = JSON.stringify({ answers: all, outcomes } satisfies Kept);
    await this.io.files.update(this.file, () => {
      this.bytesOfOurs();
      return this.headOf(digestOf(body)) + body;
    });
  }

  /** Three lines: what the file is, what made it, and the digest of the rest. */
  private headOf(digest: string): string {
    return `${MARK}${this.maker}\n${digest}\n`;
  }

  private read(): Kept {
    const bytes = this.bytesOfOurs();
    const start = bytes.indexOf('\n', bytes.indexOf('\n', MARK.length) + 1) + 1;
    const body = bytes.subarray(start);
    if (bytes.toString('utf8', 0, start) !== this.headOf(digestOf(body))) return NOTHING;
    return JSON.parse(body.toString()) as Kept;
  }

  private bytesOfOurs(): Buffer {
    const { files } = this.io;
    const { buffer, byteOffset, byteLength } =
      files.kindOf(this.file) === 'absent' ? Buffer.alloc(0) : files.read(this.file);
    // Node decodes a buffer of its own several times as fast as a TextDecoder does.
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    if (bytes.length === 0 || bytes.toString('utf8', 0, MARK.length) === MARK) return bytes;
    throw new CliError(
      t('{0} 不是检查缓存，没有覆盖', this.file),
      t('请核对 --cache 后的文件名，换一个还没有的。'),
    );
  }

  /** Undefined for one that cannot be read, which is told of when it is checked. */
  private digestOfDraft(path: string): string | undefined {
    try {
      return digestOf(this.io.files.read(path));
    } catch (error) {
      if (isFileError(error)) return undefined;
      throw error;
    }
  }
}

/** Each question once; undefined where a file changed during the check: nobody knows what came of which content. */
function joined(answers: readonly Answer[]): Answer[] | undefined {
  const all = new Map<string, Answer>();
  for (const answer of answers) {
    const key = questionOf(answer);
    if ((all.get(key) ?? answer).said !== answer.said) return undefined;
    all.set(key, answer);
  }
  return [...all.values()];
}
