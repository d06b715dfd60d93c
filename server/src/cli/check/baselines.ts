import { dirname, resolve, sep } from 'node:path';
import { decodeText } from '../../importers/decode-text';
import { EMPTY_BASELINE, type Baseline, type BaselineEntry } from '../../review/baseline';
import {
  formatBaseline,
  parseBaseline,
  updateBaseline,
  type BaselineChange,
} from '../../review/baseline-file';
import { wayBetween } from '../../review/way-between';
import { CliError } from '../cli-error';
import type { Io } from '../io';
import { STDIN } from '../read-source';
import type { CheckOutcome, CheckSettings } from './check-paths';
import { t } from '../../localise';

interface BaselineInForce {
  readonly entries: readonly BaselineEntry[];
  /** For stderr. */
  readonly messages: readonly string[];
}

const NONE: BaselineInForce = { entries: [], messages: [] };

/** Finds what of a draft's findings is accepted; each baseline is read once. */
export class BaselineFinder {
  private readonly known = new Map<string, Baseline | string>();

  constructor(
    private readonly settings: Pick<CheckSettings, 'baseline' | 'accept'>,
    private readonly io: Io,
  ) {}

  find(path: string, configured: string | undefined): BaselineInForce {
    const { baseline: named, accept } = this.settings;
    const file = named ?? configured;
    if (accept || file === undefined || path === STDIN) return NONE;
    // A faulty --baseline has been refused before; one that the configuration names must not stop the check.
    const baseline = this.read(file);
    if (typeof baseline === 'string') return { entries: [], messages: [baseline] };
    return { entries: baseline.files.get(keyOf(path, file, this.io)) ?? [], messages: [] };
  }

  private read(file: string): Baseline | string {
    let baseline = this.known.get(file);
    if (baseline === undefined) {
      baseline = this.load(file);
      this.known.set(file, baseline);
    }
    return baseline;
  }

  private load(file: string): Baseline | string {
    if (this.io.files.kindOf(file) !== 'file')
      return t('警告：配置里写的基线 {0} 不存在，问题全部报告\n', file);
    try {
      return readBaseline(file, this.io);
    } catch (error) {
      return t('警告：{0}，问题全部报告\n', error instanceof Error ? error.message : String(error));
    }
  }
}

/** Throws `CliError` for what is no baseline. */
export function readBaseline(file: string, io: Io): Baseline {
  const baseline = parseBaseline(decodeText(io.files.read(resolve(io.cwd, file))).text);
  if ('problem' in baseline) {
    throw new CliError(
      t('基线 {0} 不能用：{1}', file, baseline.problem),
      t('请核对文件，或用 --write-baseline 重新写一份。'),
    );
  }
  return baseline;
}

/** Accepts all that was found, in a baseline file; one that is there already keeps what it says of other drafts. */
export async function writeBaseline(
  file: string,
  outcomes: readonly CheckOutcome[],
  io: Io,
): Promise<BaselineChange> {
  const checked = outcomes.filter(({ path, report }) => report !== undefined && path !== STDIN);
  const found = new Map(checked.map(({ path, entries }) => [keyOf(path, file, io), entries]));
  const folder = dirname(resolve(io.cwd, file));
  const isThere = (path: string): boolean => io.files.kindOf(resolve(folder, path)) === 'file';
  let change = updateBaseline(EMPTY_BASELINE, found, isThere);
  await io.files.update(file, () => {
    if (io.files.kindOf(file) !== 'absent') change = updateBaseline(readBaseline(file, io), found, isThere);
    return formatBaseline(change.baseline);
  });
  return change;
}

/** A draft's name in a baseline: the way from the baseline's folder, the same on every system. */
function keyOf(path: string, file: string, { cwd }: Io): string {
  const slashed = (name: string): string => resolve(cwd, name).split(sep).join('/');
  return wayBetween(slashed(file), slashed(path));
}
