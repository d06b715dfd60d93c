import { ProgressLocation, Uri, window, workspace, type CancellationToken } from 'vscode';
import { exists } from './exists';
import { t } from './localise';
import { offerToOpen, saveFile } from './save-file';
import { bytesOfBase64 } from '../../server/src/base64';
import type { ExportResult } from '../../server/src/protocol';

/** A file that the server makes of a draft. */
export interface Production {
  /** The draft. */
  readonly source: Uri;
  /** What the file is called unless the person says otherwise, with its ending. */
  readonly name: string;
  /** Where to write it; asked where absent. */
  readonly target: Uri | undefined;
  readonly request: (token: CancellationToken) => Thenable<ExportResult | null>;
}

/** Asks where to, has the file made under a progress that can be cancelled, writes it and offers to open it. */
export async function produceFile(production: Production): Promise<Uri | undefined> {
  const { target: given } = production;
  const target = given ?? (await askTarget(production));
  if (!target || (given && !(await mayOverwrite(given)))) return undefined;
  const result = await make(production.request);
  if (!result) return undefined;
  if ('problem' in result) {
    void window.showErrorMessage(t('{0}。{1}', result.problem, result.advice));
    return undefined;
  }
  if (!(await saveFile(target, bytesOfBase64(result.base64)))) return undefined;
  void offerToOpen(target, t('已导出 {0}', target.path.split('/').at(-1) ?? ''));
  return target;
}

/** The editor's dialog asks by itself before it gives the name of a file that exists. */
function askTarget({ source, name }: Production): Thenable<Uri | undefined> {
  const folder =
    source.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(source, '..');
  const ending = name.split('.').at(-1) ?? '';
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, name) } : {}),
    filters: { [ending.toUpperCase()]: [ending] },
    title: t('导出到'),
  });
}

async function mayOverwrite(target: Uri): Promise<boolean> {
  if (!(await exists(target))) return true;
  const overwrite = t('覆盖');
  return (
    (await window.showWarningMessage(
      t('文件已存在：{0}', target.path.split('/').at(-1) ?? ''),
      { modal: true },
      overwrite,
    )) === overwrite
  );
}

function make(request: Production['request']): Thenable<ExportResult | null> {
  const options = { location: ProgressLocation.Notification, title: t('正在导出……'), cancellable: true };
  return window.withProgress(options, async (_, token) => {
    try {
      const result = await request(token);
      if (result === null) void window.showErrorMessage(t('没有导出成功，详情见日志。'));
      return token.isCancellationRequested ? null : result;
    } catch (error) {
      if (token.isCancellationRequested) return null;
      throw error;
    }
  });
}
