import { dirname, join, relative, resolve } from 'node:path';
import type { ReadOptions } from '../dialect/draft';
import { createFieldReader } from '../dialect/field-reader';
import { LineTable } from '../dialect/lines';
import { decodeText } from '../importers/decode-text';
import { readConfigurationFile, type ProjectConfiguration } from '../rules/configuration/configuration-file';
import type { Configuration } from '../rules/configuration/levels';
import { allRules } from '../rules/index';
import type { RunEnvironment } from '../rules/run-rules';
import type { Io } from './io';
import { CONFIGURATION_FILE, mayRead } from './project';
import { STDIN } from './read-source';
import { t } from '../localise';

/** What the command line says of a draft's surroundings. */
export interface SurroundingsSettings {
  /** `--config`: the configuration file for all drafts, instead of the nearest `.yaodian.yaml`. */
  readonly config?: string | undefined;
  /** `--registry`: the unit registry for all drafts. */
  readonly registry?: string | undefined;
}

/** A file that a draft or a configuration names. */
export interface NamedFile {
  /** As it is written there. */
  readonly name: string;
  /** The folder the name counts from. */
  readonly folder: string;
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
  /** The registries that the configuration names. */
  readonly registries: readonly NamedFile[];
  /** Faults in the configuration, lines for stderr. */
  readonly messages: readonly string[];
}

/** Finds what holds for a draft: the `.yaodian.yaml` in its folder or the nearest one above. */
export class SurroundingsFinder {
  private readonly byFolder = new Map<string, Surroundings>();
  /** One for all drafts: those of a folder are versions of one plan, or have the same units and deadlines. */
  private readonly fieldReader = createFieldReader();

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
    const base = file === undefined ? folder : dirname(resolve(this.io.cwd, file));
    const baseline = project?.baseline === undefined ? undefined : resolve(base, project.baseline);
    const isRefused = baseline !== undefined && !mayRead(baseline, base, this.io);
    return {
      readOptions: { framingTitles: project?.framingChapters ?? [], fieldReader: this.fieldReader },
      configuration: { layers: project ? [project.layer] : [] },
      environment: {},
      layout: project?.layout ?? {},
      baseline: isRefused ? undefined : baseline,
      registries: (project?.registries ?? []).map((name) => ({ name, folder: base })),
      messages: [
        ...(project?.messages ?? []),
        ...(isRefused ? [`警告：配置里写的基线 ${baseline} 在工作区之外，没有读取，问题全部报告\n`] : []),
      ],
    };
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
