import { commands, ProgressLocation, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import { offerToOpen, saveFile } from '../save-file';
import { bytesOfBase64 } from '../../../server/src/base64';
import {
  MAKE_LEDGER,
  UNIT_LISTS,
  type ExportResult,
  type LedgerParams,
  type UnitListsResult,
} from '../../../server/src/protocol';

/** A kind in a format; `folder` writes a file for each unit. */
type Choice = Pick<LedgerParams, 'kind'> & { readonly format: LedgerParams['format'] | 'folder' };

/** 生成工作台账: what offices keep beside the document, made of its tasks. */
export function activate(context: ExtensionContext, client: Client): void {
  context.subscriptions.push(
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand('yaodian.makeLedger', async (given?: Choice, target?: Uri) => {
      const uri = client.drafts.uri;
      if (uri === undefined) {
        void window.showInformationMessage(t('请先打开一份稿件，再生成台账。'));
        return undefined;
      }
      const choice = given?.kind ? given : await askChoice();
      if (!choice) return undefined;
      return choice.format === 'folder'
        ? writeUnitLists(client.server, Uri.parse(uri), target)
        : makeLedger(client, Uri.parse(uri), { kind: choice.kind, format: choice.format }, target);
    }),
  );
}

function makeLedger(
  { server, drafts }: Client,
  source: Uri,
  { kind, format }: Pick<LedgerParams, 'kind' | 'format'>,
  target: Uri | undefined,
): Promise<Uri | undefined> {
  const params: LedgerParams = { textDocument: { uri: source.toString() }, kind, format };
  return produceFile({
    source,
    name: `${drafts.nameOf(source)}${nameOf(kind)}.${format}`,
    target,
    request: (token) => server.request<ExportResult | null>(MAKE_LEDGER, params, token),
  });
}

function nameOf(kind: LedgerParams['kind']): string {
  const names: Record<LedgerParams['kind'], string> = {
    分解表: t('责任分解表'),
    单位清单: t('各单位任务清单'),
    时限: t('完成时限表'),
    督办: t('督办台账'),
    日历: t('完成时限日历'),
  };
  return names[kind];
}

async function askChoice(): Promise<Choice | undefined> {
  const item = (kind: LedgerParams['kind'], format: Choice['format'], detail: string) => ({
    label: nameOf(kind),
    description: { xlsx: 'Excel', docx: 'Word', ics: '.ics', folder: 'Excel' }[format],
    detail,
    choice: { kind, format },
  });
  const division = t('每项任务的目标、牵头单位、责任单位、时限');
  const months = t('按月份排列');
  const chosen = await window.showQuickPick(
    [
      item('分解表', 'docx', division),
      item('分解表', 'xlsx', division),
      item('单位清单', 'xlsx', t('一个工作簿，每个单位一张表')),
      item('单位清单', 'folder', t('每个单位一个文件')),
      item('单位清单', 'docx', t('每个单位一页')),
      item('时限', 'xlsx', months),
      item('时限', 'docx', months),
      item('督办', 'xlsx', t('带进展、完成比例、佐证材料各栏')),
      item('日历', 'ics', t('每个时限一个全天事件，可导入日历软件')),
    ],
    { title: t('生成哪一种台账'), matchOnDescription: true },
  );
  return chosen?.choice;
}

async function writeUnitLists(
  server: Client['server'],
  source: Uri,
  given: Uri | undefined,
): Promise<Uri | undefined> {
  const folder = given ?? (await askFolder(source));
  if (!folder) return undefined;
  const params = { textDocument: { uri: source.toString() } };
  const result = await server.request<UnitListsResult | null>(UNIT_LISTS, params);
  if (!result) return undefined;
  if ('problem' in result) {
    void window.showErrorMessage(t('{0}。{1}', result.problem, result.advice));
    return undefined;
  }
  if (!(await mayOverwrite(folder, result.files))) return undefined;
  const written = await writeAll(folder, result.files);
  if (written === 0) return undefined;
  void offerToOpen(folder, t('已写出 {0} 个单位的任务清单', written));
  return folder;
}

async function askFolder(source: Uri): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      ...(source.scheme === 'untitled' ? {} : { defaultUri: Uri.joinPath(source, '..') }),
      openLabel: t('写到这个文件夹'),
      title: t('各单位任务清单写到哪个文件夹'),
    })) ?? [];
  return folder;
}

type Files = readonly { readonly name: string; readonly base64: string }[];

async function mayOverwrite(folder: Uri, files: Files): Promise<boolean> {
  const there = new Set((await workspace.fs.readDirectory(folder)).map(([name]) => name));
  const same = files.filter(({ name }) => there.has(name)).length;
  if (same === 0) return true;
  const overwrite = t('覆盖');
  const question = t('文件夹里已有 {0} 个同名的文件，要覆盖吗？', same);
  return (await window.showWarningMessage(question, { modal: true }, overwrite)) === overwrite;
}

/** How many were written before an end or a failure. */
function writeAll(folder: Uri, files: Files): Thenable<number> {
  const options = {
    location: ProgressLocation.Notification,
    title: t('正在写各单位任务清单……'),
    cancellable: true,
  };
  return window.withProgress(options, async (progress, token) => {
    let written = 0;
    for (const { name, base64 } of files) {
      if (token.isCancellationRequested) break;
      progress.report({ message: name, increment: 100 / files.length });
      if (!(await saveFile(Uri.joinPath(folder, name), bytesOfBase64(base64)))) break;
      written++;
    }
    return written;
  });
}
