import { Ajv } from 'ajv';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { report as checkJson } from '../../../server/src/cli/reporters/json';
import { report as html } from '../../../server/src/cli/reporters/html';
import { report as summary } from '../../../server/src/cli/reporters/summary';
import { readLastReport } from '../../../server/src/reports/read-last-report';
import { summariseReport } from '../../../server/src/reports/report-summary';
import { fileReport, findingReport, reportContext } from '../../support/file-reports';

const files = [
  fileReport('<&"\'>.md', findingReport(), findingReport({ level: 'hint' })),
  fileReport('b.md'),
];
const expected = summariseReport(files, '2026-03-02');
const schema = JSON.parse(
  readFileSync(new URL('../../../docs/schema/report-summary.schema.json', import.meta.url), 'utf8'),
);

describe('the last report', () => {
  it('is read from a page, whatever its paths hold', () => {
    assert.deepEqual(readLastReport(html(files, reportContext)), expected);
  });

  it('is read from a summary', () => {
    assert.deepEqual(readLastReport(summary(files, reportContext)), expected);
  });

  it('is read from the result of a check, which has no date', () => {
    assert.deepEqual(readLastReport(checkJson(files, reportContext)), { ...expected, date: null });
  });

  for (const [what, text] of [
    ['another page', '<!doctype html><title>报告</title>'],
    ['a page whose figures were cut off', html(files, reportContext).replace(/&quot;b\.md[^>]*/u, '"')],
    ['broken JSON', '{"version":1'],
    ['other JSON', '{"version":1,"tasks":[]}'],
    ['a summary with a negative count', summary(files, reportContext).replace('"tasks": 2', '"tasks": -2')],
    ['a summary of another version', summary(files, reportContext).replace('"version": 1', '"version": 2')],
    ['a check without a summary', '{"version":1,"files":[{"path":"a.md","diagnostics":[]}]}'],
    ['nothing', ''],
  ] as const)
    it(`is not made of ${what}`, () => assert.equal(readLastReport(text), undefined));
});

describe('docs/schema/report-summary.schema.json', () => {
  const validate = new Ajv({ strict: true }).compile(schema);

  it('allows what is written', () => {
    assert.equal(validate(JSON.parse(summary(files, reportContext))), true, JSON.stringify(validate.errors));
  });

  it('refuses what the reader refuses', () => {
    const { drafts, ...rest } = expected;
    assert.equal(validate(rest), false);
    assert.equal(validate({ ...rest, drafts: [{ ...drafts[0], tasks: -1 }] }), false);
    assert.equal(validate({ ...rest, drafts, date: '昨天' }), false);
  });
});
