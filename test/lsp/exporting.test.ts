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
