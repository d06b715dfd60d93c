import {
  commands,
  DiagnosticSeverity,
  languages,
  Range,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type TextDocument,
  type WebviewPanel,
} from 'vscode';
import type { Client } from '../client';
import { shownName } from '../draft-name';
import { t } from '../localise';
import type { FromPage, PreviewFinding, PreviewWords, ToPage } from '../preview/messages';
import { printPages } from '../preview/print-pages';
import {
  DOCUMENT_PREVIEW,
  EXPORT_DOCUMENT,
  type DocumentPreview,
  type ExportResult,
} from '../../../server/src/protocol';
import { writeScriptedPage } from '../webview-page';

/** 预览: the draft as pages of paper beside the text, live, with jumps both ways. */
export function activate(context: ExtensionContext, client: Client): void {
  let preview: Preview | undefined;
  context.subscriptions.push(
    commands.registerCommand('yaodian.preview', () => {
      const uri = client.drafts.uri;
      if (uri === undefined) {
        void window.showInformationMessage(t('请先打开一份稿件，再预览。'));
        return;
      }
      preview ??= new Preview(context, client, () => (preview = undefined));
      preview.show(uri);
    }),
    client.drafts.onDidSwitch(() => {
      const uri = client.drafts.uri;
      if (uri !== undefined) preview?.follow(uri);
    }),
    workspace.onDidChangeTextDocument(({ document }) => preview?.changed(document.uri.toString())),
    // The server has read it: what it could not show before, it can now.
    client.drafts.onDidChange((uri) => preview?.changed(uri)),
    languages.onDidChangeDiagnostics(({ uris }) => preview?.checked(uris)),
    window.onDidChangeTextEditorSelection(({ textEditor }) =>
      preview?.moved(textEditor.document, textEditor.selection.active),
    ),
    { dispose: () => preview?.dispose() },
  );
}

/** Typing is shown when it pauses for so long, milliseconds. */
const PAUSE = 200;

class Preview {
  private readonly panel: WebviewPanel;
  private uri = '';
  /** Whether the page listens; it is asked for its pages before that already. */
  private ready = false;
  private shown: ToPage | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The last request, so that an answer that comes late does not replace a newer one. */
  private asked = 0;

  constructor(
    private readonly context: ExtensionContext,
    private readonly client: Client,
    closed: () => void,
  ) {
    const dist = Uri.joinPath(context.extensionUri, 'dist');
    this.panel = window.createWebviewPanel(
      'yaodian.preview',
      t('预览'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, enableFindWidget: true, localResourceRoots: [dist] },
    );
    this.panel.iconPath = Uri.joinPath(context.extensionUri, 'client', 'icons', 'outline.svg');
    this.panel.onDidDispose(() => {
      clearTimeout(this.timer);
      closed();
    });
    // A page that was hidden has been taken down and begins again with `ready`.
    this.panel.onDidChangeViewState(() => this.panel.visible && this.update());
    this.panel.webview.onDidReceiveMessage((message: FromPage) => void this.receive(message));
    this.panel.webview.html = writeScriptedPage(this.panel.webview, dist, {
      name: 'preview',
      title: t('预览'),
      words: wordsOf(),
      // Every line has its place in a style attribute.
      inlineStyles: '<style id="document"></style>',
    });
  }

  show(uri: string): void {
    this.panel.reveal(undefined, true);
    this.follow(uri);
  }

  /** Shows the draft that the person has gone to. */
  follow(uri: string): void {
    if (uri === this.uri) return;
    this.uri = uri;
    void this.update();
  }

  changed(uri: string): void {
    if (uri !== this.uri) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), PAUSE);
  }

  checked(uris: readonly Uri[]): void {
    if (uris.some((uri) => uri.toString() === this.uri)) void this.markFindings();
  }

  moved(document: TextDocument, position: Range['start']): void {
    if (document.uri.toString() !== this.uri) return;
    this.post({ kind: 'reveal', offset: document.offsetAt(position) });
  }

  dispose(): void {
    this.panel.dispose();
  }

  private async update(): Promise<void> {
    if (!this.panel.visible || this.uri === '') return;
    const turn = ++this.asked;
    const params = { textDocument: { uri: this.uri } };
    const preview = await this.client.server.request<DocumentPreview | null>(DOCUMENT_PREVIEW, params);
    if (!preview || turn !== this.asked) return;
    this.panel.title = t('预览：{0}', shownName({ title: preview.title, uri: this.uri }));
    this.shown = { kind: 'show', styles: preview.styles, pages: preview.pages };
    this.post(this.shown);
    await this.markFindings();
  }

  private async markFindings(): Promise<void> {
    const document = await this.document();
    if (!document) return;
    const findings = languages
      .getDiagnostics(document.uri)
      .filter(({ source, severity }) => source === t('要点') && severity !== DiagnosticSeverity.Hint)
      .map(({ range, severity, message }): PreviewFinding => ({
        start: document.offsetAt(range.start),
        level:
          severity === DiagnosticSeverity.Error
            ? 'error'
            : severity === DiagnosticSeverity.Warning
              ? 'warning'
              : 'info',
        message,
      }));
    this.post({ kind: 'findings', findings });
  }

  private async document(): Promise<TextDocument | undefined> {
    return workspace.textDocuments.find(({ uri }) => uri.toString() === this.uri);
  }

  private post(message: ToPage): void {
    if (this.ready) void this.panel.webview.postMessage(message);
  }

  private async receive(message: FromPage): Promise<void> {
    if (message.kind === 'ready') {
      this.ready = true;
      if (this.shown) this.post(this.shown);
      await this.markFindings();
    } else if (message.kind === 'print') await this.print();
    else await this.open(message.start, message.end);
  }

  private async open(start: number, end: number): Promise<void> {
    const document = await workspace.openTextDocument(Uri.parse(this.uri));
    const selection = new Range(document.positionAt(start), document.positionAt(end));
    const beside = window.visibleTextEditors.find((editor) => editor.document === document);
    await window.showTextDocument(document, { selection, viewColumn: beside?.viewColumn ?? ViewColumn.One });
  }

  private async print(): Promise<void> {
    const params = { textDocument: { uri: this.uri }, format: 'html' };
    const result = await this.client.server.request<ExportResult | null>(EXPORT_DOCUMENT, params);
    if (!result) return;
    if ('problem' in result) {
      void window.showErrorMessage(t('{0}。{1}', result.problem, result.advice));
      return;
    }
    const name = `${this.client.drafts.nameOf(Uri.parse(this.uri))}.html`;
    await printPages(result.base64, name, this.context, (file, base64) =>
      this.panel.webview.postMessage({ kind: 'download', name: file, base64 } satisfies ToPage),
    );
  }
}

function wordsOf(): PreviewWords {
  return {
    zoomIn: t('放大'),
    zoomOut: t('缩小'),
    fit: t('适合宽度'),
    print: t('打印'),
    pages: t('共 {0} 页', '{0}'),
    hint: t('双击一段，转到稿件里的原文'),
  };
}
