import {
  commands,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type Webview,
  type WebviewPanel,
} from 'vscode';
import type { Client } from '../client';
import { pageLanguage, t } from '../localise';
import { createNonce } from '../nonce';
import { tableContent } from '../task-table/content';
import type { FromPage, ToPage } from '../task-table/messages';
import { SHOW_TASKS_COMMAND, type TaskFilter } from '../../../server/src/protocol';

/** 任务表: all tasks of a draft in a panel beside it, which follows the text as it is edited. */
export function activate(context: ExtensionContext, { drafts }: Client): void {
  let table: TaskTable | undefined;
  const show = (uri: string | undefined, filter?: TaskFilter): void => {
    if (uri === undefined) {
      void window.showInformationMessage(t('请先打开一份稿件，再打开任务表。'));
      return;
    }
    table ??= new TaskTable(context.extensionUri, drafts, () => (table = undefined));
    table.show(uri, filter);
  };
  context.subscriptions.push(
    commands.registerCommand('yaodian.openTaskTable', () => show(drafts.current?.uri)),
    commands.registerCommand(SHOW_TASKS_COMMAND, (uri: string, filter: TaskFilter) => show(uri, filter)),
    drafts.onDidChange((uri) => table?.changed(uri)),
    drafts.onDidSwitch(() => table?.switched()),
    { dispose: () => table?.dispose() },
  );
}

class TaskTable {
  private readonly panel: WebviewPanel;
  private uri = '';
  private ready = false;
  private filter: TaskFilter | undefined;

  constructor(
    extension: Uri,
    private readonly drafts: Client['drafts'],
    closed: () => void,
  ) {
    const dist = Uri.joinPath(extension, 'dist');
    this.panel = window.createWebviewPanel(
      'yaodian.taskTable',
      t('任务表'),
      { viewColumn: ViewColumn.Beside, preserveFocus: false },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [dist] },
    );
    this.panel.iconPath = Uri.joinPath(extension, 'client', 'icons', 'outline.svg');
    this.panel.onDidDispose(closed);
    this.panel.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message));
    this.panel.webview.html = page(this.panel.webview, dist);
  }

  show(uri: string, filter: TaskFilter | undefined): void {
    this.uri = uri;
    this.filter = filter;
    this.panel.reveal(undefined, false);
    this.update();
  }

  changed(uri: string): void {
    if (uri === this.uri) this.update();
  }

  /** Shows the draft that the person has gone to. */
  switched(): void {
    const { current } = this.drafts;
    if (!current || current.uri === this.uri) return;
    this.uri = current.uri;
    this.update();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private update(): void {
    const overview = this.drafts.overviewOf(this.uri);
    if (!this.ready || !overview) return;
    const name = decodeURIComponent(this.uri.split('/').at(-1) ?? '');
    const table = tableContent(overview, name, t);
    this.panel.title = t('任务表：{0}', table.title);
    this.post({ kind: 'show', table });
    if (this.filter) this.post({ kind: 'filter', filter: this.filter });
    this.filter = undefined;
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.ready = true;
      this.update();
      return;
    }
    const place = this.drafts.overviewOf(this.uri)?.tasks[message.row]?.selectionRange;
    if (!place) return;
    const document = await workspace.openTextDocument(Uri.parse(this.uri));
    const selection = new Range(place.start.line, place.start.character, place.end.line, place.end.character);
    const beside = window.visibleTextEditors.find((editor) => editor.document === document);
    await window.showTextDocument(document, { selection, viewColumn: beside?.viewColumn ?? ViewColumn.One });
  }
}

function page(webview: Webview, dist: Uri): string {
  const nonce = createNonce();
  const of = (file: string): string => webview.asWebviewUri(Uri.joinPath(dist, file)).toString();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${pageLanguage()}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <link rel="stylesheet" href="${of('task-table.css')}">
    <title>${t('任务表')}</title>
  </head>
  <body><script nonce="${nonce}" src="${of('task-table.js')}"></script></body>
</html>`;
}
