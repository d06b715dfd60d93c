import {
  commands,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
  type WebviewPanel,
} from 'vscode';
import type { Client } from '../client';
import { shownName } from '../draft-name';
import { editDraft, toRange } from '../draft-edits';
import { t } from '../localise';
import { rowSources, tableContent, type RowSource } from '../task-table/content';
import type { FromPage, ToPage } from '../task-table/messages';
import { writeScriptedPage } from '../webview-page';
import {
  EDIT_FIELD,
  SHOW_TASKS_COMMAND,
  type DraftOverview,
  type TaskFilter,
} from '../../../server/src/protocol';

/** 任务表: all tasks of a draft, or of the workspace's drafts, in a panel which follows the text as it is edited. */
export function activate(context: ExtensionContext, client: Client): void {
  const { drafts, plans } = client;
  let table: TaskTable | undefined;
  const show = (uri: string | undefined, filter?: TaskFilter): void => {
    if (uri === undefined) {
      void window.showInformationMessage(t('请先打开一份稿件，再打开任务表。'));
      return;
    }
    table ??= new TaskTable(context.extensionUri, client, () => (table = undefined));
    table.show(uri, filter);
  };
  context.subscriptions.push(
    commands.registerCommand('yaodian.openTaskTable', () => show(drafts.current?.uri)),
    commands.registerCommand(SHOW_TASKS_COMMAND, (uri: string, filter: TaskFilter) => show(uri, filter)),
    drafts.onDidChange((uri) => table?.changed(uri)),
    drafts.onDidSwitch(() => table?.switched()),
    plans.onDidChange(() => table?.changed(undefined)),
    { dispose: () => table?.dispose() },
  );
}

class TaskTable {
  private readonly panel: WebviewPanel;
  private uri = '';
  private all = false;
  private ready = false;
  private filter: TaskFilter | undefined;
  /** What the page's rows stand for. */
  private rows: readonly RowSource[] = [];
  private updates = 0;

  constructor(
    extension: Uri,
    private readonly client: Client,
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
    this.panel.webview.html = writeScriptedPage(this.panel.webview, dist, {
      name: 'task-table',
      title: t('任务表'),
    });
    client.plans.want();
  }

  show(uri: string, filter: TaskFilter | undefined): void {
    this.uri = uri;
    this.filter = filter;
    if (filter) this.all = false;
    this.panel.reveal(undefined, false);
    void this.update();
  }

  /** One draft has changed, or which drafts there are. */
  changed(uri: string | undefined): void {
    if (this.all || uri === undefined || uri === this.uri) void this.update();
  }

  /** Shows the draft that the person has gone to. */
  switched(): void {
    const { current } = this.client.drafts;
    if (!current || current.uri === this.uri) return;
    this.uri = current.uri;
    void this.update();
  }

  dispose(): void {
    this.panel.dispose();
  }

  private async update(): Promise<void> {
    const update = ++this.updates;
    const overviews = await this.overviews();
    // A later one has overtaken it.
    if (!this.ready || overviews.length === 0 || update !== this.updates) return;
    const [only] = overviews;
    const title = this.all || !only ? t('工作区的全部稿件') : shownName(only);
    this.rows = rowSources(overviews);
    this.panel.title = t('任务表：{0}', title);
    const several = this.client.plans.all.length > 1;
    this.post({
      kind: 'show',
      table: tableContent(this.rows, { title, all: several ? this.all : undefined }, t),
    });
    if (this.filter) this.post({ kind: 'filter', filter: this.filter });
    this.filter = undefined;
  }

  private async overviews(): Promise<readonly DraftOverview[]> {
    const { plans, drafts } = this.client;
    const uris = this.all ? plans.all.map(({ uri }) => uri) : [this.uri];
    const found = await Promise.all(uris.map((uri) => drafts.overviewOf(uri) ?? plans.overviewOf(uri)));
    return found.filter((overview) => overview !== undefined);
  }

  private post(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'ready':
        this.ready = true;
        return this.update();
      case 'scope':
        this.all = message.all;
        return this.update();
      case 'export':
        // What is made is of the current draft; the command asks which ledger, and as what file.
        await commands.executeCommand('yaodian.makeLedger');
        return;
      case 'open':
        return this.goTo(this.rows[message.row]);
      case 'undo':
        return this.undo(this.rows[message.row]);
      case 'edit':
        return this.edit(this.rows[message.row], message);
    }
  }

  private async edit(
    source: RowSource | undefined,
    { title, field, before, value }: Extract<FromPage, { kind: 'edit' }>,
  ): Promise<void> {
    const { uri } = source?.overview ?? {};
    const position = source?.task.selectionRange.start;
    const params = { position, title, field, before, value };
    const done = uri && (await editDraft(this.client, { uri, method: EDIT_FIELD, params, show: 'nothing' }));
    if (!done) this.post({ kind: 'refused' });
  }

  private async goTo(source: RowSource | undefined): Promise<void> {
    if (!source) return;
    const editor = await this.open(source.overview.uri);
    const range = toRange(source.task.selectionRange);
    await window.showTextDocument(editor.document, { selection: range, viewColumn: editor.viewColumn });
  }

  /** Undo belongs to an editor: it takes the change back, and the table the focus again. */
  private async undo(source: RowSource | undefined): Promise<void> {
    if (!source) return;
    await this.open(source.overview.uri);
    await commands.executeCommand('undo');
    this.panel.reveal(undefined, false);
  }

  /** In the editor that shows the draft already, where there is one. */
  private async open(uri: string): Promise<TextEditor> {
    const document = await workspace.openTextDocument(Uri.parse(uri));
    return window.showTextDocument(document, { viewColumn: columnOf(document) });
  }
}

function columnOf(document: TextDocument): ViewColumn {
  const beside = window.visibleTextEditors.find((editor) => editor.document === document);
  return beside?.viewColumn ?? ViewColumn.One;
}
