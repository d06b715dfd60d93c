import assert from 'node:assert/strict';
import type { NewDraft, NextYearResult } from '../../server/src/protocol';
import { startServer, type TestServer } from '../support/lsp-client';

const LAST_YEAR =
  '---\n文种: 工作要点\n单位名录: ../单位名录.yaml\n---\n\n# 2025年云溪县教育工作要点\n\n一、任务\n\n（一）增加学位。\n';

describe('Drafting for the editor', () => {
  let server: TestServer;
  before(async () => (server = await startServer()));
  after(() => server.stop());

  it('makes a blank draft, with the places to fill in and a file name', async () => {
    const params = { kind: 'plan', year: 2027, issuer: '', subject: '教育' };
    const { text, name, gaps } = (await server.request('yaodian/newDraft', params)) as NewDraft;
    assert.equal(name, '2027年教育工作要点.要点.md');
    assert.equal(text.slice(gaps[0]?.start, gaps[0]?.end), '××');
    assert.ok(gaps.length > 10);
  });

  it('takes last year’s draft over, files found from the new folder', async () => {
    const result = (await server.request('yaodian/nextYear', {
      text: LAST_YEAR,
      uri: 'file:///w/%E5%BE%80%E5%B9%B4/2025.md',
      folder: 'file:///w/',
    })) as Extract<NextYearResult, NewDraft>;
    assert.equal(result.name, '2026年云溪县教育工作要点.要点.md');
    assert.equal(result.year, 2026);
    assert.match(result.text, /^单位名录: 单位名录\.yaml$/m);
  });

  it('says why a text cannot be taken over', async () => {
    const result = await server.request('yaodian/nextYear', { text: '# 教育工作要点\n' });
    assert.match((result as { error: string }).error, /哪一年/);
  });
});
