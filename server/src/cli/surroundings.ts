import { dirname, join, relative, resolve } from 'node:path';
import type { ReadOptions } from '../dialect/draft';
import { LineTable } from '../dialect/lines';
import { decodeText } from '../importers/decode-text';
import { readConfigurationFile, type ProjectConfiguration } from '../rules/configuration/configuration-file';
import type { Configuration } from '../rules/configuration/levels';
import { allRules } from '../rules/index';
import type { RunEnvironment } from '../rules/run-rules';
import type { Io } from './io';
import { STDIN } from './read-source';
import { t } from '../localise';

export const CONFIGURATION_FILE = '.yaodian.yaml';

/** What the command line says of a draft's surroundings. */
export interface SurroundingsSettings {
  /** `--config`: the configuration file for all drafts, instead of the nearest `.yaodian.yaml`. */
  readonly config?: string | undefined;
  /** `--registry`: the unit registry for all drafts. */
  readonly registry?: string | undefined;
}

/** Everything outside a draft that its reading and its findings depend on. */
export interface Surroundings {
  readonly readOptions: ReadOptions;
  readonly configuration: Configuration;
  readonly environment: RunEnvironment;
  /** 版式 of the configuration: how drafts are exported. */
  readonly layout: Readonly<Record<string, unknown>>;
  /** Absolute path of the baseline that the configuration names. */
  readonly baseline: string | undefined;
  /** Absolute paths of the registries that the configuration names. */
  readonly registries: readonly string[];
  /** Faults in the configuration, lines for stderr. */
  readonly messages: readonly string[];
}

/** Finds what holds for a draft: the `.yaodian.yaml` in its folder or the nearest one above. */
export class SurroundingsFinder {
  private readonly byFolder = new Map<string, Surroundings>();

  constructor(
    private readonly settings: SurroundingsSettings,
    private readonly io: Io,
  ) {}

  find(path: string): Surroundings {
    const { cwd } = this.io;
    const folder = path === STDIN ? cwd : dirname(resolve(cwd, path));
    let surroundings = this.byFolder.get(folder);
    if (!surroundings) {
      surroundings = this.gather(folder);
      this.byFolder.set(folder, surroundings);
    }
    return surroundings;
  }

  private gather(folder: string): Surroundings {
    const file = this.settings.config ?? this.nearestFile(folder);
    const project = file === undefined ? undefined : this.readProject(file);
    return {
      readOptions: { framingTitles: project?.framingChapters ?? [] },
      configuration: { layers: project ? [project.layer] : [] },
      environment: {},
      layout: project?.layout ?? {},
      baseline:
        file === undefined || project?.baseline === undefined
          ? undefined
          : this.besideFile(file, project.baseline),
      registries:
        file === undefined ? [] : (project?.registries ?? []).map((path) => this.besideFile(file, path)),
      messages: project?.messages ?? [],
    };
  }

  private besideFile(file: string, path: string): string {
    return resolve(dirname(resolve(this.io.cwd, file)), path);
  }

  private nearestFile(folder: string): string | undefined {
    const candidate = join(folder, CONFIGURATION_FILE);
    if (this.io.files.kindOf(candidate) === 'file') return relative(this.io.cwd, candidate);
    const above = dirname(folder);
    return above === folder ? undefined : this.nearestFile(above);
  }

  private readProject(file: string): ProjectConfiguration & { readonly messages: readonly string[] } {
    const { text } = decodeText(this.io.files.read(resolve(this.io.cwd, file)));
    const project = readConfigurationFile(text, file, allRules);
    const lines = LineTable.of(text);
    const messages = project.problems.map(({ range: { start }, message }) =>
      t('警告：{0}:{1}:{2} {3}\n', file, lines.lineAt(start), lines.columnAt(start), message),
    );
    return { ...project, messages };
  }
}
