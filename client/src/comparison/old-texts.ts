import { EventEmitter, Uri, type TextDocumentContentProvider } from 'vscode';

/** Documents of this scheme are old drafts that the editor cannot show by themselves. */
export const OLD_TEXTS = 'yaodian-old';

/** Texts of old drafts that are no text files of their own: of Word documents, of git revisions. */
export class OldTexts implements TextDocumentContentProvider {
  private readonly texts = new Map<string, string>();
  private readonly changed = new EventEmitter<Uri>();
  readonly onDidChange = this.changed.event;

  provideTextDocumentContent(uri: Uri): string {
    return this.texts.get(uri.toString()) ?? '';
  }

  /** Where the text can be shown from now on, as Markdown under a name of its own. */
  put(source: Uri, mark: string, text: string): Uri {
    const uri = Uri.from({ scheme: OLD_TEXTS, path: `${source.path}（${mark}）.md`.replace(/^(?!\/)/, '/') });
    this.texts.set(uri.toString(), text);
    this.changed.fire(uri);
    return uri;
  }
}
