import {
  commands,
  ProgressLocation,
  Uri,
  ViewColumn,
  window,
  workspace,
  type ExtensionContext,
  type Progress,
} from 'vscode';
import type { Client } from '../client';
import { exists } from '../exists';
import { t } from '../localise';
import { writeWhole } from '../save-file';
import { base64OfBytes } from '../../../server/src/base64';
import { IMPORT_FILE, type ImportFileParams, type ImportResult } from '../../../server/src/protocol';

const ENDINGS = ['docx', 'doc', 'wps', 'odt', 'rtf', 'txt', 'html', 'htm'];

/** 导入: makes drafts of Word documents, pages and texts beside them, and opens the first with its report. */
export function activate(context: ExtensionContext, { server }: Client): void {
  context.subscriptions.push(
    commands.registerCommand('yaodian.import', async (chosen?: Uri, all?: Uri[]) => {
      const sources = all ?? (chosen ? [chosen] : await askForFiles());
      if (sources.length > 0) await importAll(server, sources);
    }),
  );
}

async function askForFiles(): Promise<readonly Uri[]> {
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    openLabel: t('导入'),
    title: t('选择要导入的文件'),
    filters: { [t('Word 文件、文本、网页')]: ENDINGS },
  });
  return chosen ?? [];
}

/** A file that was imported, or why it was not. */
type Outcome =
  { readonly draft: Uri; readonly report: Uri; readonly attention: number } | { readonly failure: string };

async function importAll(server: Client['server'], sources: readonly Uri[]): Promise<void> {
  const outcomes = await window.withProgress(
    { location: ProgressLocation.Notification, title: t('正在导入'), cancellable: true },
    async (progress, token) => {
      const done: Outcome[] = [];
      for (const source of sources) {
        if (token.isCancellationRequested) break;
        announce(progress, source, sources.length);
        done.push(await importOne(server, source));
      }
      return done;
    },
  );
  const imported = outcomes.flatMap((outcome) => ('draft' in outcome ? [outcome] : []));
  const [first] = imported;
  if (first) await show(first.draft, first.report);
  for (const outcome of outcomes) if ('failure' in outcome) void window.showErrorMessage(outcome.failure);
  const attention = imported.reduce((sum, outcome) => sum + outcome.attention, 0);
  if (imported.length > 0) {
    void window.showInformationMessage(
      t('已导入 {0} 份稿件，有 {1} 处请看一看。', imported.length, attention),
    );
  }
}

function announce(
  progress: Progress<{ message?: string; increment?: number }>,
  source: Uri,
  count: number,
): void {
  progress.report({ message: nameOf(source), increment: 100 / count });
}

async function importOne(server: Client['server'], source: Uri): Promise<Outcome> {
  try {
    const bytes = await workspace.fs.readFile(source);
    const params: ImportFileParams = { name: nameOf(source), content: base64OfBytes(bytes) };
    const result = await server.request<ImportResult | null>(IMPORT_FILE, params);
    if (!result) return { failure: t('没有导入 {0}。详情请看日志。', nameOf(source)) };
    if ('error' in result) {
      return { failure: t('没有导入 {0}：{1}。{2}', nameOf(source), result.error, result.advice) };
    }
    const { draft, report, notes } = await freePlace(source);
    const problem =
      (await writeNew(draft, result.text)) ??
      (await writeNew(report, result.report)) ??
      (result.notes && (await writeNew(notes, result.notes)));
    return problem === undefined ? { draft, report, attention: result.attention } : { failure: problem };
  } catch (error) {
    return {
      failure: t('没有导入 {0}：{1}', nameOf(source), error instanceof Error ? error.message : String(error)),
    };
  }
}

/** Never over a file that has come there in the meantime. */
function writeNew(target: Uri, text: string): Promise<string | undefined> {
  return writeWhole(target, new TextEncoder().encode(text), { overwrite: false });
}

interface ImportPlaces {
  readonly draft: Uri;
  readonly report: Uri;
  /** The side file with the notes on the draft. */
  readonly notes: Uri;
}

/** Beside the source; where a draft of that name is there already, with a number behind it. */
async function freePlace(source: Uri): Promise<ImportPlaces> {
  const stem = nameOf(source).replace(/(?:\.(?:要点|yaodian))?\.[a-z0-9]+$/i, '');
  for (let number = 1; ; number++) {
    const name = number === 1 ? stem : `${stem}（${number}）`;
    const beside = (ending: string): Uri => Uri.joinPath(source, '..', `${name}.${ending}`);
    const places = { draft: beside('要点.md'), report: beside('导入报告.md'), notes: beside('审稿.json') };
    const taken = await Promise.all(Object.values(places).map(exists));
    if (!taken.includes(true)) return places;
  }
}

async function show(draft: Uri, report: Uri): Promise<void> {
  const document = await workspace.openTextDocument(draft);
  await window.showTextDocument(document, { preview: false });
  const beside = await workspace.openTextDocument(report);
  await window.showTextDocument(beside, { viewColumn: ViewColumn.Beside, preserveFocus: true });
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}
