import { commands, window, type ExtensionContext, type Range, type TextEditor } from 'vscode';
import { RENUMBER_PREVIEW, type RenumberChange, type RenumberPreview } from '../../../server/src/protocol';
import type { Client } from '../client';
import { t } from '../localise';
import { makeChanges, type Proposal } from '../proposals';

/** 重新编号: of a selection at once; of the whole document after the person has seen both side by side. */
export function activate(context: ExtensionContext, { server, proposals }: Client): void {
  context.subscriptions.push(
    commands.registerTextEditorCommand('yaodian.renumber', async (editor) => {
      const changes = await ask(server, editor, undefined);
      if (changes) await proposals.show(propose(editor, changes));
    }),
    commands.registerTextEditorCommand('yaodian.renumberSelection', async (editor) => {
      const edits = await ask(server, editor, editor.selection);
      if (edits && (await makeChanges([{ document: editor.document, edits }]))) tell(edits.length);
    }),
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

function propose({ document }: TextEditor, edits: readonly RenumberChange[]): Proposal {
  const references = edits.filter(({ kind }) => kind === 'reference').length;
  return {
    title: t('重新编号前后：{0}', document.uri.path.split('/').at(-1) ?? ''),
    question: t(
      '要改 {0} 处编号、{1} 处引用，左边是现在的，右边是改后的。',
      edits.length - references,
      references,
    ),
    changes: [{ document, edits }],
    made: () => tell(edits.length),
    stale: t('稿件刚刚又有改动，请再执行一次“重新编号”。'),
  };
}

function tell(count: number): void {
  window.setStatusBarMessage(t('已改 {0} 处编号和引用，可以撤销', count), 5000);
}
