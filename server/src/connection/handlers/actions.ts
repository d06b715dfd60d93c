import {
  type CodeAction as LspAction,
  CodeActionKind,
  CodeActionRequest,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextEdit } from '../../dialect/range';
import { configurationActions } from '../configuration-actions';
import { quickFixes } from '../../features/quick-fixes';
import { resolvedDateActions } from '../../features/resolved-dates';
import { silencingActions } from '../../features/silencing-actions';
import { sourceActions } from '../../features/source-actions';
import { rememberActions } from '../../features/trace-navigation';
import { FIX_RULE_COMMAND, PLACE_CURSOR_COMMAND } from '../../protocol';
import type { CodeAction } from '../../rules/code-action';
import { safeFix } from '../../rules/repair';
import { ruleName } from '../../rules/rule-name';
import { findingsOf, type Checked } from '../checker';
import type { Snapshot } from '../document-store';
import { rangeAfter } from '../edits';
import type { Services } from '../services';
import { actionsForUnit } from '../unit-actions';
import { onDraft, type Handler } from './handler';
import { t } from '../../localise';

/** `CodeActionTriggerKind.Automatic`: the editor asks by itself, with every move of the cursor. */
const AUTOMATIC = 2;

export const FIX_ALL = 'source.fixAll.yaodian';
export const RENUMBER = 'source.renumber.yaodian';
/** The repairs of one rule in all drafts; a kind of its own, so that a key can be bound to it. */
export const FIX_RULE_EVERYWHERE = 'quickfix.rule.yaodian';

export const actionHandlers: readonly Handler[] = [
  onDraft(
    CodeActionRequest.type,
    ({ codeActionLiterals }) =>
      codeActionLiterals
        ? {
            codeActionProvider: {
              codeActionKinds: [CodeActionKind.QuickFix, FIX_RULE_EVERYWHERE, FIX_ALL, RENUMBER],
            },
          }
        : {},
    async (snapshot, params, services) => {
      if (!services.client.codeActionLiterals) return null;
      const checked = await services.checker.check(snapshot);
      const actions = actionsFor(checked, params);
      const elsewhere = wants(params, CodeActionKind.QuickFix)
        ? [
            ...(await actionsForUnit(checked, snapshot.at.offsetsOf(params.range), services)),
            ...(await configurationActions(checked, touchedFindings(checked, params), services)),
          ]
        : [];
      const everywhere = wants(params, FIX_RULE_EVERYWHERE) ? fixesEverywhere(checked, params, services) : [];
      return [...actions.map((action) => toAction(action, snapshot, services)), ...elsewhere, ...everywhere];
    },
  ),
];

function actionsFor(checked: Checked, params: CodeActionParams): readonly CodeAction[] {
  const { snapshot, surroundings, findings } = checked;
  const { draft, at } = snapshot;
  const range = at.offsetsOf(params.range);
  const actions: readonly CodeAction[] = wants(params, CodeActionKind.QuickFix)
    ? [
        ...quickFixes(findings, range),
        ...resolvedDateActions(draft, range),
        ...silencingActions(draft, touchedFindings(checked, params)),
        ...rememberActions(draft, range, surroundings.environment.superiors?.plans ?? []),
      ]
    : [];
  // To try all repairs on every move of the cursor would be work that nobody sees.
  if (params.context.triggerKind === AUTOMATIC && !params.context.only) return actions;
  const sources = sourceActions(draft, {
    findings,
    check: (repaired) => findingsOf(repaired, surroundings),
    read: (text) => snapshot.readAgain(text),
    wanted: (kind) => wants(params, kind),
  });
  // A quick fix that does the same is nearer to what was asked for.
  const titles = new Set(actions.map(({ title }) => title));
  return [...actions, ...sources.filter(({ title }) => !titles.has(title))];
}

function fixesEverywhere(checked: Checked, params: CodeActionParams, services: Services): LspAction[] {
  if (!services.client.commands.has(FIX_RULE_COMMAND) || services.roots.length === 0) return [];
  const fixable = touchedFindings(checked, params).filter((finding) => safeFix(finding).length > 0);
  return [...new Set(fixable.map(({ rule }) => rule))].map((rule) => {
    const title = t('修复工作区中所有{0}，先预览…', ruleName(rule));
    return {
      title,
      kind: FIX_RULE_EVERYWHERE,
      command: { title, command: FIX_RULE_COMMAND, arguments: [rule, 'workspace'] },
    };
  });
}

function touchedFindings({ snapshot, findings }: Checked, params: CodeActionParams) {
  const selected = snapshot.at.offsetsOf(params.range);
  return findings.touching(selected);
}

/** A client that asks for `source` wants `source.fixAll.yaodian` too; one that does not say wants everything. */
function wants({ context }: CodeActionParams, kind: string): boolean {
  return (
    context.only?.some((wanted) => wanted === '' || kind === wanted || kind.startsWith(`${wanted}.`)) ?? true
  );
}

function toAction(action: CodeAction, snapshot: Snapshot, services: Services): LspAction {
  const { client, publisher } = services;
  return {
    title: action.title,
    kind: action.kind,
    ...(action.findings.length > 0
      ? { diagnostics: action.findings.map((finding) => publisher.convert(finding, snapshot)) }
      : {}),
    ...(action.preferred && client.preferredActions ? { isPreferred: true } : {}),
    edit: workspaceEdit(snapshot, action.edits, services),
    ...commandFor(action, snapshot, services),
  };
}

export function workspaceEdit(
  { uri, version, at }: Snapshot,
  edits: readonly TextEdit[],
  { client }: Pick<Services, 'client'>,
): WorkspaceEdit {
  const converted = edits.map(({ range, newText }) => ({ range: at.rangeOf(range), newText }));
  return client.versionedEdits
    ? { documentChanges: [{ textDocument: { uri, version }, edits: converted }] }
    : { changes: { [uri]: converted } };
}

function commandFor(
  { select, edits, title }: CodeAction,
  snapshot: Snapshot,
  { client }: Services,
): Pick<LspAction, 'command'> {
  if (!select || !client.commands.has(PLACE_CURSOR_COMMAND)) return {};
  const range = rangeAfter(snapshot.text, edits, select, client.encoding);
  return { command: { title, command: PLACE_CURSOR_COMMAND, arguments: [snapshot.uri, range] } };
}
