import type { Draft } from '../dialect/model';
import type { Range } from '../dialect/range';
import {
  readRegistryBytes,
  readRegistryText,
  type LoadedRegistryFile,
} from '../importers/registry/read-registry-bytes';
import { createRegistry } from '../registry/create-registry';
import { REGISTRY_FILE_NAMES, registryNamedBy } from '../registry/draft-registry';
import type { Registry } from '../registry/registry';
import type { ConfigurationFiles } from './configuration-files';
import type { Files } from './files';
import { nameOf, sameFile } from './uris';
import { t } from '../localise';

/** A registry path as somebody wrote it, and from where it counts. */
export interface RegistryPath {
  readonly path: string;
  /** The document, configuration file or folder it is relative to, as uri. */
  readonly base: string;
  /** Where it stands in the draft; undefined where somebody else names it. */
  readonly range?: Range;
  /** Settings are the user's own; a path that came with a document is followed only within the workspace. */
  readonly trusted: boolean;
}

export interface RegistryInForce {
  readonly registry: Registry | undefined;
  readonly files: readonly LoadedRegistryFile[];
  /** Paths that lead nowhere, with what is wrong. */
  readonly missing: readonly { readonly named: RegistryPath; readonly message: string }[];
}

/** Reads the registries that drafts, configuration and settings name; each file once until it changes. */
export class RegistryFiles {
  private readonly known = new Map<string, Promise<LoadedRegistryFile | undefined>>();
  private readonly joined = new Map<string, Registry>();
  private readonly present = new Map<string, LoadedRegistryFile>();
  /** What is in force for documents that name no registry themselves: asked for with every keystroke. */
  private readonly unnamed = new Map<
    string,
    { readonly others: readonly RegistryPath[]; readonly inForce: Promise<RegistryInForce> }
  >();

  constructor(
    private readonly files: Files,
    private readonly workspace: ConfigurationFiles,
    /** The text of a document that is open: what is typed into a registry counts before it is saved. */
    private readonly openText: (uri: string) => string | undefined = () => undefined,
  ) {}

  forget(): void {
    this.known.clear();
    this.unnamed.clear();
    this.joined.clear();
    this.present.clear();
  }

  /** A registry file that has been read, by its uri. */
  loaded(uri: string): LoadedRegistryFile | undefined {
    return this.present.get(uri) ?? [...this.present.values()].find(({ file }) => sameFile(file.uri, uri));
  }

  /** Whether a document is a registry: by its name, or because a draft uses it as one. */
  isRegistry(uri: string): boolean {
    const name = nameOf(uri);
    return REGISTRY_FILE_NAMES.some((known) => known === name) || this.loaded(uri) !== undefined;
  }

  /**
   * The draft's own registries go before the others. Where nobody names one, files called 单位名录 in the draft's
   * folder and those above it count, the nearest first.
   */
  inForce(draft: Draft, uri: string, others: readonly RegistryPath[]): Promise<RegistryInForce> {
    const { paths } = registryNamedBy(draft, uri);
    const own = paths.map(({ value, range }) => ({ path: value, base: uri, range, trusted: false }));
    if (own.length > 0) return this.gather(own, uri, others);
    let known = this.unnamed.get(uri);
    if (known?.others !== others) {
      known = { others, inForce: this.gather(own, uri, others) };
      this.unnamed.set(uri, known);
    }
    return known.inForce;
  }

  private async gather(
    own: readonly RegistryPath[],
    uri: string,
    others: readonly RegistryPath[],
  ): Promise<RegistryInForce> {
    const found: LoadedRegistryFile[] = [];
    const missing: { named: RegistryPath; message: string }[] = [];
    const byName = others.length > 0 ? [] : this.candidates(uri);
    // Most are not there, and on a network's disk to learn that takes a while each.
    const loading = [...own, ...others, ...byName].map(
      async (named) => [named, await this.load(named)] as const,
    );
    for (const [named, loaded] of await Promise.all(loading)) {
      if (typeof loaded === 'string' && byName.includes(named)) continue;
      if (typeof loaded === 'string') missing.push({ named, message: loaded });
      else if (!found.some(({ file }) => file.uri === loaded.file.uri)) found.push(loaded);
    }
    return { registry: this.join(found), files: found, missing };
  }

  /** The file, or why it is not taken. */
  private async load(named: RegistryPath): Promise<LoadedRegistryFile | string> {
    const uri = this.workspace.resolve(named.base, named.path);
    if (!uri) return t('不能从这里找单位名录“{0}”：稿件还没有存到文件夹里。', named.path);
    if (!named.trusted && !(await this.workspace.mayRead(named.base, uri))) {
      return t('单位名录“{0}”在工作区之外，没有读取；可在编辑器设置“单位名录”里写明它的位置。', named.path);
    }
    let loading = this.known.get(uri);
    if (!loading) {
      loading = this.read(uri);
      this.known.set(uri, loading);
    }
    return (await loading) ?? t('找不到单位名录“{0}”。', named.path);
  }

  private async read(uri: string): Promise<LoadedRegistryFile | undefined> {
    const typed = this.openText(uri);
    const loaded = typed === undefined ? await this.readFromDisk(uri) : readRegistryText(uri, typed);
    if (loaded) this.present.set(uri, loaded);
    return loaded;
  }

  private async readFromDisk(uri: string): Promise<LoadedRegistryFile | undefined> {
    const bytes = await this.files.readBytes(uri);
    return bytes && readRegistryBytes(uri, bytes);
  }

  private candidates(documentUri: string): RegistryPath[] {
    return this.workspace
      .candidates(documentUri)
      .flatMap((configuration) =>
        REGISTRY_FILE_NAMES.map((name) => ({ path: name, base: configuration, trusted: false })),
      );
  }

  /** Indexing thousands of units is dear, and most drafts of a folder share their registry. */
  private join(files: readonly LoadedRegistryFile[]): Registry | undefined {
    if (files.length === 0) return undefined;
    const key = files.map(({ file }) => file.uri).join('\n');
    let registry = this.joined.get(key);
    if (!registry) {
      registry = createRegistry(files.map(({ file }) => file));
      this.joined.set(key, registry);
    }
    return registry;
  }
}
