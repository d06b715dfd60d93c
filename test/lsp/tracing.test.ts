import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CodeAction, CodeLens, CompletionItem, Location } from 'vscode-languageserver-types';
import { SHOW_PLACES_COMMAND, TRACE_DRAFT, type TraceResult } from '../../server/src/protocol';
import { docxPackage, paragraph } from '../support/docx-package';
import { startServer, type TestServer } from '../support/lsp-client';

const CITY = `# 青江市2026年水利工作要点

一、工程建设

1．加固病险水库。完成加固25座。

2．治理中小河流。治理河道120公里。
`;
const COUNTY = `---
文种: 工作要点
上级要点: 上级/市.要点.md
---

# 云溪县2026年水利工作要点

一、重点任务

1．加固水库。完成加固3座。〔落实：市要点第1项〕

2．治理云溪河。治理河道9公里。〔落实：市要点第1项〕
`;

/** The titles of those lenses that speak of carrying out. */
async function lensesOf(server: TestServer, uri: string): Promise<string[]> {
  const lenses = await server.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
  return lenses.flatMap(({ command }) => (command?.title.includes('落实') ? command.title : []));
}

describe('superiors’ plans over the protocol', () => {
  let folder: string;
  let server: TestServer;
  let county: string;
  let city: string;

  const writeCity = (text: string): Promise<void> => writeFile(path.join(folder, '上级', '市.要点.md'), text);
  /** What rules say of the draft once one of them has found something. */
  const messages = async (rule = 'trace/not-covered'): Promise<string[]> => {
    await server.until(county, (codes) => codes.includes(rule));
    const latest = server.published.findLast(({ uri }) => uri === county)?.diagnostics ?? [];
    return latest.filter(({ code }) => String(code).startsWith('trace/')).map(({ message }) => message);
  };

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), '要点-'));
    await mkdir(path.join(folder, '上级'));
    await writeCity(CITY);
    await writeFile(path.join(folder, '县.要点.md'), COUNTY);
    county = pathToFileURL(path.join(folder, '县.要点.md')).href;
    city = pathToFileURL(path.join(folder, '上级', '市.要点.md')).href;
    server = await startServer({
      workspace: folder,
      initializationOptions: { commands: [SHOW_PLACES_COMMAND] },
    });
    server.open(county, COUNTY);
  });

  afterEach(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  it('tell what is not carried out, and check again when the superior’s plan is typed in', async () => {
    assert.deepEqual(await messages(), [
      '市要点有 1 项还没有任务写明落实：第2项',
      '内容与市要点第2项“治理中小河流”相近，若是落实它，请写明',
    ]);
    server.open(city, CITY.replace('1．加固', '3．加固'));
    assert.match((await messages('trace/orphan')).join('\n'), /市要点里没有这一项：“市要点第1项”/u);
  });

  it('lead from a statement to the item', async () => {
    await messages();
    const line = COUNTY.split('\n').findIndex((text) => text.startsWith('1．'));
    const position = { line, character: COUNTY.split('\n')[line]!.indexOf('市要点') + 2 };
    const place = await server.request<Location>('textDocument/definition', {
      textDocument: { uri: county },
      position,
    });
    assert.equal(place.uri, city);
    assert.deepEqual(place.range, { start: { line: 4, character: 0 }, end: { line: 4, character: 8 } });
  });

  it('show on both sides who carries out what', async () => {
    await messages();
    assert.deepEqual(await lensesOf(server, county), ['落实 市要点第1项', '落实 市要点第1项']);
    server.open(city, CITY);
    assert.deepEqual(await lensesOf(server, city), ['被本地 第1、2项 落实', '本地还没有任务落实']);
  });

  it('show it anew on the superior’s side when the draft says something else', async () => {
    const watching = await startServer({
      workspace: folder,
      capabilities: { workspace: { codeLens: { refreshSupport: true } } },
    });
    try {
      let asked = 0;
      let next = (): void => undefined;
      watching.connection.onRequest('workspace/codeLens/refresh', () => {
        asked++;
        next();
      });
      const untilAsked = async (times: number): Promise<void> => {
        while (asked < times) await new Promise<void>((resolve) => (next = resolve));
      };
      // When all drafts of the folder have been read.
      await untilAsked(1);
      watching.open(city, CITY);
      watching.open(county, COUNTY);
      const lenses = async (): Promise<string[]> => {
        await watching.diagnostics(county);
        return lensesOf(watching, city);
      };
      assert.deepEqual([await lenses(), asked], [['被本地 第1、2项 落实', '本地还没有任务落实'], 2]);
      watching.change(county, { text: COUNTY.replace('河道9公里', '河道10公里') });
      await lenses();
      assert.equal(asked, 2, 'nothing of it is to be seen there');
      watching.change(county, {
        text: COUNTY.replace('9公里。〔落实：市要点第1项', '9公里。〔落实：市要点第2项'),
      });
      assert.deepEqual([await lenses(), asked], [['被本地 第1项 落实', '被本地 第2项 落实'], 3]);
      watching.close(county);
      await untilAsked(4);
      assert.deepEqual(
        [await lensesOf(watching, city), asked],
        [['被本地 第1、2项 落实', '本地还没有任务落实'], 4],
      );
    } finally {
      await watching.stop();
    }
  });

  it('offer the items behind 落实：, those that nobody carries out first', async () => {
    const text = COUNTY.replace('〔落实：市要点第1项〕\n\n2', '〔落实：〕\n\n2');
    server.change(county, { text });
    const line = text.split('\n').findIndex((each) => each.startsWith('1．'));
    const position = { line, character: text.split('\n')[line]!.indexOf('〕') };
    const items = await server.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: county },
      position,
    });
    assert.deepEqual(
      items.map(({ label, detail }) => `${label} ${detail}`),
      ['市要点第2项 治理中小河流', '市要点第1项 加固病险水库（已有任务落实）'],
    );
  });

  it('remember what the items say, and tell when they change', async () => {
    await messages();
    const line = COUNTY.split('\n').findIndex((text) => text.startsWith('1．'));
    const at = { line, character: COUNTY.split('\n')[line]!.indexOf('市要点') };
    const actions = await server.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: county },
      range: { start: at, end: at },
      context: { diagnostics: [] },
    });
    const action = actions.find(({ title }) => title.startsWith('记下上级各项'));
    const [edit] =
      action?.edit?.changes?.[county] ??
      (action?.edit?.documentChanges?.[0] as { edits: { newText: string }[] }).edits;
    assert.match(edit?.newText ?? '', /^落实核对:\n {2}市要点第1项: [a-p]{8}\n$/u);
    server.change(county, { text: COUNTY.replace('市.要点.md\n', `市.要点.md\n${edit?.newText}`) });
    const { diagnostics } = await server.diagnostics(county);
    assert.ok(!diagnostics.some(({ code }) => code === 'trace/outdated'));
    server.open(city, CITY.replace('25座', '30座'));
    assert.match((await messages('trace/outdated')).join('\n'), /市要点第1项在核对以后改过/u);
  });

  it('make a table of them, as a page and as a workbook', async () => {
    const ask = (format: string): Promise<TraceResult> =>
      server.request<TraceResult>(TRACE_DRAFT, { textDocument: { uri: county }, format });
    const page = await ask('html');
    assert.ok('base64' in page);
    const html = Buffer.from(page.base64, 'base64').toString('utf8');
    assert.match(html, /市要点第1项[^]*已落实[^]*第1项 加固水库；第2项 治理云溪河[^]*市要点第2项[^]*未落实/u);
    assert.doesNotMatch(html, /<script/u);
    const book = await ask('xlsx');
    assert.ok('base64' in book && Buffer.from(book.base64, 'base64').toString('latin1').startsWith('PK'));
  });

  it('may be Word documents, which are read as if imported, anew when they change; nobody is led into them', async () => {
    const file = path.join(folder, '上级', '市.docx');
    const writeWord = (text: string): Promise<void> =>
      writeFile(
        file,
        docxPackage({
          body: text
            .split(/\n+/u)
            .map((line) => paragraph(line))
            .join(''),
        }),
      );
    const plain = CITY.replace('# ', '').trim();
    await writeWord(plain);
    const text = COUNTY.replace('市.要点.md', '市.docx');
    server.change(county, { text });
    assert.deepEqual(await messages(), [
      '市要点有 1 项还没有任务写明落实：第2项',
      '内容与市要点第2项“治理中小河流”相近，若是落实它，请写明',
    ]);
    assert.deepEqual(await lensesOf(server, county), ['落实 市要点第1项', '落实 市要点第1项']);
    const line = text.split('\n').findIndex((each) => each.startsWith('1．'));
    const place = await server.request('textDocument/definition', {
      textDocument: { uri: county },
      position: { line, character: text.split('\n')[line]!.indexOf('市要点') + 2 },
    });
    assert.equal(place, null);
    await writeWord(plain.replace('1．加固', '3．加固'));
    void server.notify('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(file).href, type: 2 }],
    });
    assert.match((await messages('trace/orphan')).join('\n'), /市要点里没有这一项：“市要点第1项”/u);
  });

  it('say why there is nothing to compare with', async () => {
    server.change(county, { text: COUNTY.replace('上级/市.要点.md', '../别处/市.要点.md') });
    assert.match((await messages('trace/missing-plan')).join('\n'), /在工作区之外，没有读取/u);
    const answer = await server.request<TraceResult>(TRACE_DRAFT, {
      textDocument: { uri: county },
      format: 'html',
    });
    assert.ok('problem' in answer && answer.problem.includes('工作区之外'));
  });
});
