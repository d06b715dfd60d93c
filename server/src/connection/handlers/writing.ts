import {
  CompletionRequest,
  type CompletionItem,
  DocumentOnTypeFormattingRequest,
} from 'vscode-languageserver';
import { CompletionItemKind } from 'vscode-languageserver-types';
import { completions, type Completion } from '../../features/completion';
import { continueNumbering } from '../../features/continue-numbering';
import { allRules } from '../../rules/index';
import type { Positions } from '../positions';
import { onDraft, type Handler } from './handler';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
  unit: CompletionItemKind.Class,
  date: CompletionItemKind.Event,
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  rule: CompletionItemKind.Reference,
  directive: CompletionItemKind.Keyword,
};

/** After a label its values are wanted next; VS Code asks for them when told to. */
const SUGGEST_COMMAND = 'editor.action.triggerSuggest';
const SUGGEST = { title: '提示', command: SUGGEST_COMMAND };

/** What helps while text is being typed. */
export const writingHandlers: readonly Handler[] = [
  onDraft(
    CompletionRequest.type,
    {
      completionProvider: {
        triggerCharacters: ['〔', '（', '【', '；', '：', '、', ':'],
        resolveProvider: false,
      },
    },
    async (snapshot, { position }, { checker, client }) => {
      const { registry } = (await checker.check(snapshot)).registry;
      const { draft, at } = snapshot;
      const context = { rules: allRules, registry };
      return completions(draft, at.offsetAt(position), context).map((item, index) => ({
        ...toItem(item, index, at),
        ...(item.kind === 'field' && client.commands.has(SUGGEST_COMMAND) ? { command: SUGGEST } : {}),
      }));
    },
  ),
  onDraft(
    DocumentOnTypeFormattingRequest.type,
    { documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' } },
    ({ draft, at }, { position, ch }) => {
      if (ch !== '\n') return [];
      const edits = continueNumbering(draft, at.offsetAt(position));
      return edits.map(({ range, newText }) => ({ range: at.rangeOf(range), newText }));
    },
  ),
];

/** The order is ours (editors sort by name, which says nothing in Chinese). */
function toItem(
  { label, kind, detail, range, newText }: Completion,
  index: number,
  at: Positions,
): CompletionItem {
  return {
    label,
    kind: KINDS[kind],
    ...(detail ? { detail } : {}),
    sortText: String(index).padStart(5, '0'),
    filterText: label,
    textEdit: { range: at.rangeOf(range), newText },
  };
}
