import { QuickPickItemKind, window, workspace, type QuickPickItem, type Uri } from 'vscode';
import { isDraft } from './draft-documents';
import { t } from './localise';

/** Office files that an import makes a draft of, besides drafts themselves. */
const ENDINGS = ['md', 'docx', 'doc', 'wps', 'odt', 'rtf', 'txt', 'html', 'htm'];
/** More drafts than these nobody reads through; there is 浏览 for the others. */
const MOST_CHOICES = 200;

export interface DraftQuestion {
  readonly title: string;
  readonly placeHolder: string;
  /** What the dialog for files calls its button. */
  readonly openLabel: string;
  /** The draft that is asked from, which is no answer. */
  readonly except?: Uri;
}

/** A draft that is open, one of the workspace, any file, or what else may be chosen (`others`). */
export async function chooseDraft<T extends QuickPickItem>(
  question: DraftQuestion,
  others: readonly T[] = [],
): Promise<Uri | T | undefined> {
  const browse: QuickPickItem = {
    label: `$(folder-opened) ${t('浏览……')}`,
    detail: t('稿件、Word 文件、文本、网页'),
  };
  const separator: QuickPickItem = { label: '', kind: QuickPickItemKind.Separator };
  const drafts = (await knownDrafts()).filter((uri) => uri.toString() !== question.except?.toString());
  const items = [...drafts.map(describe), separator, ...others, browse];
  const { title, placeHolder } = question;
  const chosen = await window.showQuickPick<QuickPickItem & { uri?: Uri }>(items, {
    title,
    placeHolder,
    matchOnDescription: true,
  });
  if (chosen === browse) return askFile(question);
  return others.find((other) => other === chosen) ?? chosen?.uri;
}

async function knownDrafts(): Promise<Uri[]> {
  const open = workspace.textDocuments.filter(isDraft).map(({ uri }) => uri);
  const found = await workspace.findFiles('**/*.{要点,yaodian}.md', '**/node_modules/**', MOST_CHOICES);
  const closed = found.filter((uri) => !open.some((known) => known.toString() === uri.toString()));
  return [...open, ...closed.sort((a, b) => (a.path < b.path ? 1 : -1))];
}

function describe(uri: Uri): QuickPickItem & { uri: Uri } {
  const path = workspace.asRelativePath(uri);
  const slash = path.lastIndexOf('/');
  return { label: path.slice(slash + 1), description: path.slice(0, Math.max(0, slash)), uri };
}

async function askFile({ placeHolder, openLabel }: DraftQuestion): Promise<Uri | undefined> {
  const chosen = await window.showOpenDialog({
    title: placeHolder,
    openLabel,
    filters: { [t('稿件、Word 文件、文本、网页')]: ENDINGS },
  });
  return chosen?.[0];
}
