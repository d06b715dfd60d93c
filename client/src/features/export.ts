import { commands, Uri, window, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import {
  EXPORT_COMMAND,
  EXPORT_DOCUMENT,
  REVIEW_NOTES,
  type DraftNotes,
  type ExportParams,
  type ExportResult,
} from '../../../server/src/protocol';
import { PRE_ISSUE_CHECK } from './pre-issue-check';

type Format = ExportParams['format'];

/** 导出: the draft as the official document, in a file the person chooses. */
export function activate(context: ExtensionContext, client: Client): void {
  context.subscriptions.push(
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand(
      EXPORT_COMMAND,
      async (format?: Format, target?: Uri, notes?: boolean): Promise<Uri | undefined> => {
        const uri = client.drafts.uri;
        if (uri !== undefined) return exportDraft(client, Uri.parse(uri), { format, target, notes });
        void window.showInformationMessage(t('请先打开一份稿件，再导出。'));
        return undefined;
      },
    ),
  );
}

interface Given {
  readonly format: Format | undefined;
  readonly target: Uri | undefined;
  readonly notes: boolean | undefined;
}

async function exportDraft({ server, drafts }: Client, source: Uri, given: Given): Promise<Uri | undefined> {
  if (!(await mayGoOn(source))) return undefined;
  const format = given.format ?? (await askFormat());
  if (!format) return undefined;
  const notes = given.notes ?? (given.format === undefined && (await askForNotes(server, source, format)));
  if (notes === undefined) return undefined;
  const params: ExportParams = { textDocument: { uri: source.toString() }, format, notes };
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

/** Asked only where a reviewer's note is still open; undefined where the person goes no further. */
async function askForNotes(
  server: Client['server'],
  source: Uri,
  format: Format,
): Promise<boolean | undefined> {
  if (format !== 'docx') return false;
  const params = { textDocument: { uri: source.toString() } };
  const found = await server.request<DraftNotes | null>(REVIEW_NOTES, params);
  const open = found?.notes.filter(({ state }) => state === 'open').length ?? 0;
  if (open === 0) return false;
  const choices = [
    { label: t('不带审稿意见'), description: t('正式印发'), notes: false },
    { label: t('带审稿意见'), description: t('写成 Word 批注，送审、征求意见用'), notes: true },
  ];
  const title = t('还有 {0} 条审稿意见待处理', open);
  return (await window.showQuickPick(choices, { title }))?.notes;
}
