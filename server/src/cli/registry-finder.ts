import { dirname, join, relative, resolve } from 'node:path';
import type { Draft } from '../dialect/model';
import { LineTable } from '../dialect/lines';
import {
  isRegistryFile,
  readRegistryBytes,
  type LoadedRegistryFile,
} from '../importers/registry/read-registry-bytes';
import { createRegistry } from '../registry/create-registry';
import { REGISTRY_FILE_NAMES, registryNamedBy } from '../registry/draft-registry';
import { findConflicts } from '../registry/find-conflicts';
import type { Registry } from '../registry/registry';
import { CliError } from './cli-error';
import { isFileError, type Io } from './io';
import { mayRead } from './project';
import { STDIN } from './read-source';
import type { NamedFile } from './surroundings';
import { t } from '../localise';

export interface FoundRegistry {
  readonly registry: Registry | undefined;
  /** Faults in the files, lines for stderr: the same for each draft that has the same registries in force. */
  readonly messages: readonly string[];
}

/**
 * Finds the registries in force for a draft, the nearest first: what its front matter names, then what
 * `.yaodian.yaml` names or, where it names none, 单位名录 files in the draft's folder and the folders above.
 * `--registry` stands in place of all of them.
 */
export class RegistryFinder {
  private readonly files = new Map<string, LoadedRegistryFile>();
  private readonly registries = new Map<string, FoundRegistry>();
  private readonly inFolder = new Map<string, readonly NamedFile[]>();

  constructor(
    private readonly settings: { readonly registry?: string | undefined },
    private readonly io: Io,
  ) {}

  /** `configured`: what the project's configuration names. */
  async find(path: string, draft: Draft, configured: readonly NamedFile[] = []): Promise<FoundRegistry> {
    const messages: string[] = [];
    const files: LoadedRegistryFile[] = [];
    for (const file of this.pathsFor(path, draft, configured, messages))
      files.push(...(await this.load(file, messages)));
    if (files.length === 0) return { registry: undefined, messages };
    const { registry, messages: faults } = this.registryOf(files);
    return { registry, messages: [...new Set([...messages, ...faults])] };
  }

  private registryOf(files: readonly LoadedRegistryFile[]): FoundRegistry {
    const key = files.map(({ file }) => file.uri).join('\n');
    let found = this.registries.get(key);
    if (!found) {
      const registry = createRegistry(files.map(({ file }) => file));
      found = { registry, messages: faultsOf(files, registry) };
      this.registries.set(key, found);
    }
    return found;
  }

  private pathsFor(
    path: string,
    draft: Draft,
    configured: readonly NamedFile[],
    messages: string[],
  ): readonly string[] {
    const { cwd } = this.io;
    if (this.settings.registry !== undefined) return [this.explicit(this.settings.registry)];
    const folder = path === STDIN ? cwd : dirname(resolve(cwd, path));
    const own = registryNamedBy(draft).paths.map(({ value }) => ({ name: value, folder }));
    const named = [...own, ...(configured.length > 0 ? configured : this.discover(folder))];
    return named.flatMap((file) => this.permitted(file, messages) ?? []);
  }

  /** The path of a file that somebody names who is not the caller, where it may be read; else that is told. */
  private permitted({ name, folder }: NamedFile, messages: string[]): string | undefined {
    const path = resolve(folder, name);
    if (mayRead(path, folder, this.io)) return path;
    messages.push(`警告：${t('单位名录“{0}”在工作区之外，没有读取；要用它，请写明 --registry', name)}\n`);
    return undefined;
  }

  private explicit(path: string): string {
    if (isRegistryFile(path)) return resolve(this.io.cwd, path);
    throw new CliError(
      t('单位名录应是 .yaml、.csv 或 .xlsx 文件：{0}', path),
      t('请核对 --registry 后的文件名。'),
    );
  }

  /** Up to the folder that holds the project's configuration or repository: what lies beyond is somebody else's. */
  private discover(folder: string): readonly NamedFile[] {
    let found = this.inFolder.get(folder);
    if (found === undefined) this.inFolder.set(folder, (found = this.lookIn(folder)));
    return found;
  }

  private lookIn(folder: string): readonly NamedFile[] {
    const { files } = this.io;
    const here = REGISTRY_FILE_NAMES.filter((name) => files.kindOf(join(folder, name)) === 'file').map(
      (name) => ({ name, folder }),
    );
    const above = dirname(folder);
    const isTop = ['.yaodian.yaml', '.git'].some((name) => files.kindOf(join(folder, name)) !== 'absent');
    return isTop || above === folder ? here : [...here, ...this.discover(above)];
  }

  private async load(path: string, messages: string[]): Promise<readonly LoadedRegistryFile[]> {
    const known = this.files.get(path);
    if (known) return [known];
    try {
      const loaded = await readRegistryBytes(this.nameOf(path), this.io.files.read(path));
      this.refuseUnreadable(path, loaded);
      this.files.set(path, loaded);
      return [loaded];
    } catch (error) {
      // Without the registry that the caller asked for, every finding of a unit would be another one.
      if (!isFileError(error) || this.settings.registry !== undefined) throw error;
      messages.push(t('警告：读不到单位名录 {0}\n', path));
      return [];
    }
  }

  /** As the user would write it: from here, where the file is below here. */
  private nameOf(path: string): string {
    const way = relative(this.io.cwd, path);
    return way === '' || way.startsWith('..') ? path : way;
  }

  /** A registry that was asked for and holds nothing but a fault is a wrong call, not a wrong draft. */
  private refuseUnreadable(path: string, { file }: LoadedRegistryFile): void {
    const [fault] = file.problems.filter(({ level }) => level === 'error');
    const isEmpty = file.units.length + file.collectives.length === 0;
    if (this.settings.registry === undefined || !fault || !isEmpty) return;
    throw new CliError(
      t('不能用 {0} 作单位名录：{1}', this.nameOf(path), fault.message),
      t('请核对 --registry 后的文件。'),
    );
  }
}

function faultsOf(files: readonly LoadedRegistryFile[], registry: Registry): readonly string[] {
  return files.flatMap(({ file, text }) => {
    const lines = LineTable.of(text);
    return [...file.problems, ...findConflicts(file, registry)].map(({ range: { start }, message }) =>
      t('警告：{0}:{1}:{2} {3}\n', file.uri, lines.lineAt(start), lines.columnAt(start), message),
    );
  });
}
