import {
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentLink,
  type Position,
  HoverRequest,
  ReferencesRequest,
} from 'vscode-languageserver';
import { DocumentHighlightKind, MarkupKind } from 'vscode-languageserver-types';
import { hover } from '../../features/hover';
import { definition, documentLinks, occurrences, type Link } from '../../features/occurrences';
import { allRules } from '../../rules/index';
import { occurrencesOf, unitAt } from '../../registry/unit-occurrences';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { inForce } from '../workspace-units';
import { onDraft, onRequest, type Handler } from './handler';
import { traceDefinitionAt } from './tracing';
import { unitDefinition, unitHoverAt, unitReferences } from './units';
import { t } from '../../localise';

/** From a mention to what it means, and back. */
export const navigationHandlers: readonly Handler[] = [
  onDraft(DocumentLinkRequest.type, { documentLinkProvider: { resolveProvider: false } }, (snapshot) =>
    documentLinks(snapshot.draft).map((link) => toLink(link, snapshot)),
  ),
  onRequest(
    DefinitionRequest.type,
    { definitionProvider: true },
    async ({ textDocument, position }, services) => {
      const link = inDraft(textDocument.uri, services, ({ uri, draft, at }) => {
        const found = definition(draft, at.offsetAt(position));
        return found && { uri, range: at.rangeOf(found.target) };
      });
      return (
        link ??
        (await superiorItem(textDocument.uri, position, services)) ??
        (await unitDefinition(textDocument.uri, position, services)) ??
        null
      );
    },
  ),
  onDraft(
    DocumentHighlightRequest.type,
    { documentHighlightProvider: true },
    async (snapshot, { position }, services) => {
      const { draft, at } = snapshot;
      const place = await inForce(snapshot, services);
      const unit = unitAt(place, at.offsetAt(position));
      const found = unit
        ? occurrencesOf(unit.identity, place).map(({ range }) => ({ range, isDefinition: false }))
        : occurrences(draft, at.offsetAt(position));
      return found.map(({ range, isDefinition }) => ({
        range: at.rangeOf(range),
        kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    },
  ),
  onRequest(
    ReferencesRequest.type,
    { referencesProvider: true },
    async ({ textDocument: { uri }, position, context }, services) => {
      const ofUnit = await unitReferences(uri, position, context.includeDeclaration, services);
      if (ofUnit) return ofUnit;
      return inDraft(uri, services, ({ draft, at }) =>
        occurrences(draft, at.offsetAt(position))
          .filter(({ isDefinition }) => context.includeDeclaration || !isDefinition)
          .map(({ range }) => ({ uri, range: at.rangeOf(range) })),
      );
    },
  ),
  onRequest(
    HoverRequest.type,
    { hoverProvider: true },
    async ({ textDocument: { uri }, position }, services) => {
      const unit = await unitHoverAt(uri, position, services);
      const place = await hoverInDraft(uri, position, services);
      const value = [...(unit?.sections ?? []), ...(place?.sections ?? [])].join('\n\n');
      const range = unit?.range ?? place?.range;
      if (!range) return null;
      const contents = services.client.markdownHover
        ? { kind: MarkupKind.Markdown, value }
        : { kind: MarkupKind.PlainText, value: withoutMarkdown(value) };
      return { range, contents };
    },
  ),
];

async function superiorItem(uri: string, position: Position, services: Services) {
  const snapshot = services.documents.get(uri);
  return snapshot?.isDraft
    ? traceDefinitionAt(snapshot, snapshot.at.offsetAt(position), services)
    : undefined;
}

/** Answers about the document where it is a draft that is open. */
function inDraft<T>(
  uri: string,
  { documents }: Services,
  answer: (snapshot: Snapshot) => T | undefined,
): T | null {
  const snapshot = documents.get(uri);
  return (snapshot?.isDraft ? answer(snapshot) : undefined) ?? null;
}

async function hoverInDraft(uri: string, position: Position, services: Services) {
  const snapshot = services.documents.get(uri);
  if (!snapshot?.isDraft) return undefined;
  const { findings } = await services.checker.check(snapshot);
  const { draft, at } = snapshot;
  const { pageOf } = services;
  const offset = at.offsetAt(position);
  const around = findings.touching({ start: offset, end: offset });
  const found = hover(draft, offset, { findings: around, rules: allRules, pageOf });
  return found && { range: at.rangeOf(found.range), sections: found.sections };
}

/** A file's uri with the place as its fragment (`#L12,1`): what editors follow within a document. */
function toLink({ range, target, label }: Link, { uri, at }: Snapshot): DocumentLink {
  const { line, character } = at.positionAt(target.start);
  return {
    range: at.rangeOf(range),
    target: `${uri}#L${line + 1},${character + 1}`,
    tooltip: t('转到 {0}', label),
  };
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*/g, '')
    .replace(/\\([\\`*_{}[\]<>#|~])/g, '$1');
}
