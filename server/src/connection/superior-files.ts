import type { Draft } from '../dialect/model';
import {
  createSuperior,
  NO_SUPERIORS,
  superiorsNamedBy,
  type NamedSuperior,
  type Superior,
  type Superiors,
} from '../trace/superiors';
import type { ConfigurationFiles } from './configuration-files';
import type { DocumentStore, Reading, Snapshot } from './document-store';
import type { Files } from './files';
import { nameOf, parentOf, resolvePath, sameFile } from './uris';
import { t } from '../localise';

/** Files whose text is what an editor shows: places in them can be gone to. */
const TEXT = /\.(?:md|txt)$/iu;

interface Sources {
  readonly files: Files;
  readonly workspace: Pick<ConfigurationFiles, 'mayRead'>;
  readonly documents: DocumentStore;
  /** As what a document is read. */
  readonly readingOf: (uri: string) => Promise<Reading>;
}

/** Reads the superiors' plans that drafts name in their front matter; one that is open counts as the editor has it. */
export class SuperiorFiles {
  private readonly unopened = new Map<string, Promise<Snapshot | undefined>>();
  /** Of a draft once and for all, so that what is made of the plans can be kept as well. */
  private known = new WeakMap<Draft, Promise<Superiors>>();
  /** Everything that was asked for, also what was not there. */
  private readonly inUse = new Map<string, Snapshot | undefined>();

  constructor(private readonly sources: Sources) {}

  inForce(draft: Draft, uri: string): Promise<Superiors> {
    const named = superiorsNamedBy(draft);
    if (named.length === 0) return Promise.resolve(NO_SUPERIORS);
    let superiors = this.known.get(draft);
    if (!superiors) {
      superiors = this.gather(named, uri);
      this.known.set(draft, superiors);
    }
    return superiors;
  }

  /** Whether some draft's tasks carry out what stands in this document. */
  isInUse(uri: string): boolean {
    return [...this.inUse.keys()].some((known) => sameFile(known, uri));
  }

  /** The plan as it was read, where places in it can be gone to. */
  snapshotOf(uri: string): Snapshot | undefined {
    return TEXT.test(nameOf(uri)) ? this.inUse.get(uri) : undefined;
  }

  /** Of one file, or of all. */
  forget(uri?: string): void {
    this.known = new WeakMap();
    for (const known of [...this.unopened.keys()])
      if (uri === undefined || sameFile(known, uri)) this.unopened.delete(known);
  }

  private async gather(named: readonly NamedSuperior[], base: string): Promise<Superiors> {
    const found = await Promise.all(named.map((one) => this.load(one, base)));
    return {
      plans: found.filter((one): one is Superior => typeof one !== 'string'),
      missing: named.flatMap((one, index) => {
        const message = found[index];
        return typeof message === 'string' ? [{ named: one, message }] : [];
      }),
    };
  }

  /** The plan, or why it is not there. */
  private async load(named: NamedSuperior, base: string): Promise<Superior | string> {
    const folder = parentOf(base);
    const uri = folder === undefined ? undefined : resolvePath(folder, named.path);
    if (uri === undefined) return t('不能从这里找上级要点“{0}”：稿件还没有存到文件夹里', named.path);
    if (!(await this.sources.workspace.mayRead(base, uri)))
      return t('上级要点“{0}”在工作区之外，没有读取', named.path);
    const snapshot = this.sources.documents.find(uri) ?? (await this.read(uri));
    this.inUse.set(uri, snapshot);
    if (!snapshot) return t('找不到上级要点“{0}”，或者读不了；Word 旧格式可先导入成要点稿', named.path);
    snapshot.readAs(await this.sources.readingOf(snapshot.uri));
    return createSuperior(named, uri, snapshot.draft);
  }

  private read(uri: string): Promise<Snapshot | undefined> {
    let reading = this.unopened.get(uri);
    if (!reading) {
      reading = this.readFile(uri);
      this.unopened.set(uri, reading);
    }
    return reading;
  }

  private async readFile(uri: string): Promise<Snapshot | undefined> {
    const bytes = await this.sources.files.readBytes(uri);
    if (!bytes) return undefined;
    const { readPlan } = await import('../importers/read-plan');
    const text = await readPlan(nameOf(uri), bytes).catch(() => undefined);
    return text === undefined ? undefined : this.sources.documents.unopened(uri, text);
  }
}
