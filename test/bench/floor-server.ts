// The least a language server with diagnostics can do: the same library, incremental synchronisation, one regular
// expression over the text, as many diagnostics as it is told. What a keystroke costs here nobody can go below.
import {
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let wanted = 0;

connection.onInitialize(({ initializationOptions }) => {
  wanted = (initializationOptions as { diagnostics: number }).diagnostics;
  return { capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } };
});

documents.onDidChangeContent(({ document }) => {
  const matches = [...document.getText().matchAll(/[，。；：、]/gu)].slice(0, wanted);
  const diagnostics = matches.map(({ index = 0 }) => ({
    range: { start: document.positionAt(index), end: document.positionAt(index + 1) },
    severity: DiagnosticSeverity.Warning,
    code: 'text/half-width-punctuation',
    codeDescription: { href: 'file:///docs/rules/text/half-width-punctuation.md' },
    source: '要点',
    message: '中文里的标点应为全角，这里是半角。',
    data: { fixable: true },
  }));
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});

documents.listen(connection);
connection.listen();
