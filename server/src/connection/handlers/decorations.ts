import {
  CodeLensRequest,
  type CodeLens as LspLens,
  InlayHintRequest,
  SemanticTokensBuilder,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver';
import type { UnitMention } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { codeLenses, type CodeLens } from '../../features/code-lenses';
import { dateHints, unitHints, type InlayHint } from '../../features/inlay-hints';
import {
  semanticTokens,
  TOKEN_MODIFIERS,
  TOKEN_TYPES,
  type SemanticToken,
} from '../../features/semantic-tokens';
import { t } from '../../localise';
import { EXPORT_COMMAND, SHOW_TASKS_COMMAND } from '../../protocol';
import type { Snapshot } from '../document-store';
import type { Services } from '../services';
import { inForce } from '../workspace-units';
import { onDraft, type Handler } from './handler';
import { traceLensesOf } from './tracing';

/** What is shown in and between the lines of the text. */
export const decorationHandlers: readonly Handler[] = [
  onDraft(
    CodeLensRequest.type,
    { codeLensProvider: { resolveProvider: false } },
    async (snapshot, _, services) => {
      const { settings } = await services.checker.prepare(snapshot);
      if (!settings.lenses) return [];
      const counts = codeLenses(snapshot.draft).map((lens) => toLens(lens, snapshot, services));
      return [...counts, ...exportLens(snapshot, services), ...(await traceLensesOf(snapshot, services))];
    },
  ),
  onDraft(InlayHintRequest.type, { inlayHintProvider: true }, async (snapshot, { range }, services) => {
    const hints = await hintsIn(snapshot, snapshot.at.offsetsOf(range), services);
    return hints.map(({ offset, label, tooltip }) => ({
      position: snapshot.at.positionAt(offset),
      label,
      tooltip,
      paddingLeft: true,
    }));
  }),
  onDraft(
    SemanticTokensRequest.type,
    {
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: true,
        range: true,
      },
    },
    (snapshot, _, services) => tokensOf(snapshot, services),
  ),
  onDraft(SemanticTokensRangeRequest.type, {}, (snapshot, { range }, services) =>
    tokensOf(snapshot, services, snapshot.at.offsetsOf(range)),
  ),
];

/** A client without our command shows the counts all the same: an empty command is only text. */
function toLens({ range, title, filter }: CodeLens, { uri, at }: Snapshot, { client }: Services): LspLens {
  const command = client.commands.has(SHOW_TASKS_COMMAND)
    ? { title, command: SHOW_TASKS_COMMAND, arguments: [uri, filter] }
    : { title, command: '' };
  return { range: at.rangeOf(range), command };
}

/** On the title, behind what there is still to do. */
function exportLens({ draft, at }: Snapshot, { client }: Services): LspLens[] {
  if (!draft.title || !client.commands.has(EXPORT_COMMAND)) return [];
  return [
    { range: at.rangeOf(draft.title.range), command: { title: t('导出公文'), command: EXPORT_COMMAND } },
  ];
}

/** Those that the person has asked for: they stand between the words. */
async function hintsIn(snapshot: Snapshot, within: Range, services: Services): Promise<InlayHint[]> {
  const { settings } = await services.checker.prepare(snapshot);
  const dates = settings.dateHints ? dateHints(snapshot.draft, within) : [];
  if (!settings.unitHints) return dates;
  const { draft, registry } = await inForce(snapshot, services);
  return registry ? [...dates, ...unitHints(draft, registry, within)] : dates;
}

async function tokensOf(snapshot: Snapshot, services: Services, within?: Range) {
  const { draft, at } = snapshot;
  const { registry } = await inForce(snapshot, services);
  const isUnknown = ({ value }: UnitMention) =>
    registry !== undefined && registry.resolve(value, { year: draft.year }).status === 'unknown';
  const builder = new SemanticTokensBuilder();
  for (const { range, type, modifiers } of semanticTokens(draft, within, isUnknown)) {
    const { start, end } = at.rangeOf(range);
    builder.push(
      start.line,
      start.character,
      end.character - start.character,
      TOKEN_TYPES.indexOf(type),
      bits(modifiers),
    );
  }
  return builder.build();
}

function bits(modifiers: SemanticToken['modifiers']): number {
  return modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
}
