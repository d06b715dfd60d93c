import assert from 'node:assert/strict';
import { writeHtmlPage } from '../../../server/src/reports/html-page';

describe('a page to hand on', () => {
  const page = writeHtmlPage({
    title: '甲<乙>',
    styles: 'p { color: red; }',
    body: '<p>正文</p>',
    version: '1.0 & 2',
    meta: { 摘要: '{"a":"<b>"}' },
  });

  it('says that it loads nothing and runs nothing', () => {
    assert.match(page, /content="default-src 'none'; style-src 'unsafe-inline'"/);
    assert.doesNotMatch(page, /<script|src=|href=/);
  });

  it('keeps what it is given as text', () => {
    assert.match(page, /<title>甲&lt;乙&gt;<\/title>/);
    assert.match(page, /<meta name="摘要" content="{&quot;a&quot;:&quot;&lt;b&gt;&quot;}">/);
    assert.match(page, /<footer>yaodian 1\.0 &amp; 2<\/footer>/);
  });

  it('takes the body as it is', () => {
    assert.match(page, /<body>\n<p>正文<\/p>\n/);
  });
});
