import {
  commands,
  DiagnosticSeverity,
  languages,
  ProgressLocation,
  Uri,
  window,
  workspace,
  type ExtensionContext,
} from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { offerToOpen, saveFile } from '../save-file';
import { EXPORT_DOCUMENT, type ExportParams, type ExportResult } from '../../../server/src/protocol';

type Format = ExportParams['format'];

/** 导出: the draft as the official document, in a file the person chooses. */
export function activate(context: ExtensionContext, { server, drafts }: Client): void {
  context.subscriptions.push(
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand('yaodian.export', async (format?: Format, target?: Uri) => {
      const uri = drafts.uri;
      if (uri === undefined) {
        void window.showInformationMessage(t('请先打开一份稿件，再导出。'));
        return undefined;
      }
      return exportDraft(server, Uri.parse(uri), { format, target });
    }),
  );
}

async function exportDraft(
  server: Client['server'],
  source: Uri,
  given: { readonly format: Format | undefined; readonly target: Uri | undefined },
): Promise<Uri | undefined> {
  if (!(await mayGoOn(source))) return undefined;
  const format = given.format ?? (await askFormat());
  if (!format) return undefined;
  const target = given.target ?? (await askTarget(source, format));
  if (!target || (given.target && !(await mayOverwrite(target)))) return undefined;
  const result = await produce(server, source, format);
  if (!result) return undefined;
  if ('problem' in result) {
    void window.showErrorMessage(`${result.problem}。${result.advice}`);
    return undefined;
  }
  if (!(await saveFile(target, Buffer.from(result.base64, 'base64')))) return undefined;
  void offerToOpen(target, t('已导出 {0}', target.path.split('/').at(-1) ?? ''));
  return target;
}

/** Errors that still stand are asked about before anything is written. */
async function mayGoOn(source: Uri): Promise<boolean> {
  const errors = languages
    .getDiagnostics(source)
    .filter(({ severity, source: from }) => severity === DiagnosticSeverity.Error && from === '要点');
  if (errors.length === 0) return true;
  const goOn = t('仍然导出');
  const look = t('查看问题');
  const first = errors[0]?.message ?? '';
  const answer = await window.showWarningMessage(
    t('稿件还有 {0} 个错误没有改。', errors.length),
    { modal: true, detail: t('如：{0}', first) },
    goOn,
    look,
  );
  if (answer === look) await commands.executeCommand('workbench.actions.view.problems');
  return answer === goOn;
}

async function askFormat(): Promise<Format | undefined> {
  const choices: { label: string; description: string; format: Format }[] = [
    { label: 'Word（.docx）', description: t('按公文格式排好，可以再改'), format: 'docx' },
    { label: 'PDF', description: t('由本机的 LibreOffice 转换'), format: 'pdf' },
    { label: t('网页（.html）'), description: t('在浏览器里看和打印'), format: 'html' },
  ];
  return (await window.showQuickPick(choices, { title: t('导出成什么') }))?.format;
}

/** The editor's dialog asks by itself before it gives the name of a file that exists. */
function askTarget(source: Uri, format: Format): Thenable<Uri | undefined> {
  const name = (source.path.split('/').at(-1) ?? '').replace(/(?:\.(?:要点|yaodian))?\.md$/iu, '');
  const folder =
    source.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(source, '..');
  const file = `${name}.${format}`;
  return window.showSaveDialog({
    ...(folder ? { defaultUri: Uri.joinPath(folder, file) } : {}),
    filters: { [format.toUpperCase()]: [format] },
    title: t('导出到'),
  });
}

async function mayOverwrite(target: Uri): Promise<boolean> {
  const exists = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (!exists) return true;
  const overwrite = t('覆盖');
  return (
    (await window.showWarningMessage(
      t('文件已存在：{0}', target.path.split('/').at(-1) ?? ''),
      { modal: true },
      overwrite,
    )) === overwrite
  );
}

function produce(server: Client['server'], source: Uri, format: Format): Thenable<ExportResult | null> {
  const options = { location: ProgressLocation.Notification, title: t('正在导出……'), cancellable: true };
  return window.withProgress(options, async (_, token) => {
    const params: ExportParams = { textDocument: { uri: source.toString() }, format };
    try {
      const result = await server.request<ExportResult | null>(EXPORT_DOCUMENT, params, token);
      if (result === null) void window.showErrorMessage(t('没有导出成功，详情见日志。'));
      return token.isCancellationRequested ? null : result;
    } catch (error) {
      if (token.isCancellationRequested) return null;
      throw error;
    }
  });
}
