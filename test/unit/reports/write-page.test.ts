import assert from 'node:assert/strict';
import type { ReportPage } from '../../../server/src/reports/page/report-page';
import { writePage } from '../../../server/src/reports/page/write-page';
import { summariseReport } from '../../../server/src/reports/report-summary';
import { fileReport, findingReport, reportContext } from '../../support/file-reports';

const NASTY = '<script>alert("x")</script> & \'y\' \u0007\ud800';

function page(overrides: Partial<ReportPage>): string {
  const { rules, date, version } = reportContext;
  return writePage({ files: [], failures: [], rules, date, version, last: undefined, ...overrides });
}

/** The text of a page as it is read, a line an element that stands on its own. */
function textOf(html: string): string {
  return html
    .replace(/^[^]*<body>|<title>[^<]*<\/title>/gu, '')
    .replace(/<\/(?:li|tr|p|h\d|blockquote)>/gu, '\n')
    .replace(/<\/(?:th|td)>/gu, ' ')
    .replace(/<[^>]+>/gu, '')
    .replace(/^\s+|[ \t]+$/gmu, '')
    .replace(/ +/gu, ' ');
}

describe('the page of a report', () => {
  const untitled = findingReport({
    rule: 'numbering/duplicate',
    level: 'warning',
    place: '',
    fix: undefined,
  });
  const whole = page({
    files: [fileReport('稿件/a.md', findingReport(), untitled), fileReport('稿件/b.md', findingReport())],
  });

  it('loads and runs nothing', () => {
    assert.match(whole, /Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/u);
    assert.doesNotMatch(whole, /<script|<link|<img|<iframe|@import|url\(|\son\w+=|https?:|file:/iu);
  });

  it('has a row a draft with its tasks, what is missing and its findings by level, and their sum', () => {
    const text = textOf(whole);
    assert.match(text, /^稿件 要素齐全 任务 缺目标 缺责任单位 缺完成时限 错误 警告 信息 提示$/mu);
    assert.match(text, /^稿件\/a\.md 1\/2 2 1 0 1 1 1 0 0$/mu);
    assert.match(text, /^稿件\/b\.md 1\/2 2 1 0 1 1 0 0 0$/mu);
    assert.match(text, /^合计 2\/4 4 2 0 2 2 1 0 0$/mu);
  });

  it('draws completeness as a picture that says in words what it shows', () => {
    assert.match(
      whole,
      /<svg role="img" aria-label="2 项任务，1 项要素齐全（50%）"[^>]*>.*?<rect class="done" width="50"/u,
    );
  });

  it('rounds no draft up to complete', () => {
    const nearly = {
      ...fileReport('a.md'),
      summary: { ...fileReport('a.md').summary, tasks: 1000, complete: 999 },
    };
    assert.match(page({ files: [nearly] }), /（99%）/u);
  });

  it('lists the kinds of findings, the most severe first, with their numbers', () => {
    const text = textOf(whole);
    assert.match(
      text,
      /^问题 级别 处数 涉及稿件\nnumbering\/gap 的说明 错误 2 2\nnumbering\/duplicate 的说明 警告 1 1$/mu,
    );
  });

  it('quotes every finding under its rule and draft, with its place in words', () => {
    const gap = whole.slice(whole.indexOf('id="numbering-gap"'), whole.indexOf('id="numbering-duplicate"'));
    const place = '<td><span lang="zh-CN">第二部分（三）</span><br><small>第 4 行</small></td>';
    assert.deepEqual(
      gap.split(/稿件\/[ab]\.md/u).map((part) => part.includes(place)),
      [false, true, true],
    );
    assert.match(gap, /<mark>（三）<\/mark>办好网站/u);
    assert.match(gap, /可改：改为“（二）”/u);
  });

  it('says the line where a place has no name, and nothing of a repair where there is none', () => {
    const duplicate = whole.slice(whole.indexOf('id="numbering-duplicate"'));
    assert.match(duplicate, /<td>第 4 行<\/td>/u);
    assert.doesNotMatch(duplicate, /可改/u);
  });

  it('escapes everything that comes from a draft, its path or a rule', () => {
    const spoilt = page({
      files: [
        fileReport(NASTY, findingReport({ message: NASTY, place: NASTY, rule: `text/${NASTY}` as never })),
      ],
      failures: [{ what: NASTY, advice: NASTY }],
    });
    assert.match(spoilt, /&lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; &#39;y&#39;/u);
    assert.doesNotMatch(spoilt, /<script|\u0007|[^&]*alert\("x"\)/u);
  });

  it('names the files that could not be checked', () => {
    const text = textOf(
      page({ files: [fileReport('a.md')], failures: [{ what: '找不到 b.md', advice: '请核对。' }] }),
    );
    assert.match(text, /没有检查的文件\n找不到 b\.md。请核对。/u);
    assert.match(text, /a\.md 1\/2/u);
  });

  it('says so where there is no draft, and where there is nothing to object to', () => {
    assert.match(textOf(page({})), /没有检查到要点稿。/u);
    assert.doesNotMatch(page({}), /<table|没有发现问题/u);
    assert.match(textOf(page({ files: [fileReport('a.md')] })), /没有发现问题。/u);
  });
});

describe('the trend on the page of a report', () => {
  const better = {
    ...fileReport('a.md'),
    summary: { tasks: 2, complete: 2, missing: { target: 0, unit: 0, deadline: 1 } },
  };
  const last = summariseReport(
    [
      fileReport('./a.md', findingReport(), findingReport({ rule: 'text/doubled', level: 'hint' })),
      fileReport('c.md'),
    ],
    '2026-02-01',
  );
  const html = page({ files: [better, fileReport('b.md', findingReport())], last });
  const text = textOf(html);

  it('says what it is compared with', () => {
    assert.match(text, /^2026-03-02 生成，与 2026-02-01 的报告相比/mu);
    assert.match(textOf(page({ files: [], last: { ...last, date: null } })), /与上次的结果相比/u);
  });

  it('puts the change behind each figure, and marks whether it is for the better', () => {
    assert.match(text, /^a\.md 2\/2（\+1） 2 0（−1） 0 1 0（−1） 0 0 0（−1）$/mu);
    assert.match(html, /2\/2<small class="change better">（\+1）/u);
    assert.match(text, /^合计 3\/4（\+1） 4 1（−1） 0 2 1 0 0 0（−1）$/mu);
    assert.match(text, /^齐全率75%（\+25）$/mu);
  });

  it('marks what is worse', () => {
    const worse = page({ files: [fileReport('a.md', findingReport(), findingReport())], last });
    assert.match(worse, /<td>2<small class="change worse">（\+1）/u);
  });

  it('tells drafts that are new or gone', () => {
    assert.match(text, /^b\.md 新增 1\/2 2 1 0 1 1 0 0 0$/mu);
    assert.match(text, /^上次有、这次没有的稿件：c\.md$/mu);
  });

  it('tells by rule, and names the rules that find nothing any more', () => {
    assert.match(text, /^numbering\/gap 的说明 错误 1 1$/mu);
    assert.match(text, /^text\/doubled 已消除 0（−1） 0$/mu);
  });
});
