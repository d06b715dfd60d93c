import { readConfigurationFile, type ProjectConfiguration } from '../rules/configuration/configuration-file';
import { settingsLayer } from '../rules/configuration/settings-layer';
import { unacceptedFindings } from '../review/baseline';
import { allRules } from '../rules/index';
import type { Surroundings } from './checker';
import type { BaselineFiles } from './baseline-files';
import type { ConfigurationFile, ConfigurationFiles } from './configuration-files';
import type { DocumentStore } from './document-store';
import type { Log } from './log';
import type { RegistryPath } from './registry-files';
import type { SettingsSource } from './settings-source';

interface Sources {
  readonly baselines: BaselineFiles;
  readonly settings: SettingsSource;
  readonly configurationFiles: ConfigurationFiles;
  readonly documents: DocumentStore;
  readonly log: Log;
}

/** Gathers everything outside a document that its reading and its findings depend on. */
export class SurroundingsFinder {
  private readonly known = new Map<string, Promise<Surroundings>>();

  constructor(private readonly sources: Sources) {}

  find(uri: string): Promise<Surroundings> {
    let surroundings = this.known.get(uri);
    if (!surroundings) {
      surroundings = this.gather(uri);
      this.known.set(uri, surroundings);
    }
    return surroundings;
  }

  /** Of one document, or of all. */
  forget(uri?: string): void {
    if (uri === undefined) this.known.clear();
    else this.known.delete(uri);
  }

  private async gather(uri: string): Promise<Surroundings> {
    const { settings: source, configurationFiles, baselines, log } = this.sources;
    const [settings, onDisk] = await Promise.all([source.for(uri), configurationFiles.find(uri)]);
    const file = onDisk && this.asOpen(onDisk);
    const project = file && readConfigurationFile(file.text, file.uri, allRules);
    const fromSettings = settingsLayer(settings.rules, '设置', allRules);
    const accepted = await baselines.inForce(uri, file, project?.baseline);
    return {
      settings,
      file,
      baseline: accepted.uri,
      fileProblems: [...(project?.problems ?? []), ...accepted.problems],
      layout: project?.layout ?? {},
      framingTitles: [...settings.framing, ...framingOf(project)],
      configuration: { layers: project ? [project.layer, fromSettings] : [fromSettings] },
      registries: [
        ...registriesOf(project, file),
        ...settings.registries.map((path) => ({
          path,
          base: this.sources.configurationFiles.folderOf(uri),
          trusted: true,
        })),
      ],
      environment: {
        // Whoever sifts looks at every finding.
        ...(accepted.entries.length > 0 && {
          sift: (draft, found) => unacceptedFindings(draft, found, accepted.entries),
        }),
        onRuleFailure: (rule, error) => log.failure(rule, error),
      },
    };
  }

  /** The file as the editor has it, where it is open: what is typed there takes effect at once. */
  private asOpen(file: ConfigurationFile): ConfigurationFile {
    const open = this.sources.documents.find(file.uri);
    return open ? { uri: file.uri, text: open.text } : file;
  }
}

function framingOf(project: ProjectConfiguration | undefined): readonly string[] {
  return project?.framingChapters ?? [];
}

function registriesOf(
  project: ProjectConfiguration | undefined,
  file: ConfigurationFile | undefined,
): RegistryPath[] {
  return (project?.registries ?? []).map((path) => ({ path, base: file?.uri ?? '', trusted: false }));
}
