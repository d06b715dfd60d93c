import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { base64OfBytes } from '../../../server/src/base64';
import {
  TAKE_COMMENTS,
  type TakeCommentsParams,
  type TakeCommentsResult,
} from '../../../server/src/protocol';

/** 收取 Word 批注: what others wrote in the margin of an exported draft becomes notes on the draft. */
export function activate(context: ExtensionContext, { server, drafts }: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.takeComments', async (chosen?: Uri) => {
      const uri = drafts.uri;
      if (uri === undefined)
        return void window.showInformationMessage(t('请先打开一份稿件，再收取 Word 批注。'));
      const source = chosen ?? (await askForFile(Uri.parse(uri)));
      if (source) await take(server, uri, source);
    }),
  );
}

async function askForFile(draft: Uri): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    defaultUri: Uri.joinPath(draft, '..'),
    openLabel: t('收取批注'),
    title: t('选择带批注的 Word 文件'),
    filters: { [t('Word 文件')]: ['docx', 'doc', 'wps', 'odt'] },
  });
  return chosen?.[0];
}

async function take(server: Client['server'], uri: string, source: Uri): Promise<void> {
  const name = source.path.split('/').at(-1) ?? '';
  const content = base64OfBytes(await workspace.fs.readFile(source));
  const params: TakeCommentsParams = { textDocument: { uri }, name, content };
  const result = await server.request<TakeCommentsResult | null>(TAKE_COMMENTS, params);
  if (!result) return;
  if ('error' in result)
    return void window.showErrorMessage(
      t('没有收取 {0} 的批注：{1}。{2}', name, result.error, result.advice),
    );
  const { comments, added, changed } = result;
  const told =
    comments === 0
      ? t('{0} 里没有批注。', name)
      : t('收取了 {0} 的批注：新增 {1} 条，更新 {2} 条。', name, added, changed);
  void window.showInformationMessage(told);
}
