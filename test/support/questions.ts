import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
  type Range,
} from 'vscode-languageserver/node';
import { DOCUMENT_PREVIEW, DRAFT_OVERVIEW, RENUMBER_PREVIEW } from '../../server/src/protocol';

/** What editors ask about a draft all the time. */
export const QUESTIONS: readonly { readonly method: string }[] = [
  HoverRequest.type,
  CompletionRequest.type,
  DefinitionRequest.type,
  DocumentHighlightRequest.type,
  DocumentLinkRequest.type,
  DocumentSymbolRequest.type,
  DocumentFormattingRequest.type,
  FoldingRangeRequest.type,
  CodeLensRequest.type,
  PrepareRenameRequest.type,
  SemanticTokensRequest.type,
  ReferencesRequest.type,
  RenameRequest.type,
  SelectionRangeRequest.type,
  InlayHintRequest.type,
  CodeActionRequest.type,
  WorkspaceSymbolRequest.type,
  { method: DRAFT_OVERVIEW },
  { method: RENUMBER_PREVIEW },
  { method: DOCUMENT_PREVIEW },
];

/** What most requests about a place take; each reads its own part. */
export function paramsAt(uri: string, range: Range): object {
  return {
    textDocument: { uri },
    position: range.start,
    positions: [range.start, range.end],
    range,
    context: { diagnostics: [], includeDeclaration: true },
    options: { tabSize: 2, insertSpaces: true },
    ch: '\n',
    newName: '县教育体育局',
    query: '教育',
  };
}
