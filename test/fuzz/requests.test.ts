import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Range, type Position } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { handlers } from '../../server/src/connection/handlers';
import * as protocol from '../../server/src/protocol';
import { checkRanges, settled } from '../support/answers';
import { root, startServer, type TestServer } from '../support/lsp-client';
import { FUZZ_ROUNDS, mutatedDraft } from '../support/mutated-draft';
import { paramsAt } from '../support/questions';

const share = fc.double({ min: 0, max: 1, noNaN: true });
/** Where editors that have fallen behind may ask. */
const outside: fc.Arbitrary<Position> = fc.record({
  line: fc.nat(2 ** 31 - 1),
  character: fc.nat(2 ** 31 - 1),
});

interface Asked {
  readonly document: TextDocument;
  readonly range: Range;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** What some requests take besides, so that they do what they are for. */
const PARTICULARS: Readonly<Record<string, (asked: Asked) => object>> = {
  'workspace/willRenameFiles': ({ document: { uri } }) => ({
    files: [{ oldUri: uri, newUri: uri.replace('.md', '改.md') }],
  }),
  [protocol.REARRANGE]: ({ range }) => ({ action: { kind: 'drop', target: range.end } }),
  [protocol.FILL_FIELD]: () => ({ field: 'deadline' }),
  [protocol.EDIT_FIELD]: () => ({
    field: 'unit',
    title: '增加学位',
    before: '',
    value: '县教育局、县财政局',
  }),
  [protocol.EDIT_NOTES]: ({ range }) => ({ operation: { kind: 'add', range, text: '请核', author: '甲' } }),
  [protocol.MAKE_LEDGER]: () => ({ kind: '督办', format: 'xlsx' }),
  [protocol.READ_REVISION]: () => ({ revision: 'HEAD' }),
  [protocol.COMPARISON_PAGE]: ({ document }) => ({ old: oldOf(document) }),
  [protocol.COMPARISON_FILE]: ({ document }) => ({ old: oldOf(document) }),
  [protocol.FIX_RULE]: () => ({ rule: 'text/half-width' }),
  [protocol.IMPORT_FILE]: ({ document }) => ({ name: '甲.txt', content: base64(document.getText()) }),
  [protocol.TAKE_COMMENTS]: () => ({ name: '甲.docx', content: base64('PK') }),
  [protocol.IMPORT_FRAGMENT]: ({ document }) => ({ text: document.getText(), html: document.getText() }),
  [protocol.NEW_DRAFT]: () => ({ kind: 'plan', year: 2026, issuer: '', subject: '<教育>' }),
  [protocol.NEXT_YEAR]: ({ document }) => ({ text: document.getText() }),
};

/** A draft that lacks what is in the middle of this one. */
function oldOf(document: TextDocument): object {
  const text = document.getText();
  const third = Math.floor(text.length / 3);
  return { uri: document.uri, name: '上一稿', text: text.slice(0, third) + text.slice(2 * third) };
}

/** What there is something to say about stands behind these. */
const landmark = fc.constantFrom('', '（', '第', '责任单位：', '、县', '局、', '见附件', '月底');
const places = fc.array(fc.tuple(share, share, landmark), { minLength: 12, maxLength: 12 });

const methods = handlers.map(({ method }) => method);
/** Need what others have written, or leave nothing to say. */
const last = ['workspace/willRenameFiles', protocol.ACCEPT_FINDINGS];
/** For most of our own requests the place hardly matters. */
const once = methods.filter((method) => method.startsWith('yaodian/') && !last.includes(method));
const everywhere = methods.filter((method) => !once.includes(method) && !last.includes(method));

/** Answers that are about other drafts, or about one that is yet to be written. */
const elsewhere: readonly string[] = [protocol.NEW_DRAFT, protocol.NEXT_YEAR, 'callHierarchy/incomingCalls'];

describe('Every request of the server', () => {
  let server: TestServer;
  let workspace: string;
  let drafts = 0;
  const answered = new Set<string>();
  /** The unit that was found last, as the server wants to be asked about it. */
  let called: object = { name: '县教育局', uri: 'file:///没有.md' };

  before(async () => {
    workspace = await mkdtemp(path.join(os.tmpdir(), 'yaodian-requests-'));
    await copyFile(path.join(root, 'samples/单位名录.yaml'), path.join(workspace, '单位名录.yaml'));
    server = await startServer({
      workspace,
      patience: 40_000,
      configuration: { yaodian: { 时限提示: true } },
    });
  });

  after(async () => {
    await server.stop();
    await rm(workspace, { recursive: true });
  });

  it('is answered at any place of a draft with accidents, and beyond it, without a failure inside', async () => {
    await fc.assert(
      fc.asyncProperty(mutatedDraft, places, outside, async (text, shares, beyond) => {
        const document = await open(text);
        const rangeAt = ([from, length, mark]: (typeof shares)[number]): Range => {
          const rough = Math.floor(from * text.length);
          const start = Math.max(rough, text.indexOf(mark, rough) + mark.length);
          const end = start + Math.floor(length * (text.length - start));
          return Range.create(document.positionAt(start), document.positionAt(end));
        };
        const ranges = [...shares.map(rangeAt), Range.create(document.positionAt(text.length), beyond)];
        for (const range of ranges) for (const method of everywhere) await ask(method, { document, range });
        for (const method of everywhere) await ask(method, { document, range: Range.create(beyond, beyond) });
        const range = rangeAt(shares[0] ?? [0, 1, '']);
        for (const method of [...once, ...last]) await ask(method, { document, range });
        server.close(document.uri);
      }),
      { numRuns: 6 * FUZZ_ROUNDS },
    );
    // Units that call nothing never have an answer; chance leaves out one or two more.
    const never = methods.filter((method) => !answered.has(method));
    assert.ok(never.length <= 4, `never answered: ${never.join()}`);
  }).timeout(240_000 * FUZZ_ROUNDS);

  async function open(text: string): Promise<TextDocument> {
    const name = `问${++drafts}.要点.md`;
    await writeFile(path.join(workspace, name), text);
    return TextDocument.create(server.open(name, text), 'yaodian', 1, text);
  }

  async function ask(method: string, asked: Asked): Promise<void> {
    const { uri } = asked.document;
    const all = { item: called, places: [uri], format: 'html' };
    const params = { ...all, ...paramsAt(uri, asked.range), ...PARTICULARS[method]?.(asked) };
    const answer = await settled(server.request(method, params));
    if (!elsewhere.includes(method)) checkRanges(answer, asked.document);
    assert.deepEqual(server.failures.splice(0), [], method);
    assert.equal(server.stderr, '', method);
    if (method === 'textDocument/prepareCallHierarchy') called = (answer as object[] | null)?.[0] ?? called;
    const isEmpty = answer === null || answer === undefined || (Array.isArray(answer) && answer.length === 0);
    if (!isEmpty) answered.add(method);
  }
});
