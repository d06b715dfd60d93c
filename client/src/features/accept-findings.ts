import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { ACCEPT_FINDINGS, type AcceptFindingsResult } from '../../../server/src/protocol';

/** 接受现有问题为基线: from then on only new findings are shown. */
export function activate(context: ExtensionContext, { server, drafts }: Client): void {
  context.subscriptions.push(
    // The argument is for other commands and for tests: it leaves out the question.
    commands.registerCommand('yaodian.acceptFindings', async (given?: readonly Uri[]) => {
      const places = given ?? (await askPlaces(drafts.uri));
      if (places) await accept(server, places);
    }),
  );
}

async function askPlaces(current: string | undefined): Promise<readonly Uri[] | undefined> {
  const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
  const choices = [
    ...(current?.startsWith('file:') ? [{ label: t('当前这份稿件'), places: [Uri.parse(current)] }] : []),
    ...(folders.length > 0 ? [{ label: t('工作区的全部稿件'), places: folders }] : []),
  ];
  if (choices.length === 0) {
    void window.showInformationMessage(t('请先打开一份存在文件夹里的稿件，再接受它的问题。'));
    return undefined;
  }
  return (await window.showQuickPick(choices, { title: t('接受哪些稿件现有的问题（以后只提示新出现的）') }))
    ?.places;
}

async function accept(server: Client['server'], places: readonly Uri[]): Promise<void> {
  // What is accepted is read from the disk next time: it must be what is seen now.
  await workspace.saveAll(false);
  const params = { places: places.map((place) => place.toString()) };
  const result = await server.requestOverDrafts<AcceptFindingsResult | null>(ACCEPT_FINDINGS, params);
  if (!result) return void window.showErrorMessage(t('没有写成基线，详情见日志。'));
  if ('problem' in result) return void window.showErrorMessage(result.problem);
  const [file] = result.files;
  if (result.cancelled || file === undefined) return;
  const open = t('打开基线');
  const told = t('已接受 {0} 份稿件的 {1} 个问题，以后只提示新出现的。', result.drafts, result.accepted);
  if ((await window.showInformationMessage(told, open)) === open)
    await window.showTextDocument(Uri.parse(file));
}
