import {
  commands,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type WebviewPanel,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { plainNameOf, produceFile } from '../produce-file';
import {
  PLACE_CURSOR_COMMAND,
  PRE_ISSUE_FILE,
  PRE_ISSUE_PAGE,
  type ExportResult,
  type PreIssueFileParams,
  type PreIssuePage,
} from '../../../server/src/protocol';

/** Arguments: the draft's uri, and `export` where only what an export must show is shown. Gives the errors' number. */
export const PRE_ISSUE_CHECK = 'yaodian.preIssueCheck';
const SAVE = 'yaodian.savePreIssueCheck';
const EXPORT = 'yaodian.export';

/** 发文前检查: one page beside the draft that says what still stands. It has no script: its links are commands. */
export function activate(context: ExtensionContext, client: Client): void {
  let page: CheckPage | undefined;
  const current = (): Uri | undefined => (client.drafts.uri ? Uri.parse(client.drafts.uri) : undefined);
  context.subscriptions.push(
    commands.registerCommand(PRE_ISSUE_CHECK, async (given?: Uri, occasion?: 'export') => {
      const uri = given instanceof Uri ? given : current();
      const found = uri && (await ask(client.server, uri));
      if (!uri || !found) {
        void window.showInformationMessage(t('请先打开一份稿件，再做发文前检查。'));
        return undefined;
      }
      if (occasion === 'export' && found.entries === 0) return 0;
      page ??= new CheckPage(client.server, () => (page = undefined));
      page.show(uri, found);
      return found.errors;
    }),
    commands.registerCommand(SAVE, (target?: Uri) => save(client.server, page?.uri ?? current(), target)),
    workspace.onDidSaveTextDocument(({ uri }) => void page?.saved(uri)),
    { dispose: () => page?.dispose() },
  );
}

function ask(server: Client['server'], uri: Uri): Thenable<PreIssuePage | null> {
  return server.request<PreIssuePage | null>(PRE_ISSUE_PAGE, { textDocument: { uri: uri.toString() } });
}

/** As Word: what a reviewer hands back. */
async function save(
  server: Client['server'],
  source: Uri | undefined,
  target: Uri | undefined,
): Promise<Uri | undefined> {
  if (!source) return undefined;
  const params: PreIssueFileParams = { textDocument: { uri: source.toString() }, format: 'docx' };
  return produceFile({
    source,
    name: `${plainNameOf(source)}${t('发文前检查')}.docx`,
    target: target instanceof Uri ? target : undefined,
    request: (token) => server.request<ExportResult | null>(PRE_ISSUE_FILE, params, token),
  });
}

class CheckPage {
  uri: Uri | undefined;
  private readonly panel: WebviewPanel;

  constructor(
    private readonly server: Client['server'],
    closed: () => void,
  ) {
    this.panel = window.createWebviewPanel(
      PRE_ISSUE_CHECK,
      t('发文前检查'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableCommandUris: [PLACE_CURSOR_COMMAND, PRE_ISSUE_CHECK, SAVE, EXPORT], enableFindWidget: true },
    );
    this.panel.onDidDispose(closed);
  }

  show(uri: Uri, found: PreIssuePage): void {
    this.uri = uri;
    this.panel.title = t('发文前检查：{0}', plainNameOf(uri));
    this.panel.webview.html = render(found);
    this.panel.reveal(undefined, true);
  }

  /** What has been put right goes from the page. */
  async saved(uri: Uri): Promise<void> {
    if (uri.toString() !== this.uri?.toString()) return;
    const found = await ask(this.server, uri);
    if (found) this.panel.webview.html = render(found);
  }

  dispose(): void {
    this.panel.dispose();
  }
}

/** The colours are the editor's: its themes are dark or light whatever the system is. */
const COLOURS = `
:root { color-scheme: inherit; --line: var(--vscode-panel-border, #8886); --error: var(--vscode-editorError-foreground); --warning: var(--vscode-editorWarning-foreground); --info: var(--vscode-editorInfo-foreground); --hint: var(--vscode-descriptionForeground); }
body { margin: 0 auto; font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
a { color: var(--vscode-textLink-foreground); }
mark { color: inherit; background: var(--vscode-editor-findMatchHighlightBackground); }
.actions { display: flex; flex-wrap: wrap; gap: 1.2rem; margin: 1rem 0; }`;

function render({ styles, body }: PreIssuePage): string {
  const links = [
    [EXPORT, t('导出公文…')],
    [SAVE, t('存为 Word 文件…')],
    [PRE_ISSUE_CHECK, t('重新检查')],
  ].map(([command, label]) => `<a href="command:${command}">${label}</a>`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>${styles}${COLOURS}</style>
    <title>${t('发文前检查')}</title>
  </head>
  <body><h1>${t('发文前检查')}</h1><nav class="actions">${links.join('')}</nav>${body}</body>
</html>`;
}
