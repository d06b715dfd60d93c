import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Client } from '../client';
import { t } from '../localise';
import { produceFile } from '../produce-file';
import { isShownAsText, nameOf, readDraftText, type DraftText } from '../read-draft-text';
import type { OldTexts } from './old-texts';
import {
  COMPARISON_FILE,
  COMPARISON_PAGE,
  READ_REVISION,
  type ComparisonFileParams,
  type ComparisonPage,
  type ComparisonParams,
  type ExportResult,
  type RevisionParams,
  type RevisionResult,
} from '../../../server/src/protocol';

/** What a draft is compared with: a file, or what the draft was in a git revision. */
export type Counterpart = Uri | { readonly revision: string };

/** A draft, what it is compared with, and what can be done with both. */
export class ComparedDrafts {
  private old: ComparisonParams['old'] | undefined;

  constructor(
    private readonly client: Client,
    private readonly oldTexts: OldTexts,
    readonly uri: Uri,
    private readonly counterpart: Counterpart,
  ) {}

  /** The comparison as both drafts are now; undefined, with a word to the person, where one cannot be read. */
  async compare(): Promise<ComparisonPage | undefined> {
    this.old = await this.readOld();
    if (!this.old) return undefined;
    // The server knows documents that are open.
    await workspace.openTextDocument(this.uri);
    const page = await this.client.server.request<ComparisonPage | null>(
      COMPARISON_PAGE,
      this.params(this.old),
    );
    if (!page) void window.showErrorMessage(t('{0} 不是要点稿，不能比较。', nameOf(this.uri)));
    return page ?? undefined;
  }

  concerns(uri: Uri): boolean {
    return [this.uri.toString(), this.old?.uri].includes(uri.toString());
  }

  get title(): string {
    return t('比较：{0}', this.client.drafts.nameOf(this.uri));
  }

  async showTexts(): Promise<void> {
    if (!this.old) return;
    const label = `${this.old.name} ↔ ${nameOf(this.uri)}`;
    await commands.executeCommand('vscode.diff', Uri.parse(this.old.uri), this.uri, label, {
      viewColumn: ViewColumn.One,
    });
  }

  async save(format: ComparisonFileParams['format'], target: Uri | undefined): Promise<Uri | undefined> {
    if (!this.old) return undefined;
    const params: ComparisonFileParams = { ...this.params(this.old), format };
    return produceFile({
      source: this.uri,
      name: `${this.client.drafts.nameOf(this.uri)}${format === 'docx' ? t('花脸稿') : t('任务比较')}.${format}`,
      target: target instanceof Uri ? target : undefined,
      request: (token) => this.client.server.request<ExportResult | null>(COMPARISON_FILE, params, token),
    });
  }

  private params(old: ComparisonParams['old']): ComparisonParams {
    return { textDocument: { uri: this.uri.toString() }, old };
  }

  private async readOld(): Promise<ComparisonParams['old'] | undefined> {
    const { counterpart, uri } = this;
    const revision = counterpart instanceof Uri ? undefined : counterpart.revision;
    const source = counterpart instanceof Uri ? counterpart : uri;
    const name = revision === undefined ? nameOf(source) : `${nameOf(source)}（${revision}）`;
    const read =
      revision === undefined
        ? await readDraftText(this.client.server, source)
        : await this.readRevision(revision);
    if ('failure' in read) {
      void window.showErrorMessage(t('没有读取 {0}：{1}', name, read.failure));
      return undefined;
    }
    const shown =
      revision === undefined && isShownAsText(source)
        ? source
        : this.oldTexts.put(source, revision ?? t('导入'), read.text);
    return { uri: shown.toString(), name, text: read.text };
  }

  private async readRevision(revision: string): Promise<DraftText> {
    const params: RevisionParams = { textDocument: { uri: this.uri.toString() }, revision };
    const result = await this.client.server.request<RevisionResult | null>(READ_REVISION, params);
    if (result && 'text' in result) return result;
    return { failure: result ? `${result.error}。${result.advice}` : t('详情见日志。') };
  }
}
