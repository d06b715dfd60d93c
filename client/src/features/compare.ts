import { commands, Uri, window, workspace, type ExtensionContext, type QuickPickItem } from 'vscode';
import { chooseDraft } from '../choose-draft';
import type { Client } from '../client';
import { ComparedDrafts, type Counterpart } from '../comparison/compared-drafts';
import { OLD_TEXTS, OldTexts } from '../comparison/old-texts';
import { LinkedPage } from '../linked-page';
import { t } from '../localise';
import type { ComparisonPage } from '../../../server/src/protocol';

const COMPARE = 'yaodian.compare';
const TEXT_COMPARISON = 'yaodian.compareTexts';
const SAVE_REDLINE = 'yaodian.saveRedline';
const SAVE_PAGE = 'yaodian.saveComparison';
/** 与上年或另一稿比较: both drafts side by side, by task. The page has no script: its links are commands. */
export function activate(context: ExtensionContext, client: Client): void {
  const { drafts } = client;
  const oldTexts = new OldTexts();
  let page: ComparisonPanel | undefined;
  context.subscriptions.push(
    workspace.registerTextDocumentContentProvider(OLD_TEXTS, oldTexts),
    // The second argument is for other commands and for tests: it leaves out the question.
    commands.registerCommand(COMPARE, async (given?: Uri, counterpart?: Counterpart) => {
      const uri =
        given instanceof Uri ? given : (page?.shownDraft() ?? (drafts.uri && Uri.parse(drafts.uri)));
      if (!uri) return void window.showInformationMessage(t('请先打开一份稿件，再与另一稿比较。'));
      const other = counterpart ?? (await askCounterpart(uri));
      if (!other) return;
      const compared = new ComparedDrafts(client, oldTexts, uri, other);
      const found = await compared.compare();
      if (!found) return;
      page ??= new ComparisonPanel(() => (page = undefined));
      page.show(compared, found);
    }),
    commands.registerCommand(TEXT_COMPARISON, () => page?.compared?.showTexts()),
    commands.registerCommand(SAVE_REDLINE, (target?: Uri) => page?.compared?.save('docx', target)),
    commands.registerCommand(SAVE_PAGE, (target?: Uri) => page?.compared?.save('html', target)),
    workspace.onDidSaveTextDocument(({ uri }) => void page?.saved(uri)),
    { dispose: () => page?.dispose() },
  );
}

async function askCounterpart(uri: Uri): Promise<Counterpart | undefined> {
  const revision: QuickPickItem = {
    label: `$(history) ${t('git 里的旧版本……')}`,
    detail: t('这份稿件在某次提交时的样子'),
  };
  const question = {
    title: t('与上年或另一稿比较'),
    placeHolder: t('选择原稿：上年的稿件，或者同一稿件的另一份'),
    openLabel: t('比较'),
    except: uri,
  };
  const chosen = await chooseDraft(question, uri.scheme === 'file' ? [revision] : []);
  return chosen === revision ? askRevision() : (chosen as Uri | undefined);
}

async function askRevision(): Promise<Counterpart | undefined> {
  const revision = await window.showInputBox({
    title: t('与上年或另一稿比较'),
    prompt: t('git 的版本：HEAD 是上次提交，HEAD~1 是再前一次；也可以写分支、标签或提交号'),
    value: 'HEAD',
    validateInput: (value) => (value.trim() === '' ? t('请写一个版本') : undefined),
  });
  return revision === undefined ? undefined : { revision: revision.trim() };
}

/** The page, and the drafts it tells of. */
class ComparisonPanel {
  compared: ComparedDrafts | undefined;
  private readonly page: LinkedPage;

  constructor(closed: () => void) {
    this.page = new LinkedPage({
      viewType: COMPARE,
      heading: t('任务比较'),
      links: [
        { command: TEXT_COMPARISON, label: t('打开文本对比') },
        { command: SAVE_REDLINE, label: t('存为花脸稿…') },
        { command: SAVE_PAGE, label: t('存为网页…') },
        { command: COMPARE, label: t('换一稿比较…') },
      ],
      closed,
    });
  }

  show(compared: ComparedDrafts, content: ComparisonPage): void {
    this.compared = compared;
    this.page.show(compared.title, content);
  }

  /** The draft on the page, where the page is what the person is looking at. */
  shownDraft(): Uri | undefined {
    return this.page.isActive ? this.compared?.uri : undefined;
  }

  async saved(uri: Uri): Promise<void> {
    if (!this.compared?.concerns(uri)) return;
    const content = await this.compared.compare();
    if (content) this.page.update(content);
  }

  dispose(): void {
    this.page.dispose();
  }
}
