import assert from 'node:assert/strict';
import type { PreIssueReport } from '../../../../server/src/reports/pre-issue/pre-issue-report';
import { findingsSection } from '../../../../server/src/reports/pre-issue/sections/findings';
import { renderReport, writePreIssueHtml } from '../../../../server/src/reports/pre-issue/write-html';
import { findingReport } from '../../../support/file-reports';

const NASTY = '<script>alert("x")</script> & \'y\' \u0007\ud800';

function reportOf(path: string, ...findings: ReturnType<typeof findingReport>[]): PreIssueReport {
  return { title: path, path, tasks: '任务 2 项', sections: [findingsSection({ findings })] };
}

describe('发文前检查 as a page', () => {
  const page = writePreIssueHtml([reportOf('<b>.md', findingReport({ message: NASTY })), reportOf('c.md')], {
    version: '1.2.3',
  });

  it('loads and runs nothing', () => {
    assert.match(page, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/u);
    assert.doesNotMatch(page, /<script|<link|<img|<iframe|@import|url\(|\son\w+=/iu);
  });

  it('says where in the document a finding stands, and on which line', () => {
    assert.match(page, /<span class="place" lang="zh-CN">第二部分（三）<small>4:1<\/small><\/span>/u);
  });

  it('escapes everything that comes from a draft', () => {
    assert.match(page, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; &#39;y&#39;/u);
    assert.match(page, /<h2 lang="zh-CN">&lt;b&gt;\.md<\/h2>/u);
    assert.doesNotMatch(page, /\u0007/u);
  });

  it('shows counts, the quoted line with the finding marked, the fix and what the rule is for', () => {
    assert.match(page, /<li class="error"><span>错误<\/span><b>1<\/b><\/li>/u);
    assert.match(page, /<mark>（三）<\/mark>办好网站/u);
    assert.match(page, /修复：改为“（二）”/u);
    assert.match(page, /<h4>[^<]+ <small>numbering\/gap<\/small><\/h4>/u);
    assert.match(page, /<h2 lang="zh-CN">c\.md<\/h2>[^]*没有发现问题/u);
  });

  it('links places where its reader can go there', () => {
    const report = reportOf('a.md', findingReport());
    const html = renderReport(report, ({ start }) => `command:go?"${start.line}"`);
    assert.match(
      html,
      /<a class="place" lang="zh-CN" href="command:go\?&quot;4&quot;">第二部分（三）<small>4:1<\/small><\/a>/u,
    );
  });
});
