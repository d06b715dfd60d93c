import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidSaveTextDocumentNotification } from 'vscode-languageserver/node';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import {
  EDIT_NOTES,
  EXPORT_DOCUMENT,
  IMPORT_FILE,
  REVIEW_NOTES,
  TAKE_COMMENTS,
  type DraftNotes,
  type ExportResult,
  type ImportedFile,
  type NoteOperation,
} from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const TEXT =
  '# 2026年政务公开工作要点\n\n一、重点任务\n\n（一）办好热线。接通率达90%。\n\n（二）办好网站。\n';
const ON_RATE = { start: { line: 4, character: 8 }, end: { line: 4, character: 15 } };

describe('Review notes through the server', () => {
  let folder: string;
  let server: TestServer;
  let uri: string;
  const sideFile = (): string => path.join(folder, '稿.审稿.json');
  const edit = (to: TestServer, operation: NoteOperation): Promise<DraftNotes> =>
    to.request<DraftNotes>(EDIT_NOTES, { textDocument: { uri }, operation });
  const add = (to: TestServer, text: string): Promise<DraftNotes> =>
    edit(to, { kind: 'add', range: ON_RATE, text, author: '李审' });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'yaodian-notes-'));
    uri = pathToFileURL(path.join(folder, '稿.要点.md')).href;
    await writeFile(path.join(folder, '稿.要点.md'), TEXT);
    server = await startServer({ workspace: folder });
    server.open(uri, TEXT);
  });
  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('are kept beside the draft, and stand on their words while the text changes', async () => {
    const [note] = (await add(server, '出处？')).notes;
    assert.ok(note);
    assert.deepEqual(
      [note.author, note.state, note.quote, note.place, note.range],
      ['李审', 'open', '接通率达90%', '第一部分（一）', ON_RATE],
    );
    assert.equal(JSON.parse(await readFile(sideFile(), 'utf8')).notes[note.id].text, '出处？');
    server.change(uri, { text: TEXT.replace('（一）', '（一）公开目录。\n\n（二）').replace('90%', '95%') });
    const after = await server.request<DraftNotes>(REVIEW_NOTES, { textDocument: { uri } });
    assert.deepEqual(after.notes[0]?.range.start, { line: 6, character: 8 });
    assert.equal(after.notes[0]?.how, 'changed');
  });

  it('stand on new words for good once the draft is saved', async () => {
    await add(server, '出处？');
    server.change(uri, { text: TEXT.replace('接通率达90%', '接通率应达95%以上') });
    await server.request<DraftNotes>(REVIEW_NOTES, { textDocument: { uri } });
    await server.notify(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    for (let tries = 0; tries < 100; tries++) {
      if ((await readFile(sideFile(), 'utf8')).includes('接通率应达95%')) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    assert.fail(await readFile(sideFile(), 'utf8'));
  });

  it('are never lost when two windows write at once, and leave no lock behind', async () => {
    const other = await startServer({ workspace: folder });
    other.open(uri, TEXT);
    const adding = Array.from({ length: 20 }, (_, i) => add(i % 2 === 0 ? server : other, `意见${i}`));
    await Promise.all(adding);
    const { notes } = JSON.parse(await readFile(sideFile(), 'utf8')) as {
      notes: Record<string, { text: string }>;
    };
    assert.deepEqual(
      Object.values(notes)
        .map(({ text }) => text)
        .sort(),
      Array.from({ length: 20 }, (_, i) => `意见${i}`).sort(),
    );
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.startsWith('.')),
      [],
    );
    await other.stop();
  });

  it('are not written for a draft that is not saved, nor into a file that is damaged', async () => {
    const untitled = server.open('untitled:Untitled-1', TEXT);
    const operation = { kind: 'add', range: ON_RATE, text: '甲', author: '乙' };
    const unsaved = await server.request<DraftNotes>(EDIT_NOTES, {
      textDocument: { uri: untitled },
      operation,
    });
    assert.match(unsaved.problem ?? '', /请先保存/);
    await writeFile(sideFile(), '{ 坏了');
    assert.match((await add(server, '出处？')).problem ?? '', /稿\.审稿\.json 不是 JSON/);
    assert.equal(await readFile(sideFile(), 'utf8'), '{ 坏了');
  });

  it('go out as comments of a Word document, and what was said to them there comes back', async () => {
    await add(server, '出处？');
    const textDocument = { uri };
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, {
      textDocument,
      format: 'docx',
      notes: true,
    });
    assert.ok('base64' in result);
    const files = unzipSync(Buffer.from(result.base64, 'base64'));
    const said = strFromU8(files['word/comments.xml'] as Uint8Array);
    assert.match(said, /w:author="李审".*出处？/);
    const foreign = said.replace(
      '</w:comments>',
      '<w:comment w:id="1" w:author="县教育局" w:date="2026-03-01T09:00:00Z"><w:p><w:r><w:t>建议92%</w:t></w:r></w:p></w:comment></w:comments>',
    );
    const content = Buffer.from(zipSync({ ...files, 'word/comments.xml': strToU8(foreign) })).toString(
      'base64',
    );
    const taken = await server.request(TAKE_COMMENTS, { textDocument, name: '意见.docx', content });
    assert.deepEqual(taken, { comments: 2, added: 1, changed: 0 });
    const { notes } = await server.request<DraftNotes>(REVIEW_NOTES, { textDocument });
    assert.deepEqual(notes.map(({ text }) => text).sort(), ['出处？', '建议92%']);
    const imported = await server.request<ImportedFile>(IMPORT_FILE, { name: '意见.docx', content });
    assert.equal(Object.keys((JSON.parse(imported.notes ?? '') as { notes: object }).notes).length, 2);
  });

  it('go along when the draft gets another name or place', async () => {
    await add(server, '出处？');
    const to = (name: string): string => pathToFileURL(path.join(folder, name)).href;
    const ask = (files: object[]): Promise<unknown> => server.request('workspace/willRenameFiles', { files });
    assert.deepEqual(await ask([{ oldUri: uri, newUri: to('往年/定稿.要点.md') }]), {
      documentChanges: [
        {
          kind: 'rename',
          oldUri: pathToFileURL(sideFile()).href,
          newUri: to('往年/定稿.审稿.json'),
          options: { overwrite: false, ignoreIfExists: true },
        },
      ],
    });
    // Moved by hand together with the draft; the same notes for both names; a draft that has none.
    const both = [
      { oldUri: uri, newUri: to('往年/稿.要点.md') },
      { oldUri: pathToFileURL(sideFile()).href, newUri: to('往年/稿.审稿.json') },
    ];
    assert.equal(await ask(both), null);
    assert.equal(await ask([{ oldUri: uri, newUri: to('稿.md') }]), null);
    assert.equal(await ask([{ oldUri: to('别的.md'), newUri: to('又一.md') }]), null);
  });

  it('are on their words again after text before them was edited, and everything closed and opened', async () => {
    await add(server, '出处？');
    const edited = TEXT.replace('（一）', '（一）公开目录。\n\n（二）').replace(
      '（二）办好网站',
      '（三）办好网站',
    );
    server.change(uri, { text: edited });
    await writeFile(path.join(folder, '稿.要点.md'), edited);
    await server.stop();
    server = await startServer({ workspace: folder });
    server.open(uri, edited);
    const { notes } = await server.request<DraftNotes>(REVIEW_NOTES, { textDocument: { uri } });
    const [note] = notes;
    assert.deepEqual([note?.how, note?.place], ['exact', '第一部分（二）']);
    const { line } = note!.range.start;
    assert.equal(
      edited.split('\n')[line]?.slice(note!.range.start.character, note!.range.end.character),
      '接通率达90%',
    );
  });
});
