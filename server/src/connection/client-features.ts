import type { InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';
import { negotiateEncoding, type PositionEncoding } from './positions';

/** What the client can do. Everything absent is taken as not supported: the server then does without. */
export interface ClientFeatures {
  readonly encoding: PositionEncoding;
  /** Whether settings can be asked for; else they come with the options or in `didChangeConfiguration`. */
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchedFilesRegistration: boolean;
  readonly workspaceFolders: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticTags: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  /** Edits that name the version they are for. */
  readonly versionedEdits: boolean;
  readonly createFiles: boolean;
  readonly codeActionLiterals: boolean;
  readonly preferredActions: boolean;
  readonly hierarchicalSymbols: boolean;
  readonly markdownHover: boolean;
  readonly snippets: boolean;
  readonly lensRefresh: boolean;
  readonly hintRefresh: boolean;
  readonly tokenRefresh: boolean;
  readonly progress: boolean;
  /** Whether the client reads files for the server that lie on no disk. */
  readonly readsFiles: boolean;
  /** Commands of the client that lenses and actions may name. */
  readonly commands: ReadonlySet<string>;
  readonly options: InitializationOptions;
}

export function clientFeatures({ capabilities, initializationOptions }: InitializeParams): ClientFeatures {
  const { workspace = {}, textDocument = {}, general = {}, window = {} } = capabilities ?? {};
  const diagnostics = textDocument.publishDiagnostics ?? {};
  const actions = textDocument.codeAction ?? {};
  const edit = workspace.workspaceEdit ?? {};
  const options = asOptions(initializationOptions);
  return {
    encoding: negotiateEncoding(general.positionEncodings),
    configuration: workspace.configuration === true,
    configurationRegistration: workspace.didChangeConfiguration?.dynamicRegistration === true,
    watchedFilesRegistration: workspace.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace.workspaceFolders === true,
    relatedInformation: diagnostics.relatedInformation === true,
    diagnosticTags: diagnostics.tagSupport !== undefined,
    codeDescription: diagnostics.codeDescriptionSupport === true,
    diagnosticData: diagnostics.dataSupport === true,
    versionedEdits: edit.documentChanges === true,
    createFiles: edit.resourceOperations?.includes('create') === true,
    codeActionLiterals: actions.codeActionLiteralSupport !== undefined,
    preferredActions: actions.isPreferredSupport === true,
    hierarchicalSymbols: textDocument.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    markdownHover: textDocument.hover?.contentFormat?.includes('markdown') === true,
    snippets: textDocument.completion?.completionItem?.snippetSupport === true,
    lensRefresh: workspace.codeLens?.refreshSupport === true,
    hintRefresh: workspace.inlayHint?.refreshSupport === true,
    tokenRefresh: workspace.semanticTokens?.refreshSupport === true,
    progress: window.workDoneProgress === true,
    readsFiles: options.readsFiles === true,
    commands: new Set(options.commands ?? []),
    options,
  };
}

/** `initializationOptions` is any JSON value: clients are configured by hand. */
function asOptions(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { settings, commands, readsFiles, restricted } = value as Readonly<Record<string, unknown>>;
  return {
    settings,
    readsFiles: readsFiles === true,
    restricted: restricted === true,
    commands: Array.isArray(commands) ? commands.filter((name) => typeof name === 'string') : [],
  };
}
