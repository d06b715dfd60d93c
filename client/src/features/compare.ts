import {
  commands,
  EventEmitter,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type QuickPickItem,
  type TextDocumentContentProvider,
  type WebviewPanel,
} from 'vscode';
import { chooseDraft } from '../choose-draft';
import type { Client } from '../client';
import { t } from '../localise';
import { plainNameOf, produceFile } from '../produce-file';
import { isShownAsText, nameOf, readDraftText, type DraftText } from '../read-draft-text';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  PLACE_CURSOR_COMMAND,
  READ_REVISION,
  type ComparisonFileParams,
  type ComparisonPage,
  type ComparisonParams,
  type ExportResult,
  type RevisionParams,
  type RevisionResult,
} from '../../../server/src/protocol';

const COMPARE = 'yaodian.compare';
const TEXT_COMPARISON = 'yaodian.compareTexts';
const SAVE_REDLINE = 'yaodian.saveRedline';
const SAVE_PAGE = 'yaodian.saveComparison';
/** Documents of this scheme are old drafts that the editor cannot show by themselves. */
const SCHEME = 'yaodian-old';

/** What a draft is compared with: a file, or what the draft was in a git revision. */
type Counterpart = Uri | { readonly revision: string };

/** 与上年或另一稿比较: both drafts side by side, by task. The page has no script: its links are commands. */
export function activate(context: ExtensionContext, { server, drafts }: Client): void {
  const oldTexts = new OldTexts();
  let page: ComparisonPanel | undefined;
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(SCHEME, oldTexts),
    // The second argument is for other commands and for tests: it leaves out the question.
    commands.registerCommand(COMPARE, async (given?: Uri, counterpart?: Counterpart) => {
      const uri =
        given instanceof Uri ? given : (page?.shownDraft() ?? (drafts.uri && Uri.parse(drafts.uri)));
      if (!uri) return void window.showInformationMessage(t('请先打开一份稿件，再与另一稿比较。'));
      const other = counterpart ?? (await askCounterpart(uri));
      if (!other) return;
      const compared = new ComparedDrafts(server, oldTexts, uri, other);
      const found = await compared.compare();
      if (!found) return;
      page ??= new ComparisonPanel(() => (page = undefined));
      page.show(compared, found);
    }),
    commands.registerCommand(TEXT_COMPARISON, () => page?.compared?.showTexts()),
    commands.registerCommand(SAVE_REDLINE, (target?: Uri) => page?.compared?.save('docx', target)),
    commands.registerCommand(SAVE_PAGE, (target?: Uri) => page?.compared?.save('html', target)),
    workspace.onDidSaveTextDocument(({ uri }) => void page?.saved(uri)),
    { dispose: () => page?.dispose() },
  );
}

async function askCounterpart(uri: Uri): Promise<Counterpart | undefined> {
  const revision: QuickPickItem = {
    label: `$(history) ${t('git 里的旧版本……')}`,
    detail: t('这份稿件在某次提交时的样子'),
  };
  const question = {
    title: t('与上年或另一稿比较'),
    placeHolder: t('选择原稿：上年的稿件，或者同一稿件的另一份'),
    openLabel: t('比较'),
    except: uri,
  };
  const chosen = await chooseDraft(question, uri.scheme === 'file' ? [revision] : []);
  return chosen === revision ? askRevision() : (chosen as Uri | undefined);
}

async function askRevision(): Promise<Counterpart | undefined> {
  const revision = await window.showInputBox({
    title: t('与上年或另一稿比较'),
    prompt: t('git 的版本：HEAD 是上次提交，HEAD~1 是再前一次；也可以写分支、标签或提交号'),
    value: 'HEAD',
    validateInput: (value) => (value.trim() === '' ? t('请写一个版本') : undefined),
  });
  return revision === undefined ? undefined : { revision: revision.trim() };
}

/** Texts of old drafts that are no text files of their own: of Word documents, of git revisions. */
class OldTexts implements TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** Where the text can be shown from now on, as Markdown under a name of its own. */
  put(source: Uri, mark: string, text: string): Uri {
    const uri = Uri.from({ scheme: SCHEME, path: `${source.path}（${mark}）.md`.replace(/^(?!\/)/, '/') });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }
}

/** A draft, what it is compared with, and what can be done with both. */
class ComparedDrafts {
  private old: ComparisonParams['old'] | undefined;

  constructor(
    private readonly server: Client['server'],
    private readonly oldTexts: OldTexts,
    readonly uri: Uri,
    private readonly counterpart: Counterpart,
  ) {}

  /** The comparison as both drafts are now; undefined, with a word to the person, where one cannot be read. */
  async compare(): Promise<ComparisonPage | undefined> {
    this.old = await this.readOld();
    if (!this.old) return undefined;
    // The server knows documents that are open.
    await workspace.openTextDocument(this.uri);
    const page = await this.server.request<ComparisonPage | null>(COMPARISON_PAGE, this.params(this.old));
    if (!page) void window.showErrorMessage(t('{0} 不是要点稿，不能比较。', nameOf(this.uri)));
    return page ?? undefined;
  }

  concerns(uri: Uri): boolean {
    return [this.uri.toString(), this.old?.uri].includes(uri.toString());
  }

  get title(): string {
    return t('比较：{0}', plainNameOf(this.uri));
  }

  async showTexts(): Promise<void> {
    if (!this.old) return;
    const label = `${this.old.name} ↔ ${nameOf(this.uri)}`;
    await commands.executeCommand('vscode.diff', Uri.parse(this.old.uri), this.uri, label, {
      viewColumn: ViewColumn.One,
    });
  }

  async save(format: ComparisonFileParams['format'], target: Uri | undefined): Promise<Uri | undefined> {
    if (!this.old) return undefined;
    const params: ComparisonFileParams = { ...this.params(this.old), format };
    return produceFile({
      source: this.uri,
      name: `${plainNameOf(this.uri)}${format === 'docx' ? t('花脸稿') : t('任务比较')}.${format}`,
      target: target instanceof Uri ? target : undefined,
      request: (token) => this.server.request<ExportResult | null>(COMPARISON_FILE, params, token),
    });
  }

  private params(old: ComparisonParams['old']): ComparisonParams {
    return { textDocument: { uri: this.uri.toString() }, old };
  }

  private async readOld(): Promise<ComparisonParams['old'] | undefined> {
    const { counterpart, uri } = this;
    const revision = counterpart instanceof Uri ? undefined : counterpart.revision;
    const source = counterpart instanceof Uri ? counterpart : uri;
    const name = revision === undefined ? nameOf(source) : `${nameOf(source)}（${revision}）`;
    const read =
      revision === undefined ? await readDraftText(this.server, source) : await this.readRevision(revision);
    if ('failure' in read) {
      void window.showErrorMessage(t('没有读取 {0}：{1}', name, read.failure));
      return undefined;
    }
    const shown =
      revision === undefined && isShownAsText(source)
        ? source
        : this.oldTexts.put(source, revision ?? t('导入'), read.text);
    return { uri: shown.toString(), name, text: read.text };
  }

  private async readRevision(revision: string): Promise<DraftText> {
    const params: RevisionParams = { textDocument: { uri: this.uri.toString() }, revision };
    const result = await this.server.request<RevisionResult | null>(READ_REVISION, params);
    if (result && 'text' in result) return result;
    return { failure: result ? `${result.error}。${result.advice}` : t('详情见日志。') };
  }
}

class ComparisonPanel {
  compared: ComparedDrafts | undefined;
  private readonly panel: WebviewPanel;

  constructor(closed: () => void) {
    this.panel = window.createWebviewPanel(
      COMPARE,
      t('与上年或另一稿比较'),
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableCommandUris: [PLACE_CURSOR_COMMAND, COMPARE, TEXT_COMPARISON, SAVE_REDLINE, SAVE_PAGE],
        enableFindWidget: true,
      },
    );
    this.panel.onDidDispose(closed);
  }

  show(compared: ComparedDrafts, page: ComparisonPage): void {
    this.compared = compared;
    this.panel.title = compared.title;
    this.panel.webview.html = render(page);
    this.panel.reveal(undefined, true);
  }

  /** The draft on the page, where the page is what the person is looking at. */
  shownDraft(): Uri | undefined {
    return this.panel.active ? this.compared?.uri : undefined;
  }

  async saved(uri: Uri): Promise<void> {
    if (!this.compared?.concerns(uri)) return;
    const page = await this.compared.compare();
    if (page) this.panel.webview.html = render(page);
  }

  dispose(): void {
    this.panel.dispose();
  }
}

/** The colours are the editor's: its themes are dark or light whatever the system is. */
const COLOURS = `
:root { color-scheme: inherit; --line: var(--vscode-panel-border, #8886); --error: var(--vscode-editorError-foreground); --hint: var(--vscode-descriptionForeground); --better: var(--vscode-charts-green); }
body { margin: 0 auto; font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
a { color: var(--vscode-textLink-foreground); }
.actions { display: flex; flex-wrap: wrap; gap: 1.2rem; margin: 1rem 0; }`;

function render({ styles, body }: ComparisonPage): string {
  const links = [
    [TEXT_COMPARISON, t('打开文本对比')],
    [SAVE_REDLINE, t('存为花脸稿…')],
    [SAVE_PAGE, t('存为网页…')],
    [COMPARE, t('换一稿比较…')],
  ].map(([command, label]) => `<a href="command:${command}">${label}</a>`);
  return `<!DOCTYPE html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <style>${styles}${COLOURS}</style>
    <title>${t('与上年或另一稿比较')}</title>
  </head>
  <body><h1>${t('任务比较')}</h1><nav class="actions">${links.join('')}</nav>${body}</body>
</html>`;
}
