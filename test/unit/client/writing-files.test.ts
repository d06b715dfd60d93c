import assert from 'node:assert/strict';
import { fileUri, loadFeature, type StubbedEditor } from '../../support/editor-stub';

const SOURCE = 'file:///稿/教育.要点.md';
const base64 = (text: string): string => Buffer.from(text).toString('base64');

function editorWith(feature: string, answer: unknown): Promise<StubbedEditor> {
  return loadFeature(`client/src/features/${feature}.ts`, {
    drafts: { uri: SOURCE, nameOf: () => '教育' },
    server: { request: async () => answer },
  });
}

describe('导出 writes a file', () => {
  const target = fileUri('/稿/教育.docx');
  const exporting = async (prepare: (editor: StubbedEditor) => void): Promise<StubbedEditor> => {
    const editor = await editorWith('export', { base64: base64('新') });
    prepare(editor);
    await editor.run('yaodian.export', 'docx', target, false);
    return editor;
  };

  it('and offers to open it, which the button does', async () => {
    const editor = await exporting((each) => (each.answer = '打开'));
    assert.deepEqual([...editor.files], [['/稿/教育.docx', '新']]);
    assert.deepEqual(editor.messages, ['已导出 教育.docx']);
    assert.deepEqual(editor.offers, ['打开', '在文件夹中显示']);
    assert.deepEqual(editor.opened, ['/稿/教育.docx']);
  });

  for (const code of ['NoPermissions', 'Unavailable'])
    it(`or says in Chinese that it is open elsewhere or read-only, the old one whole (${code})`, async () => {
      const editor = await exporting((each) => {
        each.files.set('/稿/教育.docx', '旧');
        each.answer = '覆盖';
        each.refusal = code;
      });
      assert.deepEqual([...editor.files], [['/稿/教育.docx', '旧']]);
      assert.deepEqual(editor.messages, [
        '文件已存在：教育.docx',
        '写不了 教育.docx：文件可能正在 Word 或 WPS 中打开，或者没有写入权限。原文件没有改动。',
      ]);
      assert.deepEqual(editor.opened, []);
    });

  it('never over one that is there unless told so', async () => {
    const editor = await exporting((each) => each.files.set('/稿/教育.docx', '旧'));
    assert.deepEqual([...editor.files], [['/稿/教育.docx', '旧']]);
  });

  it('not when it is cancelled while the file is made', async () => {
    const editor = await exporting((each) => (each.cancelAfter = 0));
    assert.deepEqual([[...editor.files], editor.messages], [[], []]);
  });
});

describe('单位清单, a file for each unit', () => {
  const files = ['县教育局', '县财政局', '县水利局'].map((name) => ({
    name: `${name}.xlsx`,
    base64: base64(name),
  }));
  const making = async (prepare: (editor: StubbedEditor) => void): Promise<StubbedEditor> => {
    const editor = await editorWith('make-ledger', { files });
    prepare(editor);
    await editor.run('yaodian.makeLedger', { kind: '单位清单', format: 'folder' }, fileUri('/清单'));
    return editor;
  };

  it('names the one that is being written and offers the folder in the end', async () => {
    const editor = await making((each) => (each.answer = '打开'));
    assert.deepEqual(editor.progress, ['县教育局.xlsx', '县财政局.xlsx', '县水利局.xlsx']);
    assert.deepEqual([...editor.files.values()], ['县教育局', '县财政局', '县水利局']);
    assert.deepEqual(editor.messages, ['已写出 3 个单位的任务清单']);
    assert.deepEqual(editor.opened, ['/清单']);
  });

  it('ends where it is cancelled and says how many there are', async () => {
    const editor = await making((each) => (each.cancelAfter = 2));
    assert.deepEqual([...editor.files.values()], ['县教育局', '县财政局']);
    assert.deepEqual(editor.messages, ['已写出 2 个单位的任务清单']);
  });

  it('ends at the first that cannot be written, with the reason', async () => {
    const editor = await making((each) => (each.refusal = 'NoPermissions'));
    assert.deepEqual([...editor.files], []);
    assert.match(editor.messages.join(), /^写不了 县教育局\.xlsx：文件可能正在 Word 或 WPS 中打开/);
  });
});
