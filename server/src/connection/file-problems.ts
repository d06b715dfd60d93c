import type { Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { LineTable } from '../dialect/lines';
import type { Range } from '../dialect/range';
import { t } from '../localise';
import { readRegistryText } from '../importers/registry/read-registry-bytes';
import { createRegistry } from '../registry/create-registry';
import { problemsOf } from '../registry/find-conflicts';
import type { Checked } from './checker';
import type { DiagnosticPublisher } from './diagnostic-publisher';
import { sameFile } from './uris';
import { Positions, type PositionEncoding } from './positions';

interface Problem {
  readonly range: Range;
  readonly message: string;
  readonly code: string;
  readonly severity: DiagnosticSeverity;
}

/** Shows what is wrong in the configuration files and registries that open drafts use, in those files. */
export class FileProblems {
  /** The files each document uses: a file's problems go when the last such document is closed. */
  private readonly users = new Map<string, ReadonlySet<string>>();

  constructor(
    private readonly publisher: DiagnosticPublisher,
    private readonly encoding: PositionEncoding,
  ) {}

  show({ snapshot, surroundings, registry }: Checked): void {
    const before = this.users.get(snapshot.uri) ?? new Set();
    const used = new Set<string>();
    if (surroundings.file) {
      const { uri, text } = surroundings.file;
      used.add(uri);
      this.send(uri, text, surroundings.fileProblems.map(asConfigurationProblem));
    }
    for (const { file, text } of registry.files) {
      used.add(file.uri);
      const problems = registry.registry ? problemsOf(file, registry.registry) : file.problems;
      this.send(file.uri, text, problems.map(asRegistryProblem));
    }
    this.users.set(snapshot.uri, used);
    this.release(before);
  }

  /** Shows a registry that is open; one that an open draft uses is shown with that draft and its other registries. */
  showAlone(uri: string, text: string): void {
    if (this.isUsed(uri)) return;
    const { file } = readRegistryText(uri, text);
    this.send(uri, text, problemsOf(file, createRegistry([file])).map(asRegistryProblem));
  }

  private isUsed(uri: string): boolean {
    return [...this.users.values()].some((used) => [...used].some((each) => sameFile(each, uri)));
  }

  closed(uri: string): void {
    const before = this.users.get(uri) ?? new Set();
    this.users.delete(uri);
    this.release(before);
  }

  private release(uris: ReadonlySet<string>): void {
    for (const uri of uris) {
      if (![...this.users.values()].some((used) => used.has(uri))) this.publisher.clear(uri);
    }
  }

  private send(uri: string, text: string, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.publisher.knows(uri)) return;
    const at = new Positions(text, LineTable.of(text), this.encoding);
    const diagnostics = problems.map(({ range, ...rest }): LspDiagnostic => ({
      range: at.rangeOf(range),
      source: t('要点'),
      ...rest,
    }));
    this.publisher.send(uri, diagnostics, undefined);
  }
}

function asConfigurationProblem({ range, message }: { range: Range; message: string }): Problem {
  return { range, message, code: t('配置'), severity: DiagnosticSeverity.Warning };
}

function asRegistryProblem(problem: ReturnType<typeof problemsOf>[number]): Problem {
  const { range, message, code, level } = problem;
  return { range, message, code: `${t('名录')}/${code}`, severity: severityOf(level) };
}

function severityOf(level: 'error' | 'warning'): DiagnosticSeverity {
  return level === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
}
