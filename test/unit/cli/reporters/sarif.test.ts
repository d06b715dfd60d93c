import assert from 'node:assert/strict';
import Ajv from 'ajv';
import { report } from '../../../../server/src/cli/reporters/sarif';
import { fileReport, findingReport, reportContext } from '../../../support/file-reports';

const text = {
  type: 'object',
  required: ['text'],
  additionalProperties: false,
  properties: { text: { type: 'string', minLength: 1 } },
};
const count = { type: 'integer', minimum: 1 };
const index = { type: 'integer', minimum: 0 };

/** An object of which the standard knows these properties and no others. */
function closed(properties: Record<string, unknown>, ...required: string[]): Record<string, unknown> {
  return { type: 'object', properties, required, additionalProperties: false };
}

/** An array of different things; the standard wants some of them not to be empty. */
function list(items: unknown, minItems = 0): Record<string, unknown> {
  return { type: 'array', items, minItems };
}

const artifactLocation = closed({ uri: { type: 'string', pattern: '^[!-~]+$' }, index });
const region = closed(
  { startLine: count, startColumn: count, endLine: count, endColumn: count },
  'startLine',
);
const physicalLocation = closed({ artifactLocation, region }, 'artifactLocation');
const location = closed({ id: index, message: text, physicalLocation });
const level = { enum: ['none', 'note', 'warning', 'error'] };
const rule = closed(
  {
    id: { type: 'string' },
    shortDescription: text,
    helpUri: { type: 'string', pattern: '^[a-z]+:///?[!-~]+$' },
    defaultConfiguration: closed({ enabled: { type: 'boolean' }, level }),
    properties: {
      type: 'object',
      properties: { tags: { type: 'array', uniqueItems: true, items: { type: 'string' } } },
    },
  },
  'id',
);
const replacement = closed(
  { deletedRegion: region, insertedContent: closed({ text: { type: 'string' } }) },
  'deletedRegion',
);
const fix = closed(
  {
    description: text,
    artifactChanges: list(
      closed({ artifactLocation, replacements: list(replacement, 1) }, 'artifactLocation', 'replacements'),
      1,
    ),
  },
  'artifactChanges',
);
const result = closed(
  {
    ruleId: { type: 'string' },
    ruleIndex: index,
    level,
    message: text,
    locations: list(location),
    relatedLocations: list(location, 1),
    fixes: list(fix, 1),
  },
  'message',
);
const language = { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' };
const driver = closed(
  { name: { type: 'string' }, semanticVersion: { type: 'string' }, language, rules: list(rule) },
  'name',
);
/** The part of the published schema (sarif-schema-2.1.0.json) that our reports use, as strict as it is there. */
const schema = closed(
  {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: list(
      closed(
        {
          tool: closed({ driver }, 'driver'),
          language,
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          artifacts: list(closed({ location: artifactLocation })),
          results: list(result),
        },
        'tool',
      ),
    ),
  },
  'version',
  'runs',
);

const files = [
  fileReport('稿 件/a#1.md', findingReport()),
  fileReport(
    '/b.txt',
    findingReport({
      rule: 'numbering/duplicate',
      level: 'hint',
      fix: undefined,
      related: [
        {
          path: undefined,
          message: '上一处',
          range: { start: { line: 2, column: 1 }, end: { line: 2, column: 3 } },
        },
        { path: 'file:///c.md', message: '别处', range: undefined },
      ],
    }),
    findingReport({ fix: { title: '不用改', edits: [] } }),
  ),
  fileReport('C:\\稿\\c.md'),
];

describe('SARIF report', () => {
  const log = JSON.parse(report(files, reportContext)) as import('sarif').Log;
  const [run] = log.runs;
  assert.ok(run);

  it('has only what the standard knows, with everything it requires', () => {
    const validate = new Ajv({ allErrors: true, strict: false }).compile(schema);
    validate(log);
    assert.deepEqual(validate.errors, null);
  });

  it('counts columns in UTF-16 units and says so', () => {
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const region = run.results?.[0]?.locations?.[0]?.physicalLocation?.region;
    assert.deepEqual(region, { startLine: 4, startColumn: 1, endLine: 4, endColumn: 4 });
  });

  it('describes each rule that found something, once, with its page', () => {
    const rules = run.tool.driver.rules ?? [];
    assert.deepEqual(
      rules.map(({ id, helpUri }) => [id, helpUri]),
      [
        ['numbering/duplicate', 'file:///docs/numbering/duplicate.md'],
        ['numbering/gap', 'file:///docs/numbering/gap.md'],
      ],
    );
    for (const { ruleId, ruleIndex } of run.results ?? []) assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
  });

  it('escapes paths into relative references, and absolute ones into file uris', () => {
    assert.deepEqual(
      run.artifacts?.map(({ location }) => location?.uri),
      ['%E7%A8%BF%20%E4%BB%B6/a%231.md', 'file:///b.txt', 'file:///C:/%E7%A8%BF/c.md'],
    );
  });

  it('gives the fix as replacements', () => {
    assert.deepEqual(run.results?.[0]?.fixes, [
      {
        description: { text: '改为“（二）”' },
        artifactChanges: [
          {
            artifactLocation: { uri: '%E7%A8%BF%20%E4%BB%B6/a%231.md', index: 0 },
            replacements: [
              {
                deletedRegion: { startLine: 4, startColumn: 2, endLine: 4, endColumn: 3 },
                insertedContent: { text: '二' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('calls info and hint notes', () => {
    assert.deepEqual(
      run.results?.map(({ level }) => level),
      ['error', 'note', 'error'],
    );
  });

  it('is a valid run without findings or files', () => {
    const empty = JSON.parse(report([], reportContext)) as import('sarif').Log;
    assert.deepEqual(empty.runs[0]?.results, []);
  });
});
