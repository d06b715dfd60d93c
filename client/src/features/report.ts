import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { offerToOpen, saveFile } from '../save-file';
import { MAKE_REPORT, type ReportParams, type ReportResult } from '../../../server/src/protocol';

/** 生成检查报告: one page on all drafts of the workspace. A report that it takes the place of is compared with it. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    // The argument is for other commands and for tests: it leaves out the question.
    commands.registerCommand('yaodian.makeReport', (target?: Uri) => makeReport(server, target)),
  );
}

async function makeReport(server: Client['server'], given: Uri | undefined): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  if (!folder) {
    void window.showInformationMessage(t('请先打开稿件所在的文件夹，再生成检查报告。'));
    return undefined;
  }
  const target = given ?? (await askTarget(folder));
  if (!target) return undefined;
  const last = await read(target);
  const params: ReportParams = { places: [], ...(last === undefined ? {} : { last }) };
  const result = await server.requestOverDrafts<ReportResult | null, ReportParams>(MAKE_REPORT, params);
  if (!result || result.cancelled) return undefined;
  if (!(await saveFile(target, new TextEncoder().encode(result.html)))) return undefined;
  void offerToOpen(target, t('检查报告已生成，共 {0} 份稿件。', result.drafts));
  return target;
}

/** The editor's dialog asks by itself before it gives the name of a file that exists. */
function askTarget(folder: Uri): Thenable<Uri | undefined> {
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(folder, `${t('检查报告')}.html`),
    filters: { HTML: ['html'] },
    title: t('检查报告写到哪里（选中上次的报告，就与它比较）'),
  });
}

async function read(target: Uri): Promise<string | undefined> {
  return workspace.fs.readFile(target).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}
