import { commands, Location, Position, Range, Uri, ViewColumn, window, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import { bytesOfBase64 } from '../../../server/src/base64';
import {
  PLACE_CURSOR_COMMAND,
  SHOW_PLACES_COMMAND,
  TRACE_DRAFT,
  type Position as ProtocolPosition,
  type Range as ProtocolRange,
  type TraceParams,
  type TraceResult,
} from '../../../server/src/protocol';

type Format = TraceParams['format'];

/** 上级要点落实情况: what becomes of the superiors' plans, shown as a page or written to a file. */
export function activate(context: ExtensionContext, client: Client): void {
  const draft = (): Uri | undefined => {
    const { uri } = client.drafts;
    if (uri !== undefined) return Uri.parse(uri);
    void window.showInformationMessage(t('请先打开一份稿件，再看上级要点落实情况。'));
    return undefined;
  };
  context.subscriptions.push(
    commands.registerCommand('yaodian.showTrace', async () => {
      const source = draft();
      if (source) await showTable(client, source);
    }),
    // The arguments are for other commands and for tests: they leave out the questions.
    commands.registerCommand('yaodian.exportTrace', async (format?: Format, target?: Uri) => {
      const source = draft();
      return source && exportTable(client, source, { format, target });
    }),
    commands.registerCommand(SHOW_PLACES_COMMAND, showPlaces),
  );
}

/** The page has no script and loads nothing. */
async function showTable({ server, drafts }: Client, source: Uri): Promise<void> {
  const result = await request(server, source, 'html');
  if (!result) return;
  if ('problem' in result) {
    void window.showInformationMessage(t('{0}。{1}', result.problem, result.advice));
    return;
  }
  const title = t('上级要点落实情况：{0}', drafts.nameOf(source));
  const panel = window.createWebviewPanel('yaodian.trace', title, ViewColumn.Beside, {
    enableFindWidget: true,
  });
  panel.webview.html = new TextDecoder().decode(bytesOfBase64(result.base64));
}

async function exportTable(
  { server, drafts }: Client,
  source: Uri,
  given: { readonly format: Format | undefined; readonly target: Uri | undefined },
): Promise<Uri | undefined> {
  const format = given.format ?? (await askFormat());
  if (!format) return undefined;
  return produceFile({
    source,
    name: `${drafts.nameOf(source)}${t('落实上级要点情况')}.${format}`,
    target: given.target,
    request: () => request(server, source, format),
  });
}

async function askFormat(): Promise<Format | undefined> {
  const choices: { label: string; format: Format }[] = [
    { label: 'Excel（.xlsx）', format: 'xlsx' },
    { label: t('网页（.html）'), format: 'html' },
  ];
  return (await window.showQuickPick(choices, { title: t('导出成什么') }))?.format;
}

function request(server: Client['server'], source: Uri, format: Format): Promise<TraceResult | null> {
  const params: TraceParams = { textDocument: { uri: source.toString() }, format };
  return server.request<TraceResult | null>(TRACE_DRAFT, params);
}

/** To the only place at once; several are listed where the lens stands. */
async function showPlaces(
  uri: string,
  from: ProtocolPosition,
  places: { uri: string; range: ProtocolRange }[],
): Promise<void> {
  const [first] = places;
  if (first && places.length === 1) {
    await commands.executeCommand(PLACE_CURSOR_COMMAND, first.uri, first.range);
    return;
  }
  const locations = places.map(
    ({ uri: place, range: { start, end } }) =>
      new Location(Uri.parse(place), new Range(start.line, start.character, end.line, end.character)),
  );
  const at = new Position(from.line, from.character);
  await commands.executeCommand('editor.action.showReferences', Uri.parse(uri), at, locations);
}
