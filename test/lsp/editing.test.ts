import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startServer, type TestServer } from '../support/lsp-client';
import {
  DRAFT_OVERVIEW,
  EDIT_FIELD,
  FILL_FIELD,
  REARRANGE,
  type DraftEdit,
  type DraftOverview,
  type Rearrangement,
} from '../../server/src/protocol';

const TEXT = `云溪县2026年教育工作要点

一、扩大供给
1．增加学位。新增600个。〔牵头单位：县教育局〕
2．培训教师。结合第1项任务推进。
二、规范办学
3．规范收费。
`;

describe('Edits of a draft for the outline and the task table', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  const positionOf = (words: string) => TextDocument.create('', '', 0, TEXT).positionAt(TEXT.indexOf(words));

  async function rearrange(name: string, words: string, action: Rearrangement, text = TEXT) {
    const uri = server.open(name, text);
    const answer = await server.request<DraftEdit>(REARRANGE, {
      textDocument: { uri },
      position: positionOf(words),
      action,
    });
    return read(answer, text);
  }

  it('yaodian/rearrange moves an item with its number and the mentions of it, and says where it is then', async () => {
    const { text, cursor } = await rearrange('下移.要点.md', '增加学位', { kind: 'down' });
    assert.match(text, /1．培训教师。结合第2项任务推进。\n2．增加学位。/);
    assert.equal(cursor, '2．');
  });

  it('yaodian/rearrange moves an item to another chapter, and puts a new one behind it', async () => {
    const moved = await rearrange('移到.要点.md', '增加学位', {
      kind: 'move',
      place: 'into',
      target: positionOf('规范办学'),
    });
    assert.match(
      moved.text,
      /二、规范办学\n2．规范收费。\n3．增加学位。新增600个。〔牵头单位：县教育局〕\n$/,
    );
    const inserted = await rearrange('插入.要点.md', '培训教师', { kind: 'insert' });
    assert.match(inserted.text, /2．培训教师。结合第1项任务推进。\n3．\n二、规范办学\n4．规范收费。/);
  });

  it('yaodian/rearrange counts on from what is open, with carriage returns too', async () => {
    const { text } = await rearrange(
      '回车.要点.md',
      '增加学位',
      { kind: 'down' },
      TEXT.replaceAll('\n', '\r\n'),
    );
    assert.match(text, /1．培训教师。结合第2项任务推进。\r\n2．增加学位。/);
  });

  it('yaodian/rearrange says why it does not, in Chinese', async () => {
    const uri = server.open('不能.要点.md', TEXT);
    const ask = (words: string, action: Rearrangement) =>
      server.request<DraftEdit>(REARRANGE, { textDocument: { uri }, position: positionOf(words), action });
    assert.deepEqual(await ask('一、', { kind: 'promote' }), { problem: '已经是最高一级，不能再提升。' });
    assert.match(((await ask('云溪县', { kind: 'up' })) as { problem: string }).problem, /没有序号/);
  });

  it('yaodian/fillField puts the label in and says where to go on', async () => {
    const uri = server.open('补.要点.md', TEXT);
    const params = { textDocument: { uri }, position: positionOf('增加学位'), field: 'deadline' };
    const answer = await server.request<DraftEdit>(FILL_FIELD, params);
    assert.match(read(answer, TEXT).text, /〔牵头单位：县教育局；完成时限：〕/);
    assert.ok('edits' in answer);
    const character = TEXT.split('\n')[3]?.replace('〕', '；完成时限：').length ?? 0;
    assert.deepEqual(answer.selection?.start, { line: 3, character });
  });

  it('yaodian/editField writes what the overview showed in a cell, unless the text has changed', async () => {
    const uri = server.open('格.要点.md', TEXT);
    const overview = await server.request<DraftOverview>(DRAFT_OVERVIEW, { textDocument: { uri } });
    const before = overview.tasks[0]?.cells.lead;
    assert.equal(before, '县教育局');
    const params = {
      textDocument: { uri },
      position: positionOf('增加学位'),
      title: '增加学位',
      field: 'lead',
      value: '县司法局',
    };
    const answer = await server.request<DraftEdit>(EDIT_FIELD, { ...params, before });
    assert.match(read(answer, TEXT).text, /〔牵头单位：县司法局〕/);
    const stale = await server.request<DraftEdit>(EDIT_FIELD, { ...params, before: '县财政局' });
    assert.match((stale as { problem: string }).problem, /刚刚有改动/);
    const moved = await server.request<DraftEdit>(EDIT_FIELD, { ...params, before, title: '别的任务' });
    assert.match((moved as { problem: string }).problem, /刚刚有改动/);
  });
});

function read(answer: DraftEdit, text: string): { text: string; cursor: string } {
  assert.ok('edits' in answer, JSON.stringify(answer));
  const after = TextDocument.applyEdits(TextDocument.create('', '', 0, text), answer.edits);
  const { line = 0, character = 0 } = answer.selection?.start ?? {};
  return { text: after, cursor: after.split('\n')[line]?.slice(0, character) ?? '' };
}
