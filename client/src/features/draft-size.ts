import { StatusBarAlignment, window, workspace, type ExtensionContext, type TextEditor } from 'vscode';
import { DRAFT_SIZE, type DraftSize, type DraftSizeParams } from '../../../server/src/protocol';
import type { Client } from '../client';
import { isDraft } from '../draft-documents';
import { t } from '../localise';

/** Typing and selecting are counted when they pause for so long, milliseconds. */
const PAUSE = 500;

/** Characters and pages of the draft in front, in the status bar. A click shows the pages. */
export function activate(context: ExtensionContext, { server, drafts }: Client): void {
  const item = window.createStatusBarItem('yaodian.size', StatusBarAlignment.Right, 90);
  item.name = t('要点字数和页数');
  item.command = 'yaodian.preview';
  let timer: NodeJS.Timeout | undefined;
  const measure = async (): Promise<void> => {
    const editor = window.activeTextEditor;
    const size = editor && isDraft(editor.document) ? await sizeOf(server, editor) : undefined;
    // Whatever has happened meanwhile has started another count.
    if (editor !== window.activeTextEditor) return;
    if (!size) return item.hide();
    item.text = `$(book) ${describe(size)}`;
    item.tooltip = t(
      '字数按公文习惯计：汉字和标点各算一个，连写的字母、数字算一个。页数按公文版式估算。点击预览。',
    );
    item.accessibilityInformation = { label: describe(size) };
    item.show();
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void measure().catch(() => item.hide()), PAUSE);
  };
  context.subscriptions.push(
    item,
    { dispose: () => clearTimeout(timer) },
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(({ textEditor }) => isDraft(textEditor.document) && later()),
    workspace.onDidChangeTextDocument(({ document }) => isDraft(document) && later()),
    workspace.onDidOpenTextDocument((document) => isDraft(document) && later()),
    drafts.onDidChange(later),
  );
  later();
}

async function sizeOf(server: Client['server'], editor: TextEditor): Promise<DraftSize | undefined> {
  const { document, selection } = editor;
  const params: DraftSizeParams = {
    textDocument: { uri: document.uri.toString() },
    ...(selection.isEmpty ? {} : { range: { start: selection.start, end: selection.end } }),
  };
  return (await server.request<DraftSize | null>(DRAFT_SIZE, params)) ?? undefined;
}

function describe({ characters, selected, pages }: DraftSize): string {
  return selected === undefined
    ? t('{0} 字 · {1} 页', characters, pages)
    : t('已选 {0} 字 · 共 {1} 字 · {2} 页', selected, characters, pages);
}
