import { range } from '../dialect/range';
import { type Baseline, type BaselineEntry, EMPTY_BASELINE } from '../review/baseline';
import { formatBaseline, parseBaseline, updateBaseline, type BaselineChange } from '../review/baseline-file';
import type { ConfigurationProblem } from '../rules/configuration/read-checks';
import { wayBetween } from '../review/way-between';
import type { ConfigurationFile, ConfigurationFiles } from './configuration-files';
import type { Files } from './files';
import { nameOf, pathOf } from './uris';
import { t } from '../localise';

/** The name a new baseline gets. */
export const BASELINE_FILE = '基线.json';

/** Files of this kind of name are watched. */
export function isBaselineName(uri: string): boolean {
  return /基线.*\.json$/u.test(nameOf(uri));
}

interface BaselineInForce {
  readonly uri: string | undefined;
  readonly entries: readonly BaselineEntry[];
  /** To be shown in the configuration file. */
  readonly problems: readonly ConfigurationProblem[];
}

/** Reads and writes the baselines that configuration files name. */
export class BaselineFiles {
  constructor(
    private readonly files: Files,
    private readonly workspace: ConfigurationFiles,
  ) {}

  /** What the baseline named in a configuration file accepts of one draft. */
  async inForce(
    document: string,
    configuration: ConfigurationFile | undefined,
    named: string | undefined,
  ): Promise<BaselineInForce> {
    const uri =
      configuration && named !== undefined ? this.workspace.resolve(configuration.uri, named) : undefined;
    if (configuration === undefined || uri === undefined) return { uri, entries: [], problems: [] };
    const baseline = await this.readWithin(configuration.uri, uri);
    if (typeof baseline !== 'string')
      return { uri, entries: baseline.files.get(keyOf(document, uri)) ?? [], problems: [] };
    const start = configuration.text.indexOf(named ?? '');
    const place = range(start, start + (named ?? '').length);
    return {
      uri,
      entries: [],
      problems: [{ range: place, message: t('基线“{0}”{1}', named ?? '', baseline) }],
    };
  }

  /**
   * Accepts all that was found in some drafts. Throws what the file system says; the text says why a file that is
   * there cannot be taken for a baseline.
   */
  async accept(
    uri: string,
    found: ReadonlyMap<string, readonly BaselineEntry[]>,
  ): Promise<BaselineChange | string> {
    const byKey = new Map([...found].map(([document, entries]) => [keyOf(document, uri), entries]));
    const gone = await this.goneFrom(uri);
    let result: BaselineChange | string = '';
    // Another window may have written since: what it accepted stays.
    await this.files.update(uri, (text) => {
      const old = text === undefined ? EMPTY_BASELINE : parseBaseline(text);
      if ('problem' in old) {
        result = old.problem;
        return undefined;
      }
      const change = updateBaseline(old, byKey, (path) => !gone.has(path));
      result = change;
      return formatBaseline(change.baseline);
    });
    return result;
  }

  /** The baseline, or what is wrong with it. */
  private async readWithin(configuration: string, uri: string): Promise<Baseline | string> {
    if (!(await this.workspace.mayRead(configuration, uri))) return t('在工作区之外，没有读取');
    const text = await this.files.read(uri);
    if (text === undefined) return t('不存在，问题全部报告');
    const baseline = parseBaseline(text);
    return 'problem' in baseline ? t('不能用：{0}', baseline.problem) : baseline;
  }

  /** Drafts that a baseline speaks of and that are there no more. */
  private async goneFrom(baseline: string): Promise<ReadonlySet<string>> {
    const text = await this.files.read(baseline);
    const known = text === undefined ? EMPTY_BASELINE : parseBaseline(text);
    if ('problem' in known) return new Set();
    const gone = await Promise.all(
      [...known.files.keys()].map(async (path) => {
        const uri = this.workspace.resolve(baseline, path);
        return uri !== undefined && (await this.files.readBytes(uri)) !== undefined ? [] : [path];
      }),
    );
    return new Set(gone.flat());
  }
}

/** A draft's name in a baseline. */
function keyOf(document: string, baseline: string): string {
  return wayBetween(pathOf(baseline), pathOf(document));
}
