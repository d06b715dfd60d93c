import { commands, Uri, window, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import { EXPORT_DOCUMENT, type ExportParams, type ExportResult } from '../../../server/src/protocol';
import { PRE_ISSUE_CHECK } from './pre-issue-check';

type Format = ExportParams['format'];

/** 导出: the draft as the official document, in a file the person chooses. */
export function activate(context: ExtensionContext, client: Client): void {
  context.subscriptions.push(
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand('yaodian.export', async (format?: Format, target?: Uri) => {
      const uri = client.drafts.uri;
      if (uri === undefined) {
        void window.showInformationMessage(t('请先打开一份稿件，再导出。'));
        return undefined;
      }
      return exportDraft(client, Uri.parse(uri), { format, target });
    }),
  );
}

async function exportDraft(
  { server, drafts }: Client,
  source: Uri,
  given: { readonly format: Format | undefined; readonly target: Uri | undefined },
): Promise<Uri | undefined> {
  if (!(await mayGoOn(source))) return undefined;
  const format = given.format ?? (await askFormat());
  if (!format) return undefined;
  const params: ExportParams = { textDocument: { uri: source.toString() }, format };
  return produceFile({
    source,
    name: `${drafts.nameOf(source)}.${format}`,
    target: given.target,
    request: (token) => server.request<ExportResult | null>(EXPORT_DOCUMENT, params, token),
  });
}

/** 发文前检查 comes first where anything stands; errors are asked about before anything is written. */
async function mayGoOn(source: Uri): Promise<boolean> {
  const errors = await commands.executeCommand<number | undefined>(PRE_ISSUE_CHECK, source, 'export');
  if (!errors) return true;
  const goOn = t('仍然导出');
  const answer = await window.showWarningMessage(
    t('稿件还有 {0} 个错误没有改。', errors),
    { modal: true, detail: t('“发文前检查”列出了这些错误，点其中的位置可以转到原文。') },
    goOn,
  );
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
