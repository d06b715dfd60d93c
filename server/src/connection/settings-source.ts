import type { ClientFeatures } from './client-features';
import type { Log } from './log';
import { type EditorSettings, readSettings, sectionOf } from './settings';

/** Asks the client for the section `yaodian` that holds for a document. */
export type AskSettings = (uri: string) => Promise<unknown>;

/** A client that says it can be asked and then does not answer must not hold up every finding. */
const PATIENCE_MS = 3000;

/** For more documents than these it is not asked whether anything changed: to believe so costs less. */
const FEW = 8;

/** The editor's settings for a document: asked for where the client can be asked, else as last sent. */
export class SettingsSource {
  private readonly asked = new Map<string, Promise<EditorSettings>>();
  private pushed: EditorSettings;

  constructor(
    private readonly client: ClientFeatures,
    private readonly ask: AskSettings,
    private readonly log: Log,
  ) {
    this.pushed = readSettings(sectionOf(client.options.settings));
  }

  for(uri: string): Promise<EditorSettings> {
    if (!this.client.configuration) return Promise.resolve(this.pushed);
    let settings = this.asked.get(uri);
    if (!settings) {
      settings = this.request(uri);
      this.asked.set(uri, settings);
    }
    return settings;
  }

  /**
   * `settings` as `workspace/didChangeConfiguration` brings them; clients that can be asked send null. Whether what was
   * known may be wrong now.
   */
  async changed(settings: unknown): Promise<boolean> {
    const [asked, pushed] = [[...this.asked], this.pushed];
    this.asked.clear();
    if (settings !== null && settings !== undefined) this.pushed = readSettings(sectionOf(settings));
    if (!this.client.configuration) return !isSame(pushed, this.pushed);
    if (asked.length > FEW) return true;
    const changes = asked.map(async ([uri, before]) => !isSame(await before, await this.for(uri)));
    return (await Promise.all(changes)).includes(true);
  }

  forget(uri: string): void {
    this.asked.delete(uri);
  }

  private async request(uri: string): Promise<EditorSettings> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`${PATIENCE_MS} ms`)), PATIENCE_MS);
    });
    try {
      return readSettings(await Promise.race([this.ask(uri), late]));
    } catch (error) {
      this.log.failure('workspace/configuration', error);
      return this.pushed;
    } finally {
      clearTimeout(timer);
    }
  }
}

function isSame(a: EditorSettings, b: EditorSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
