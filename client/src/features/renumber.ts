import {
  commands,
  type Range,
  TabInputTextDiff,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type ExtensionContext,
  type TextDocument,
  type TextEditor,
} from 'vscode';
import type { Client } from '../client';
import { toRange } from '../draft-edits';
import { t } from '../localise';
import { RENUMBER_PREVIEW, type RenumberChange, type RenumberPreview } from '../../../server/src/protocol';

/** Documents of this scheme are what a draft would be after renumbering. */
const scheme = 'yaodian-renumbered';

/**
 * 重新编号: of a selection at once; of the whole document after the person has seen both side by side. (VS Code's own
 * preview of edits to confirm begins with every box unticked, which is no way to accept forty changes.)
 */
export function activate(context: ExtensionContext, { server }: Client): void {
  const preview = new Preview();
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(scheme, preview),
    commands.registerTextEditorCommand('yaodian.renumber', async (editor) => {
      const changes = await ask(server, editor, undefined);
      if (changes) await preview.show(editor.document, changes);
    }),
    commands.registerTextEditorCommand('yaodian.renumberSelection', async (editor) => {
      const changes = await ask(server, editor, editor.selection);
      if (changes) await apply(editor.document, changes);
    }),
    commands.registerCommand('yaodian.applyRenumbering', () => preview.accept()),
    commands.registerCommand('yaodian.discardRenumbering', () => preview.close()),
  );
}

/** What would change; nothing, with a word to the person, where there is nothing to do. */
async function ask(
  server: Client['server'],
  { document }: TextEditor,
  range: Range | undefined,
): Promise<readonly RenumberChange[] | undefined> {
  const preview = await server.request<RenumberPreview | null>(RENUMBER_PREVIEW, {
    textDocument: { uri: document.uri.toString() },
    range,
  });
  if (preview && preview.changes.length > 0 && preview.version === document.version) return preview.changes;
  const stale = preview !== null && preview.version !== document.version;
  void window.showInformationMessage(
    stale ? t('稿件刚刚又有改动，请再执行一次“重新编号”。') : t('编号都对，没有要改的。'),
  );
  return undefined;
}

async function apply(document: TextDocument, changes: readonly RenumberChange[]): Promise<void> {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of changes) edit.replace(document.uri, toRange(range), newText);
  if (await workspace.applyEdit(edit)) {
    window.setStatusBarMessage(t('已改 {0} 处编号和引用，可以撤销', changes.length), 5000);
  }
}

/** The draft as it is and as it would be, side by side, until the person decides. */
class Preview {
  private pending:
    { document: TextDocument; version: number; changes: readonly RenumberChange[]; text: string } | undefined;

  provideTextDocumentContent(): string {
    return this.pending?.text ?? '';
  }

  async show(document: TextDocument, changes: readonly RenumberChange[]): Promise<void> {
    await this.close();
    this.pending = { document, version: document.version, changes, text: changed(document, changes) };
    // The version makes each preview a document of its own: contents of this scheme are never asked for twice.
    const after = Uri.from({ scheme, path: document.uri.path, query: String(document.version) });
    const name = document.uri.path.split('/').at(-1) ?? '';
    await commands.executeCommand('vscode.diff', document.uri, after, t('重新编号前后：{0}', name));
    const yes = t('全部修改');
    const references = changes.filter(({ kind }) => kind === 'reference').length;
    const question = t(
      '要改 {0} 处编号、{1} 处引用，左边是现在的，右边是改后的。',
      changes.length - references,
      references,
    );
    const answer = await window.showInformationMessage(question, yes, t('不改'));
    if (answer === yes) await this.accept();
    else if (answer !== undefined) await this.close();
  }

  async accept(): Promise<void> {
    const { pending } = this;
    await this.close();
    if (!pending) return;
    const { document, version, changes } = pending;
    if (document.version === version) await apply(document, changes);
    else void window.showInformationMessage(t('稿件刚刚又有改动，请再执行一次“重新编号”。'));
  }

  async close(): Promise<void> {
    this.pending = undefined;
    const tabs = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputTextDiff && input.modified.scheme === scheme);
    if (tabs.length > 0) await window.tabGroups.close(tabs);
  }
}

function changed(document: TextDocument, changes: readonly RenumberChange[]): string {
  let text = document.getText();
  const ordered = [...changes].sort((a, b) => toRange(b.range).start.compareTo(toRange(a.range).start));
  for (const { range, newText } of ordered) {
    const { start, end } = toRange(range);
    text = text.slice(0, document.offsetAt(start)) + newText + text.slice(document.offsetAt(end));
  }
  return text;
}
