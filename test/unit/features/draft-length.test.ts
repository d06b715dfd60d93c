import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/dialect/draft';
import { draftLength } from '../../../server/src/features/draft-length';

const body =
  '# 要点\n\n## 一、**任务**\n\n<!-- 要点：非任务 -->\n\n| 序号 | 名称 |\n| --- | --- |\n| 1 | 办学 |\n';

describe('the length of a draft', () => {
  it('counts its words and cells, not its front matter, comments and Markdown marks', () => {
    const front = '---\n文种: 工作要点\n发文机关: 云溪县人民政府\n---\n\n';
    // 要点, 一、任务, 序号, 名称, 1, 办学
    assert.equal(draftLength(readDraft(front + body)), 2 + 4 + 2 + 2 + 1 + 2);
  });

  it('counts what is selected', () => {
    const draft = readDraft(body);
    const start = body.indexOf('、**任');
    assert.equal(draftLength(draft, { start, end: body.indexOf('务') }), 2);
    assert.equal(draftLength(draft, { start, end: start }), 0);
  });
});
