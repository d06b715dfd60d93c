import * as vscode from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { base64OfBytes } from '../../../server/src/base64';
import { isDraft } from '../draft-documents';
import {
  IMPORT_FILE,
  IMPORT_FRAGMENT,
  type ImportFileParams,
  type ImportFragmentParams,
  type ImportResult,
} from '../../../server/src/protocol';

const KIND = 'yaodian.paste';

/**
 * 粘贴为要点: what is copied from Word, WPS or a browser becomes paragraphs and tables of the dialect. Editors before 1.97
 * have no way to offer it among the kinds of pasting: there the command pastes what the clipboard has as text. Where no
 * draft is begun yet, the whole text becomes one, as by an import.
 */
export function activate(context: vscode.ExtensionContext, { server }: Client): void {
  const api = pasteApi();
  context.subscriptions.push(
    vscode.commands.registerCommand('yaodian.paste', () => {
      const editor = vscode.window.activeTextEditor;
      if (!editor || !isBegun(editor.document)) return pasteWhole(server, editor);
      // A browser lets no command read more of the clipboard than its text: 选择性粘贴 would paste as it always does.
      return api && vscode.env.uiKind === vscode.UIKind.Desktop
        ? vscode.commands.executeCommand('editor.action.pasteAs', { kind: KIND })
        : pasteText(server, editor);
    }),
  );
  if (api) context.subscriptions.push(offer(api, server));
}

/** What the editor offers since 1.97; the types of the oldest editor we support do not know it. */
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: object,
      metadata: object,
    ): vscode.Disposable;
  };
  readonly DocumentDropOrPasteEditKind: {
    readonly Empty: { append(...parts: string[]): object };
    readonly Text: object;
  };
  readonly DocumentPasteEdit: new (text: string, title: string, kind: object) => { yieldTo?: object[] };
}

function pasteApi(): PasteApi | undefined {
  const api = vscode as unknown as Partial<PasteApi>;
  const isThere = api.languages?.registerDocumentPasteEditProvider && api.DocumentPasteEdit;
  return isThere && api.DocumentDropOrPasteEditKind ? (api as PasteApi) : undefined;
}

function offer(api: PasteApi, server: Client['server']): vscode.Disposable {
  const { Empty, Text } = api.DocumentDropOrPasteEditKind;
  const kind = Empty.append(...KIND.split('.'));
  const provider = {
    async provideDocumentPasteEdits(
      _document: vscode.TextDocument,
      _ranges: readonly vscode.Range[],
      data: vscode.DataTransfer,
    ) {
      const html = await data.get('text/html')?.asString();
      const text = (await data.get('text/plain')?.asString()) ?? '';
      if (html === undefined && !text.includes('\n')) return undefined;
      const converted = await convert(server, html === undefined ? { text } : { html, text });
      if (!converted || converted === text) return undefined;
      const edit = new api.DocumentPasteEdit(converted, t('粘贴为要点'), kind);
      // Offered, not forced: what people paste within a draft is to stay as it is.
      edit.yieldTo = [Text];
      return [edit];
    },
  };
  return api.languages.registerDocumentPasteEditProvider({ language: 'yaodian' }, provider, {
    providedPasteEditKinds: [kind],
    pasteMimeTypes: ['text/html', 'text/plain'],
  });
}

function isBegun(document: vscode.TextDocument): boolean {
  return isDraft(document) && document.getText().trim() !== '';
}

/** Makes a draft of the clipboard's text, in the empty draft in front or in a new one. */
async function pasteWhole(server: Client['server'], editor: vscode.TextEditor | undefined): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') {
    void vscode.window.showInformationMessage(t('剪贴板里没有文字。请先复制原文，再执行“粘贴为要点”。'));
    return;
  }
  const params: ImportFileParams = {
    name: '粘贴.txt',
    content: base64OfBytes(new TextEncoder().encode(text)),
  };
  const result = await server.request<ImportResult | null>(IMPORT_FILE, params);
  if (!result) return;
  if ('error' in result) {
    void vscode.window.showErrorMessage(t('{0}。{1}', result.error, result.advice));
    return;
  }
  await openWhole(result.text, editor);
  const report = t('查看导入报告');
  const message = t('已整理成稿件，有 {0} 处请看一看。', result.attention);
  if ((await vscode.window.showInformationMessage(message, report)) === report)
    await show(result.report, 'markdown');
}

async function openWhole(content: string, editor: vscode.TextEditor | undefined): Promise<void> {
  if (!editor || !isDraft(editor.document)) return show(content, 'yaodian');
  const { document } = editor;
  const whole = document.validateRange(new vscode.Range(0, 0, document.lineCount, 0));
  await editor.edit((edit) => edit.replace(whole, content));
}

async function show(content: string, language: string): Promise<void> {
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }));
}

async function pasteText(server: Client['server'], editor: vscode.TextEditor): Promise<void> {
  const text = await convert(server, { text: await vscode.env.clipboard.readText() });
  if (text) await editor.edit((edit) => editor.selections.forEach((place) => edit.replace(place, text)));
}

function convert(server: Client['server'], params: ImportFragmentParams): Promise<string | null> {
  return server.request<string | null>(IMPORT_FRAGMENT, params);
}
