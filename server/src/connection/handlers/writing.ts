import {
  CompletionRequest,
  type CompletionItem,
  type CompletionList,
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver';
import { CompletionItemKind, type Range, type TextEdit } from 'vscode-languageserver-types';
import type { Draft } from '../../dialect/model';
import { completions, type Completion } from '../../features/completion';
import { continueNumbering } from '../../features/continue-numbering';
import { formatting } from '../../features/formatting';
import { traceCompletions } from '../../features/trace-completion';
import { unitCompletions, unitWordAt } from '../../features/unit-completion';
import { allRules } from '../../rules/index';
import type { Snapshot } from '../document-store';
import { loadPinyin } from '../pinyin';
import type { Positions } from '../positions';
import type { Services } from '../services';
import { everywhere, inForce } from '../workspace-units';
import { onDraft, type Handler } from './handler';

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  field: CompletionItemKind.Field,
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
    async (snapshot, { position }, services): Promise<CompletionItem[] | CompletionList> => {
      const { draft, at } = snapshot;
      const offset = at.offsetAt(position);
      if (unitWordAt(draft, offset)) return unitsAt(snapshot, offset, services);
      const items = await superiorItemsAt(snapshot, offset, services);
      if (items.length > 0) return items;
      const { client } = services;
      return completions(draft, offset, { rules: allRules }).map((item, index) => ({
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
  onDraft(DocumentFormattingRequest.type, { documentFormattingProvider: true }, (snapshot) =>
    format(snapshot, undefined),
  ),
  onDraft(
    DocumentRangeFormattingRequest.type,
    { documentRangeFormattingProvider: true },
    (snapshot, { range }) => format(snapshot, range),
  ),
];

function format(snapshot: Snapshot, range: Range | undefined): TextEdit[] {
  const { draft, at } = snapshot;
  const read = (text: string): Draft => snapshot.readAgain(text);
  const edits = formatting(draft, range ? { read, range: at.offsetsOf(range) } : { read });
  return edits.map((edit) => ({ range: at.rangeOf(edit.range), newText: edit.newText }));
}

/** What the title says helps to find the number. */
async function superiorItemsAt(
  { draft, uri, at }: Snapshot,
  offset: number,
  { superiors }: Services,
): Promise<CompletionItem[]> {
  const { plans } = await superiors.inForce(draft, uri);
  return traceCompletions(draft, offset, plans).map(({ label, detail, range }, index) => ({
    label,
    kind: CompletionItemKind.Reference,
    detail,
    sortText: String(index).padStart(5, '0'),
    filterText: label + detail,
    textEdit: { range: at.rangeOf(range), newText: label },
  }));
}

/**
 * Editors know no pinyin, and take 应急 in the middle of 县应急管理局 for a poor match. So the choice is made here, again
 * with each letter (`isIncomplete`), and what was typed is given as what to filter by.
 */
async function unitsAt(snapshot: Snapshot, offset: number, services: Services): Promise<CompletionList> {
  const { draft, at } = snapshot;
  const word = unitWordAt(draft, offset);
  const typed = word ? draft.text.slice(word.start, word.end) : '';
  const [place, all] = await Promise.all([inForce(snapshot, services), everywhere(services)]);
  const spell = /[a-z]/iu.test(typed) ? await loadPinyin() : undefined;
  const others = all.filter(({ uri }) => uri !== snapshot.uri);
  const items = unitCompletions(place, offset, { others, spell }).map(({ label, detail, range }, index) => ({
    label,
    kind: CompletionItemKind.Class,
    detail,
    sortText: String(index).padStart(5, '0'),
    filterText: typed || label,
    textEdit: { range: at.rangeOf(range), newText: label },
  }));
  return { isIncomplete: true, items };
}

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
