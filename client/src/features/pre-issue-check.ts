import { commands, Uri, window, workspace, type ExtensionContext } from 'vscode';
import type { Client } from '../client';
import { LinkedPage } from '../linked-page';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import {
  PRE_ISSUE_FILE,
  PRE_ISSUE_PAGE,
  type ExportResult,
  type PreIssueFileParams,
  type PreIssuePage,
} from '../../../server/src/protocol';

/** Arguments: the draft's uri, and `export` where only what an export must show is shown. Gives the errors' number. */
export const PRE_ISSUE_CHECK = 'yaodian.preIssueCheck';
const SAVE = 'yaodian.savePreIssueCheck';
const EXPORT = 'yaodian.export';

/** 发文前检查: one page beside the draft that says what still stands. It has no script: its links are commands. */
export function activate(context: ExtensionContext, client: Client): void {
  let page: CheckPage | undefined;
  const current = (): Uri | undefined => (client.drafts.uri ? Uri.parse(client.drafts.uri) : undefined);
  context.subscriptions.push(
    commands.registerCommand(PRE_ISSUE_CHECK, async (given?: Uri, occasion?: 'export') => {
      const uri = given instanceof Uri ? given : current();
      const found = uri && (await ask(client.server, uri));
      if (!uri || !found) {
        void window.showInformationMessage(t('请先打开一份稿件，再做发文前检查。'));
        return undefined;
      }
      if (occasion === 'export' && found.entries === 0) return 0;
      page ??= new CheckPage(client, () => (page = undefined));
      page.show(uri, found);
      return found.errors;
    }),
    commands.registerCommand(SAVE, (target?: Uri) => save(client, page?.uri ?? current(), target)),
    workspace.onDidSaveTextDocument(({ uri }) => void page?.saved(uri)),
    { dispose: () => page?.dispose() },
  );
}

function ask(server: Client['server'], uri: Uri): Thenable<PreIssuePage | null> {
  return server.request<PreIssuePage | null>(PRE_ISSUE_PAGE, { textDocument: { uri: uri.toString() } });
}

/** As Word: what a reviewer hands back. */
async function save(
  { server, drafts }: Client,
  source: Uri | undefined,
  target: Uri | undefined,
): Promise<Uri | undefined> {
  if (!source) return undefined;
  const params: PreIssueFileParams = { textDocument: { uri: source.toString() }, format: 'docx' };
  return produceFile({
    source,
    name: `${drafts.nameOf(source)}${t('发文前检查')}.docx`,
    target: target instanceof Uri ? target : undefined,
    request: (token) => server.request<ExportResult | null>(PRE_ISSUE_FILE, params, token),
  });
}

/** The page, and the draft it tells of. */
class CheckPage {
  uri: Uri | undefined;
  private readonly page: LinkedPage;

  constructor(
    private readonly client: Client,
    closed: () => void,
  ) {
    this.page = new LinkedPage({
      viewType: PRE_ISSUE_CHECK,
      heading: t('发文前检查'),
      links: [
        { command: EXPORT, label: t('导出公文…') },
        { command: SAVE, label: t('存为 Word 文件…') },
        { command: PRE_ISSUE_CHECK, label: t('重新检查') },
      ],
      closed,
    });
  }

  show(uri: Uri, found: PreIssuePage): void {
    this.uri = uri;
    this.page.show(t('发文前检查：{0}', this.client.drafts.nameOf(uri)), found);
  }

  /** What has been put right goes from the page. */
  async saved(uri: Uri): Promise<void> {
    if (uri.toString() !== this.uri?.toString()) return;
    const found = await ask(this.client.server, uri);
    if (found) this.page.update(found);
  }

  dispose(): void {
    this.page.dispose();
  }
}
