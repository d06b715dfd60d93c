import { readConfigurationFile, type ProjectConfiguration } from '../rules/configuration/configuration-file';
import { settingsLayer } from '../rules/configuration/settings-layer';
import { allRules } from '../rules/index';
import type { Surroundings } from './checker';
import type { ConfigurationFile, ConfigurationFiles } from './configuration-files';
import type { DocumentStore } from './document-store';
import type { Log } from './log';
import type { SettingsSource } from './settings-source';

interface Sources {
  readonly settings: SettingsSource;
  readonly configurationFiles: ConfigurationFiles;
  readonly documents: DocumentStore;
  readonly log: Log;
}

/** Gathers everything outside a document that its reading and its findings depend on. */
export class SurroundingsFinder {
  private known = new Map<string, Promise<Surroundings>>();

  constructor(private readonly sources: Sources) {}

  find(uri: string): Promise<Surroundings> {
    let surroundings = this.known.get(uri);
    if (!surroundings) {
      surroundings = this.gather(uri);
      this.known.set(uri, surroundings);
    }
    return surroundings;
  }

  forget(): void {
    this.known = new Map();
  }

  private async gather(uri: string): Promise<Surroundings> {
    const { settings: source, configurationFiles, log } = this.sources;
    const [settings, onDisk] = await Promise.all([source.for(uri), configurationFiles.find(uri)]);
    const file = onDisk && this.asOpen(onDisk);
    const project = file && readConfigurationFile(file.text, file.uri, allRules);
    const fromSettings = settingsLayer(settings.rules, '设置', allRules);
    return {
      settings,
      file,
      framingTitles: [...settings.framing, ...framingOf(project)],
      configuration: { layers: project ? [project.layer, fromSettings] : [fromSettings] },
      environment: { onRuleFailure: (rule, error) => log.failure(rule, error) },
    };
  }

  /** The file as the editor has it, where it is open: what is typed there takes effect at once. */
  private asOpen(file: ConfigurationFile): ConfigurationFile {
    const open = this.sources.documents.get(file.uri);
    return open ? { uri: file.uri, text: open.text } : file;
  }
}

function framingOf(project: ProjectConfiguration | undefined): readonly string[] {
  return project?.framingChapters ?? [];
}
