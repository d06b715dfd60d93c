import assert from 'node:assert/strict';
import { docxPackage, paragraph } from '../support/docx-package';
import { startServer, type TestServer } from '../support/lsp-client';

describe('Importing for the editor', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  const importFile = (name: string, bytes: Uint8Array): Promise<unknown> =>
    server.request('yaodian/importFile', { name, content: Buffer.from(bytes).toString('base64') });

  it('makes a draft and a report of a Word document', async () => {
    const bytes = docxPackage({
      body: paragraph('云溪县2026年教育工作要点') + paragraph('一、加快发展。做好。'),
    });
    const result = (await importFile('去年.docx', bytes)) as {
      text: string;
      report: string;
      attention: number;
    };
    assert.match(result.text, /\n# 云溪县2026年教育工作要点\n\n一、加快发展。做好。\n$/);
    assert.match(result.report, /^# 导入报告：去年\.docx\n/);
    assert.equal(result.attention, 0);
  });

  it('says why a file cannot be imported', async () => {
    assert.deepEqual(await importFile('a.pdf', Buffer.from('%PDF-1.7\n')), {
      error: '不能导入 PDF',
      advice: '请找到原来的 Word 文件；没有时可以从 PDF 里复制文字，用“粘贴为要点”。',
    });
  });

  it('makes paragraphs and tables of what was copied, HTML first', async () => {
    const ask = (params: object): Promise<unknown> => server.request('yaodian/importFragment', params);
    assert.equal(
      await ask({ html: '<p>一、任务</p><p>做好。</p>', text: '一、任务做好。' }),
      '一、任务\n\n做好。',
    );
    assert.equal(await ask({ text: '　　一、任务\r\n　　做好。\r\n' }), '一、任务\n\n做好。');
    assert.equal(await ask({ html: '', text: '做好。' }), '做好。');
  });
});
