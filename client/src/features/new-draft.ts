import {
  commands,
  Position,
  Range,
  Selection,
  SnippetString,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type ExtensionContext,
  type TextEditor,
} from 'vscode';
import {
  NEW_DRAFT,
  NEXT_YEAR,
  type NewDraft,
  type NewDraftParams,
  type NextYearParams,
  type NextYearResult,
} from '../../../server/src/protocol';
import type { Client } from '../client';
import { exists } from '../exists';
import { t } from '../localise';
import { nameOf, readDraftText } from '../read-draft-text';
import { askBeginning, askBlank, askLastYear } from '../new-draft/questions';

/** 新建要点 and 沿用上年: a new draft in an editor, unsaved, under the name it is meant for. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand('yaodian.newDraft', async (answers?: NewDraftParams) => {
      const beginning = answers?.kind ?? (await askBeginning());
      if (beginning === undefined) return;
      if (beginning === 'last-year') return takeLastYear(server, await askLastYear());
      const params = answers ?? (await askBlank(beginning, context.globalState));
      if (params) await startBlank(server, params);
    }),
    commands.registerCommand('yaodian.nextYear', async (source?: Uri) =>
      takeLastYear(server, source ?? (await askLastYear())),
    ),
  );
}

async function startBlank(server: Client['server'], params: NewDraftParams): Promise<void> {
  const draft = await server.request<NewDraft | null>(NEW_DRAFT, params);
  if (!draft) return void window.showErrorMessage(t('没有建成新稿，详情见日志。'));
  const editor = await openUnsaved(draft.name, workspace.workspaceFolders?.[0]?.uri);
  // As a snippet: Tab goes from gap to gap.
  await editor.insertSnippet(snippetOf(draft), new Position(0, 0));
}

function snippetOf({ text, gaps }: NewDraft): SnippetString {
  const snippet = new SnippetString();
  let position = 0;
  for (const { start, end } of gaps) {
    snippet.appendText(text.slice(position, start)).appendPlaceholder(text.slice(start, end));
    position = end;
  }
  return snippet.appendText(text.slice(position));
}

async function takeLastYear(server: Client['server'], source: Uri | undefined): Promise<void> {
  if (!source) return;
  const read = await readDraftText(server, source);
  if ('failure' in read)
    return void window.showErrorMessage(t('没有沿用 {0}：{1}', nameOf(source), read.failure));
  const folder = folderFor(source);
  const params: NextYearParams = {
    text: read.text,
    uri: source.toString(),
    ...(folder ? { folder: `${folder.toString()}/` } : {}),
  };
  const result = await server.request<NextYearResult | null>(NEXT_YEAR, params);
  if (!result) return void window.showErrorMessage(t('没有建成新稿，详情见日志。'));
  if ('error' in result) return void window.showErrorMessage(t('{0}。{1}', result.error, result.advice));
  const editor = await openUnsaved(result.name, folder);
  await fill(editor, result);
  await report(result);
}

/** The workspace folder, as last year's drafts are often kept in a folder of their own; else beside the source. */
function folderFor(source: Uri): Uri | undefined {
  const own = workspace.getWorkspaceFolder(source)?.uri ?? workspace.workspaceFolders?.[0]?.uri;
  return own ?? (source.scheme === 'untitled' ? undefined : Uri.joinPath(source, '..'));
}

/** An empty editor under a name that is free: saving it overwrites nothing. */
async function openUnsaved(name: string, folder: Uri | undefined): Promise<TextEditor> {
  const place = folder && (await freePlace(folder, name));
  const document =
    place?.scheme === 'file'
      ? await workspace.openTextDocument(place.with({ scheme: 'untitled' }))
      : await workspace.openTextDocument({ language: 'yaodian', content: '' });
  return window.showTextDocument(document, { preview: false });
}

async function freePlace(folder: Uri, name: string): Promise<Uri> {
  for (let number = 1; ; number++) {
    const numbered = number === 1 ? name : name.replace(/(?=\.要点\.md$)/, `（${number}）`);
    const place = Uri.joinPath(folder, numbered);
    const isOpen = workspace.textDocuments.some(({ uri }) => uri.path === place.path);
    if (!isOpen && !(await exists(place))) return place;
  }
}

/** Writes the text and selects the first place to fill in; F8 goes to the others. */
async function fill(editor: TextEditor, { text, gaps }: NewDraft): Promise<void> {
  const { document } = editor;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  await workspace.applyEdit(edit);
  const [first] = gaps;
  if (!first) return;
  const range = new Range(document.positionAt(first.start), document.positionAt(first.end));
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range);
}

async function report({
  year,
  deadlines,
  doubts,
}: Exclude<NextYearResult, { error: string }>): Promise<void> {
  const show = t('查看问题');
  const message = t(
    '已沿用为{0}年的稿件：{1} 处完成时限要重新确定，{2} 处年份请核对。按 F8 逐处查看。',
    year,
    deadlines,
    doubts,
  );
  if ((await window.showInformationMessage(message, show)) === show)
    await commands.executeCommand('workbench.actions.view.problems');
}
