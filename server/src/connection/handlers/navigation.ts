import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentLink,
  HoverRequest,
  ReferencesRequest,
} from 'vscode-languageserver';
import { DocumentHighlightKind, MarkupKind } from 'vscode-languageserver-types';
import { hover } from '../../features/hover';
import { definition, documentLinks, occurrences, type Link } from '../../features/occurrences';
import { allRules } from '../../rules/index';
import type { Snapshot } from '../document-store';
import { onDraft, type Handler } from './handler';

/** From a mention to what it means, and back. */
export const navigationHandlers: readonly Handler[] = [
  onDraft(DocumentLinkRequest.type, { documentLinkProvider: { resolveProvider: false } }, (snapshot) =>
    documentLinks(snapshot.draft).map((link) => toLink(link, snapshot)),
  ),
  onDraft(DefinitionRequest.type, { definitionProvider: true }, ({ uri, draft, at }, { position }) => {
    const link = definition(draft, at.offsetAt(position));
    return link ? { uri, range: at.rangeOf(link.target) } : null;
  }),
  onDraft(DocumentHighlightRequest.type, { documentHighlightProvider: true }, ({ draft, at }, { position }) =>
    occurrences(draft, at.offsetAt(position)).map(({ range, isDefinition }) => ({
      range: at.rangeOf(range),
      kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
    })),
  ),
  onDraft(ReferencesRequest.type, { referencesProvider: true }, ({ uri, draft, at }, { position, context }) =>
    occurrences(draft, at.offsetAt(position))
      .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
      .map(({ range }) => ({ uri, range: at.rangeOf(range) })),
  ),
  onDraft(HoverRequest.type, { hoverProvider: true }, async (snapshot, { position }, services) => {
    const { findings } = await services.checker.check(snapshot);
    const { draft, at } = snapshot;
    const { pageOf } = services;
    const found = hover(draft, at.offsetAt(position), { findings, rules: allRules, pageOf });
    if (!found) return null;
    const value = found.sections.join('\n\n');
    const contents = services.client.markdownHover
      ? { kind: MarkupKind.Markdown, value }
      : { kind: MarkupKind.PlainText, value: withoutMarkdown(value) };
    return { range: at.rangeOf(found.range), contents };
  }),
];

/** A file's uri with the place as its fragment (`#L12,1`): what editors follow within a document. */
function toLink({ range, target, label }: Link, { uri, at }: Snapshot): DocumentLink {
  const { line, character } = at.positionAt(target.start);
  return {
    range: at.rangeOf(range),
    target: `${uri}#L${line + 1},${character + 1}`,
    tooltip: `转到 ${label}`,
  };
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\\([\\`*_{}[\]<>#|~])/g, '$1');
}
