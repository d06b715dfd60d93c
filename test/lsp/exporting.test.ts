import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import {
  DOCUMENT_PREVIEW,
  DRAFT_SIZE,
  EXPORT_DOCUMENT,
  MAKE_LEDGER,
  PRE_ISSUE_FILE,
  PRE_ISSUE_PAGE,
  UNIT_LISTS,
  type DocumentPreview,
  type DraftSize,
  type ExportResult,
  type PreIssuePage,
  type UnitListsResult,
} from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const TEXT =
  '---\n文种: 工作要点\n发文机关: 云溪县教育局\n主送: 各学校\n---\n\n# 云溪县2026年教育工作要点\n\n一、重点任务\n\n（一）增加学位。新增600个。\n';

describe('Exporting through the server', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({
      configuration: { yaodian: { 转换程序: '/no/such/program' } },
      initializationOptions: { commands: ['yaodian.placeCursor'] },
    });
  });
  after(() => server.stop());

  it('yaodian/documentPreview answers pages whose pieces know their place in the text', async () => {
    const uri = server.open('预览.要点.md', TEXT);
    const preview = await server.request<DocumentPreview>(DOCUMENT_PREVIEW, { textDocument: { uri } });
    assert.equal(preview.title, '云溪县2026年教育工作要点');
    assert.equal(preview.pages.length, 2);
    const start = TEXT.indexOf('（一）');
    const end = TEXT.length - 1;
    assert.ok(preview.pages[1]?.includes(`data-start="${start}" data-end="${end}"`));
    assert.match(preview.styles, /\.page\.portrait\{width:210mm;height:297mm/);
    assert.match(
      preview.styles,
      /\.page\{[^}]*background:#fff;color:#000/,
      'paper is white in a dark theme too',
    );
  });

  it('yaodian/documentPreview follows the draft: its title, addressees that move, 责任分解表, 版式', async () => {
    const uri = server.open('随改.要点.md', TEXT);
    const pagesOf = async (text: string): Promise<string[]> => {
      server.change(uri, { text });
      const { pages } = await server.request<DocumentPreview>(DOCUMENT_PREVIEW, { textDocument: { uri } });
      return pages.map((page) => page.replace(/<[^>]+>|&nbsp;/g, ''));
    };
    const titled = await pagesOf(TEXT.replace('云溪县2026年教育工作要点', '云溪县2026年体育工作要点'));
    assert.match(titled[0] ?? '', /印发《云溪县2026年体育工作要点》/);
    assert.match(titled[1] ?? '', /^云溪县2026年体育工作要点/);

    const many = Array.from({ length: 60 }, (_, i) => `云溪县第${i + 1}中心小学`).join('、');
    const moved = await pagesOf(TEXT.replace('主送: 各学校', `主送: ${many}`));
    assert.doesNotMatch(moved[0] ?? '', /第1中心小学/);
    assert.match(moved.at(-1) ?? '', /主送：云溪县第1中心小学、.*第60中心小学。/);
    const back = await pagesOf(TEXT);
    assert.match(back[0] ?? '', /各学校：/);

    const laidOut = (layout: string): string => TEXT.replace('主送', `版式: {${layout}}\n主送`);
    const division = await pagesOf(laidOut('责任分解表: 是'));
    assert.match(division.at(-1) ?? '', /^附件云溪县2026年教育工作要点责任分解表.*增加学位/);
    assert.equal((await pagesOf(TEXT)).length, 2);
    const margins = await pagesOf(laidOut('页码: 无, 稿本: 送审稿'));
    assert.match(margins[0] ?? '', /^（送审稿）/);
    assert.doesNotMatch(margins.join(''), /— 1 —/);
  });

  it('yaodian/documentPreview changes the pages alone that an edit has changed', async () => {
    const tasks = Array.from(
      { length: 60 },
      (_, i) => `（二）办好第${i}所学校。改造校舍若干所，配齐设施设备，开足开好课程。\n\n`,
    ).join('');
    const uri = server.open('几页.要点.md', TEXT + tasks);
    const pagesOf = async (): Promise<string[]> =>
      (await server.request<DocumentPreview>(DOCUMENT_PREVIEW, { textDocument: { uri } })).pages;
    const before = await pagesOf();
    assert.ok(before.length > 4);
    server.change(uri, { text: `${TEXT}${tasks}最后一段。\n` });
    const after = await pagesOf();
    assert.deepEqual(after.slice(0, before.length - 1), before.slice(0, -1));
    assert.notEqual(after[before.length - 1], before[before.length - 1]);
  });

  it('yaodian/exportDocument answers a Word package', async () => {
    const uri = server.open('导出.要点.md', TEXT);
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, {
      textDocument: { uri },
      format: 'docx',
    });
    assert.ok('base64' in result);
    const files = unzipSync(Buffer.from(result.base64, 'base64'));
    assert.match(strFromU8(files['word/document.xml'] as Uint8Array), /新增600个/);
  });

  it('yaodian/draftSize counts characters, the selected ones too, and the pages of the preview', async () => {
    const uri = server.open('字数.要点.md', TEXT);
    const line = { start: { line: 10, character: 0 }, end: { line: 10, character: 8 } };
    const size = await server.request<DraftSize>(DRAFT_SIZE, { textDocument: { uri }, range: line });
    // 云溪县2026年教育工作要点, 一、重点任务, （一）增加学位。新增600个。
    assert.deepEqual({ ...size, version: 0 }, { version: 0, characters: 11 + 6 + 13, selected: 8, pages: 2 });
  });

  it('says what to do where PDF cannot be made', async () => {
    const uri = server.open('转换.要点.md', TEXT);
    const result = await server.request<ExportResult>(EXPORT_DOCUMENT, {
      textDocument: { uri },
      format: 'pdf',
    });
    assert.ok('problem' in result);
    assert.equal(result.problem, '没有找到指定的转换程序：/no/such/program');
    assert.match(result.advice, /另存为 PDF/);
  });

  it('yaodian/preIssuePage says what still stands and links the places of findings', async () => {
    const uri = server.open('检查.要点.md', TEXT.replace('（一）增加', '（二）增加'));
    const page = await server.request<PreIssuePage>(PRE_ISSUE_PAGE, { textDocument: { uri } });
    assert.match(page.body, /没有写“发文字号”/);
    assert.equal(page.errors, 1);
    assert.ok(page.entries > page.errors);
    const link = /href="command:yaodian\.placeCursor\?([^"]+)"/.exec(page.body)?.[1] ?? '';
    const [target, { start }] = JSON.parse(decodeURIComponent(link)) as [string, { start: { line: number } }];
    assert.equal(target, uri);
    assert.equal(start.line, TEXT.slice(0, TEXT.indexOf('（一）')).split('\n').length - 1);
  });

  it('yaodian/preIssueFile answers the same as a Word package', async () => {
    const uri = server.open('检查2.要点.md', TEXT.replace('（一）增加', '（二）增加'));
    const params = { textDocument: { uri }, format: 'docx' };
    const result = await server.request<ExportResult>(PRE_ISSUE_FILE, params);
    assert.ok('base64' in result);
    const files = unzipSync(Buffer.from(result.base64, 'base64'));
    const text = strFromU8(files['word/document.xml'] as Uint8Array).replace(/<[^>]+>/g, '');
    assert.match(text, /发文前检查.*第一部分（二）.*没有写“发文字号”/s);
  });

  it('yaodian/makeLedger and yaodian/unitLists answer ledgers of the draft’s tasks, units as the registry has them', async () => {
    const registry = '单位名录:\n  - 全称: 县教育局\n    简称: [县教委]\n';
    const tasks =
      '\n（二）配教师。招聘教师90名。〔牵头单位：县教委；完成时限：2026年3月底前〕\n\n（三）建新校。新建2所。〔牵头单位：县教育局；完成时限：2026年9月底前〕\n';
    const uri = server.open('台账.要点.md', TEXT.replace('主送', `${registry}主送`) + tasks);
    const textDocument = { uri };
    const calendar = await server.request<ExportResult>(MAKE_LEDGER, {
      textDocument,
      kind: '日历',
      format: 'ics',
    });
    assert.ok('base64' in calendar);
    assert.match(Buffer.from(calendar.base64, 'base64').toString(), /DTSTART;VALUE=DATE:20260331/);
    const lists = await server.request<UnitListsResult>(UNIT_LISTS, { textDocument });
    assert.ok('files' in lists);
    assert.deepEqual(
      lists.files.map(({ name }) => name),
      ['县教育局任务清单.xlsx'],
    );
    const empty = server.open('空.要点.md', '# 云溪县2026年教育工作要点\n');
    const none = await server.request<ExportResult>(MAKE_LEDGER, {
      textDocument: { uri: empty },
      kind: '督办',
      format: 'xlsx',
    });
    assert.ok('problem' in none);
    assert.match(none.problem, /没有任务/);
  });

  it('answers nothing for documents that are no drafts', async () => {
    const uri = server.open('笔记.md', '# 笔记\n', 'markdown');
    for (const method of [
      DOCUMENT_PREVIEW,
      DRAFT_SIZE,
      EXPORT_DOCUMENT,
      PRE_ISSUE_PAGE,
      PRE_ISSUE_FILE,
      MAKE_LEDGER,
      UNIT_LISTS,
    ])
      assert.equal(await server.request(method, { textDocument: { uri }, format: 'docx' }), null);
  });
});
