import {
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
  type DocumentSymbol as LspSymbol,
  type FoldingRange as LspFold,
  type SelectionRange as LspSelection,
  type SymbolInformation,
} from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver-types';
import type { Range } from '../../dialect/range';
import { documentSymbols, type DocumentSymbol } from '../../features/document-symbols';
import { foldingRanges, type FoldingRange } from '../../features/folding-ranges';
import { selectionRanges } from '../../features/selection-ranges';
import type { Snapshot } from '../document-store';
import type { Positions } from '../positions';
import { onDraft, type Handler } from './handler';
import { t } from '../../localise';

const SYMBOL_KINDS: Readonly<Record<DocumentSymbol['kind'], SymbolKind>> = {
  notice: SymbolKind.File,
  plan: SymbolKind.Module,
  chapter: SymbolKind.Namespace,
  section: SymbolKind.Class,
  task: SymbolKind.Event,
  point: SymbolKind.String,
  attachment: SymbolKind.Package,
  table: SymbolKind.Struct,
};

export const structureHandlers: readonly Handler[] = [
  onDraft(
    DocumentSymbolRequest.type,
    { documentSymbolProvider: { label: '要点' } },
    (snapshot, _, { client }): LspSymbol[] | SymbolInformation[] => {
      const symbols = documentSymbols(snapshot.draft);
      return client.hierarchicalSymbols
        ? symbols.map((symbol) => toSymbol(symbol, snapshot.at))
        : symbols.flatMap((symbol) => flatten(symbol, snapshot));
    },
  ),
  onDraft(FoldingRangeRequest.type, { foldingRangeProvider: true }, ({ draft, at }) =>
    foldingRanges(draft).map((fold) => toFold(fold, at)),
  ),
  onDraft(SelectionRangeRequest.type, { selectionRangeProvider: true }, ({ draft, at }, { positions }) =>
    positions.map((position) => toChain(selectionRanges(draft, at.offsetAt(position)), at, position)),
  ),
];

function toSymbol(
  { kind, name, detail, range, selectionRange, children }: DocumentSymbol,
  at: Positions,
): LspSymbol {
  return {
    kind: SYMBOL_KINDS[kind],
    // An empty name is against the protocol, and VS Code then drops the whole answer.
    name: name || t('（无标题）'),
    ...(detail ? { detail } : {}),
    range: at.rangeOf(range),
    selectionRange: at.rangeOf(selectionRange),
    children: children.map((child) => toSymbol(child, at)),
  };
}

/** The older, flat form. */
function flatten(symbol: DocumentSymbol, snapshot: Snapshot, containerName?: string): SymbolInformation[] {
  const { kind, name, range, children } = symbol;
  const own: SymbolInformation = {
    kind: SYMBOL_KINDS[kind],
    name: name || t('（无标题）'),
    location: { uri: snapshot.uri, range: snapshot.at.rangeOf(range) },
    ...(containerName ? { containerName } : {}),
  };
  return [own, ...children.flatMap((child) => flatten(child, snapshot, name))];
}

function toFold({ range, kind }: FoldingRange, at: Positions): LspFold {
  const { start, end } = at.rangeOf(range);
  return { startLine: start.line, endLine: end.line, ...(kind ? { kind } : {}) };
}

function toChain(
  ranges: readonly Range[],
  at: Positions,
  position: LspSelection['range']['start'],
): LspSelection {
  let chain: LspSelection | undefined;
  for (const range of [...ranges].reverse()) {
    chain = { range: at.rangeOf(range), ...(chain ? { parent: chain } : {}) };
  }
  return chain ?? { range: { start: position, end: position } };
}
