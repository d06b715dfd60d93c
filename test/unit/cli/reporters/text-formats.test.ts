import assert from 'node:assert/strict';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { report as github } from '../../../../server/src/cli/reporters/github';
import { report as junit } from '../../../../server/src/cli/reporters/junit';
import { report as text } from '../../../../server/src/cli/reporters/text';
import { fileReport, findingReport, reportContext } from '../../../support/file-reports';

const NASTY = '<script>alert("x")</script> & \'y\' \u0007\ud800';

describe('GitHub annotations', () => {
  it('name file, lines, columns and rule', () => {
    const output = github([fileReport('稿/a.md', findingReport())], reportContext);
    assert.equal(
      output,
      '::error file=稿/a.md,line=4,endLine=4,col=1,endColumn=4,title=numbering/gap::“（三）”之前缺“（二）”\n',
    );
  });

  it('escape what would end a property or the command', () => {
    const finding = findingReport({ message: '100%\r\n::error::x', level: 'hint' });
    const output = github([fileReport('a,b:c%.md', finding)], reportContext);
    assert.match(output, /^::notice file=a%2Cb%3Ac%25\.md,/u);
    assert.ok(output.endsWith('::100%25%0D%0A::error::x\n'));
    assert.equal(output.split('\n').length, 2);
  });

  it('leave out columns over several lines, which GitHub refuses', () => {
    const range = { start: { line: 4, column: 3 }, end: { line: 6, column: 1 } };
    const output = github([fileReport('a.md', findingReport({ range, level: 'warning' }))], reportContext);
    assert.match(output, /^::warning file=a\.md,line=4,endLine=6,title=/u);
  });

  it('are nothing where there is nothing', () => {
    assert.equal(github([fileReport('a.md')], reportContext), '');
  });
});

describe('JUnit report', () => {
  const parse = (xml: string): unknown => {
    assert.equal(XMLValidator.validate(xml), true);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: (name) => /suite$|case/u.test(name),
    }).parse(xml);
  };
  interface Suites {
    readonly testsuites: {
      readonly tests: string;
      readonly failures: string;
      readonly testsuite: readonly Suite[];
    };
  }
  interface Suite {
    readonly name: string;
    readonly failures: string;
    readonly testcase: readonly {
      readonly name: string;
      readonly failure?: { readonly type: string; readonly message: string };
    }[];
  }

  it('has a suite a file and a failure a finding; a clean file passes', () => {
    const { testsuites } = parse(
      junit([fileReport('a.md', findingReport()), fileReport('b.md')], reportContext),
    ) as Suites;
    assert.deepEqual([testsuites.tests, testsuites.failures], ['2', '1']);
    assert.deepEqual(
      testsuites.testsuite.map(({ name, failures }) => [name, failures]),
      [
        ['a.md', '1'],
        ['b.md', '0'],
      ],
    );
    assert.equal(testsuites.testsuite[0]?.testcase[0]?.name, 'numbering/gap（第 4 行）');
    assert.equal(testsuites.testsuite[0]?.testcase[0]?.failure?.type, 'error');
    assert.equal(testsuites.testsuite[1]?.testcase[0]?.failure, undefined);
  });

  it('stays well-formed whatever a draft says', () => {
    const finding = findingReport({ message: NASTY, excerpt: { before: NASTY, marked: ']]>', after: '' } });
    const xml = junit([fileReport('<&">.md', finding)], reportContext);
    const { testsuites } = parse(xml) as Suites;
    assert.equal(testsuites.testsuite[0]?.name, '<&">.md');
    assert.doesNotMatch(xml, /[\u0007\ud800-\udfff]|<script/u);
  });
});

describe('text report', () => {
  it('underlines what is meant, counting Chinese as two columns', () => {
    const excerpt = { before: '…由', marked: '县文旅局', after: '牵头' };
    const output = text([fileReport('a.md', findingReport({ excerpt, fixable: false }))], reportContext);
    const lines = output.split('\n');
    assert.equal(lines[0], 'a.md:4:1 错误 “（三）”之前缺“（二）”  numbering/gap');
    assert.equal(lines[1], '    …由县文旅局牵头');
    assert.equal(lines[2], `    ${' '.repeat(3)}${'^'.repeat(8)}`);
  });

  it('names related places', () => {
    const range = { start: { line: 2, column: 1 }, end: { line: 2, column: 3 } };
    const related = [
      { path: undefined, message: '上一处', range },
      { path: 'file:///c.md', message: '别处', range: undefined },
    ];
    const output = text([fileReport('a.md', findingReport({ related }))], reportContext);
    assert.match(output, /^ {4}a\.md:2 上一处\n {4}file:\/\/\/c\.md 别处$/mu);
  });

  it('lets no control character of a draft reach the terminal', () => {
    const excerpt = { before: 'a\u001b[2J\t', marked: '\u009b', after: '\r' };
    const output = text([fileReport('a.md', findingReport({ excerpt }))], reportContext);
    assert.doesNotMatch(output, /[\u001b\u009b\r\t]/u);
  });

  it('claims nothing where nothing could be checked', () => {
    assert.equal(text([], reportContext), '');
  });

  it('sums up levels and tasks of all files', () => {
    const files = [
      fileReport('a.md', findingReport(), findingReport({ level: 'warning' })),
      fileReport('b.md', findingReport({ level: 'warning' })),
    ];
    assert.match(
      text(files, reportContext),
      /检查了 2 个文件，发现 3 处问题：错误 1、警告 2。任务 4 项，要素齐全 2 项；缺目标 2、缺责任单位 0、缺完成时限 2。\n其中 3 处可用 --fix 自动修复。\n$/u,
    );
  });
});
