import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DidSaveTextDocumentNotification,
  FileChangeType,
  Range,
  RenameRequest,
  TextDocumentEdit,
  WillRenameFilesRequest,
  type FileEvent,
  type RenameFile,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { DRAFT_OVERVIEW, EDIT_NOTES, REVIEW_NOTES, type DraftNotes } from '../../server/src/protocol';
import { checkRanges, settled } from './answers';
import type { TestServer } from './lsp-client';
import { paramsAt, QUESTIONS } from './questions';
import type { Edit, Of, Step } from './session-step';

interface Change {
  readonly range: Range;
  readonly text: string;
}

/** Plays a session against a server, beside a mirror of what the server must know. */
export class HurriedSession {
  private readonly open = new Map<number, TextDocument>();
  /** Notes that were added, by the draft's uri. */
  private readonly notes = new Map<string, number>();
  private readonly overtaken: Promise<void>[] = [];
  private renames = 0;

  constructor(
    private readonly server: TestServer,
    private readonly workspace: string,
    private readonly number: number,
  ) {}

  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) await this.take(step);
    await Promise.all(this.overtaken);
    for (const [draft, document] of [...this.open]) {
      const seen = await this.findingsOf(document);
      await this.assertNotesAreThere(document);
      this.close(draft);
      const again = this.start(draft, document.uri, document.getText());
      assert.deepEqual(seen, await this.findingsOf(again), 'as after reading the text anew');
    }
    await this.end();
  }

  /** Leaves nothing that another session would meet. */
  private async end(): Promise<void> {
    for (const draft of [...this.open.keys()]) this.close(draft);
    const files = (await readdir(this.workspace)).filter((file) => file.startsWith('稿'));
    const paths = files.map((file) => path.join(this.workspace, file));
    for (const file of paths) await rm(file);
    const gone = paths.map((file): FileEvent => ({
      uri: pathToFileURL(file).href,
      type: FileChangeType.Deleted,
    }));
    await this.tellOfFiles(...gone);
  }

  private async take(step: Step): Promise<void> {
    if (step.kind === 'registry') return this.changeRegistry(step.names);
    if (step.kind === 'settings') return this.changeSettings(step.off);
    const document = this.open.get(step.draft);
    if (document) return this.workOn(document, step);
    const uri = this.uriOf(String(step.draft));
    if (step.kind === 'open') this.start(step.draft, uri, step.text);
    if (step.kind === 'muddle') await this.muddleClosed(uri, step.edit);
  }

  private async workOn(
    document: TextDocument,
    step: Exclude<Step, Of<'registry' | 'settings'>>,
  ): Promise<void> {
    switch (step.kind) {
      case 'open':
        return;
      case 'type':
        return step.edits.forEach((edit) => this.type(document, edit));
      case 'ask':
        return this.ask(document, step);
      case 'note':
        return this.addNote(document, step.at);
      case 'rename unit':
        return this.renameUnit(document, step.at);
      case 'close':
        return this.close(step.draft);
      case 'save':
        return this.save(document);
      case 'rename file':
        return this.renameFile(step.draft, document);
      case 'muddle':
        return this.muddleOpen(document, step.edit);
    }
  }

  private uriOf(name: string): string {
    return pathToFileURL(path.join(this.workspace, `稿${this.number}-${name}.要点.md`)).href;
  }

  private start(draft: number, uri: string, text: string): TextDocument {
    this.server.open(uri, text);
    const document = TextDocument.create(uri, 'yaodian', 1, text);
    this.open.set(draft, document);
    return document;
  }

  private close(draft: number): void {
    this.server.close((this.open.get(draft) as TextDocument).uri);
    this.open.delete(draft);
  }

  private type(document: TextDocument, edit: Edit): void {
    this.apply(document, [changeAt(document, edit)]);
  }

  private apply(document: TextDocument, edits: readonly Change[]): void {
    // From the end on, so that each range is of the text it was made for.
    const changes = [...edits].sort(
      (a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start),
    );
    const version = this.server.change(document.uri, ...changes);
    TextDocument.update(document, changes, version);
  }

  private async ask(document: TextDocument, { what, at, how }: Of<'ask'>): Promise<void> {
    const { method } = QUESTIONS[what % QUESTIONS.length] as { method: string };
    const asked = TextDocument.create(document.uri, 'yaodian', document.version, document.getText());
    const range = Range.create(placeAt(asked, at), asked.positionAt(asked.getText().length));
    const cancellation = new CancellationTokenSource();
    const answer = this.server.request(method, paramsAt(document.uri, range), cancellation.token);
    if (how === 'cancel') cancellation.cancel();
    const checked = settled(answer).then((given) => checkRanges(given, asked));
    if (how === 'overtake') this.overtaken.push(checked);
    else await checked;
  }

  private async addNote(document: TextDocument, at: number): Promise<void> {
    const { uri } = document;
    const start = Math.floor(at * document.getText().length);
    const range = Range.create(document.positionAt(start), document.positionAt(start + 5));
    const operation = { kind: 'add', range, text: '请核。', author: '李审' };
    const { problem } = await this.server.request<DraftNotes>(EDIT_NOTES, {
      textDocument: { uri },
      operation,
    });
    if (problem === undefined) this.notes.set(uri, (this.notes.get(uri) ?? 0) + 1);
  }

  private async assertNotesAreThere({ uri }: TextDocument): Promise<void> {
    const { notes } = await this.server.request<DraftNotes>(REVIEW_NOTES, { textDocument: { uri } });
    assert.equal(notes.length, this.notes.get(uri) ?? 0, 'no note is lost by a rename');
  }

  /** As an editor does what comes back: in the drafts that are open. */
  private async renameUnit(document: TextDocument, at: number): Promise<void> {
    const place = placeAt(document, at);
    const params = paramsAt(document.uri, Range.create(place, place));
    const edit = (await settled(this.server.request(RenameRequest.method, params))) as WorkspaceEdit | null;
    for (const change of edit?.documentChanges ?? []) {
      if (!TextDocumentEdit.is(change)) continue;
      const target = [...this.open.values()].find(({ uri }) => uri === change.textDocument.uri);
      if (target) this.apply(target, (change.edits as TextEdit[]).map(changeOf));
    }
  }

  private async save(document: TextDocument): Promise<void> {
    const { uri } = document;
    await writeFile(fileURLToPath(uri), document.getText());
    await this.server.notify(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await this.tellOfFiles({ uri, type: FileChangeType.Changed });
  }

  /** As an editor does it: asks, renames what it is told to and the file, closes the old name and opens the new. */
  private async renameFile(draft: number, document: TextDocument): Promise<void> {
    const { uri } = document;
    const newUri = this.uriOf(`${draft}改${++this.renames}`);
    const files = [{ oldUri: uri, newUri }];
    const answer = (await this.server.request(WillRenameFilesRequest.type, { files })) ?? {};
    const along = (answer.documentChanges ?? []) as RenameFile[];
    for (const file of [...along, ...files]) await moveFile(file.oldUri, file.newUri);
    this.close(draft);
    this.start(draft, newUri, document.getText());
    this.notes.set(newUri, this.notes.get(uri) ?? 0);
    this.notes.delete(uri);
    await this.tellOfFiles(
      { uri, type: FileChangeType.Deleted },
      { uri: newUri, type: FileChangeType.Created },
    );
  }

  /** What an editor sends that has lost count: the server knows what came last, whatever its number. */
  private async muddleOpen(document: TextDocument, edit: Edit): Promise<void> {
    const { uri } = document;
    const change = changeAt(document, edit);
    await this.server.notify(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: Math.max(0, document.version - 2) },
      contentChanges: [change],
    });
    TextDocument.update(document, [change], document.version);
    const again = { uri, languageId: 'yaodian', version: document.version, text: document.getText() };
    await this.server.notify(DidOpenTextDocumentNotification.type, { textDocument: again });
  }

  private async muddleClosed(uri: string, [, , text]: Edit): Promise<void> {
    const textDocument = { uri, version: 7 };
    await this.server.notify(DidChangeTextDocumentNotification.type, {
      textDocument,
      contentChanges: [{ text }],
    });
    await this.server.notify(DidCloseTextDocumentNotification.type, { textDocument });
    const range = Range.create(9, 9, 9, 9);
    for (const { method } of QUESTIONS) await settled(this.server.request(method, paramsAt(uri, range)));
  }

  private async changeRegistry(names: readonly string[]): Promise<void> {
    const file = path.join(this.workspace, '单位名录.yaml');
    await writeFile(file, `单位:\n${names.map((name) => `  - 名称: ${name}\n`).join('')}`);
    await this.tellOfFiles({ uri: pathToFileURL(file).href, type: FileChangeType.Changed });
  }

  private tellOfFiles(...changes: FileEvent[]): Promise<void> {
    return this.server.notify(DidChangeWatchedFilesNotification.type, { changes });
  }

  private async changeSettings(off: boolean): Promise<void> {
    this.server.configuration = { yaodian: { 检查: off ? { 'numbering/gap': '关闭' } : {} } };
    await this.server.notify(DidChangeConfigurationNotification.type, { settings: null });
  }

  /** What was published last; the registry and the settings may still be on their way, so the same twice. */
  private async findingsOf(document: TextDocument): Promise<unknown> {
    await this.server.diagnostics(document.uri, document.version);
    let last = '';
    for (;;) {
      await this.server.request(DRAFT_OVERVIEW, { textDocument: { uri: document.uri } });
      await new Promise((resolve) => setTimeout(resolve, 150));
      const latest = this.server.published.findLast(({ uri }) => uri === document.uri)?.diagnostics ?? [];
      for (const { range } of latest) checkRanges({ range }, document);
      const now = JSON.stringify(
        latest.map(({ code, range, message, severity }) => [code, range, message, severity]),
      );
      if (now === last) return JSON.parse(now);
      last = now;
    }
  }
}

const placeAt = (document: TextDocument, share: number) =>
  document.positionAt(Math.floor(share * document.getText().length));

const changeOf = ({ range, newText }: TextEdit): Change => ({ range, text: newText });

function changeAt(document: TextDocument, [at, length, text]: Edit): Change {
  const start = Math.floor(at * document.getText().length);
  return { range: Range.create(document.positionAt(start), document.positionAt(start + length)), text };
}

async function moveFile(oldUri: string, newUri: string): Promise<void> {
  const from = fileURLToPath(oldUri);
  // A draft that was never saved is on no disk.
  if (existsSync(from)) await rename(from, fileURLToPath(newUri));
}
