import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { LAYOUT_SETTINGS } from '../../../../../server/src/dialect/layout-settings';

const page = readFileSync(new URL('../../../../../docs/official-format.md', import.meta.url), 'utf8');

/** Cells of the table below a heading, without its head. */
function rowsBelow(heading: string): string[][] {
  const section = page.slice(page.indexOf(`## ${heading}\n`)).split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) => line.slice(2, -2).split(' | '));
}

describe('docs/official-format.md', () => {
  it('names for every figure a test that there is', () => {
    const rows = rowsBelow('各要素');
    assert.ok(rows.length > 55, `${rows.length} rows`);
    for (const row of rows) {
      assert.equal(row.length, 5, row.join(' | '));
      const [, file = '', title = ''] = /^`(\S+)` (.+)$/.exec(row[4] ?? '') ?? [];
      const source = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
      assert.ok(source.includes(`it('${title}'`), `${row[0]}: ${file} has no test “${title}”`);
    }
  });

  it('leaves out no test of the standard’s figures', () => {
    const named = new Set(rowsBelow('各要素').map((row) => row[4]));
    for (const file of ['page', 'elements', 'forms']) {
      const source = readFileSync(new URL(`${file}.test.ts`, import.meta.url), 'utf8');
      for (const [, title = ''] of source.matchAll(/^ {2}it\('([^']+)'/gm))
        assert.ok(named.has(`\`standard/${file}.test.ts\` ${title}`), `${file}: ${title}`);
    }
  });

  it('tells of every setting of 版式', () => {
    assert.deepEqual(
      rowsBelow('版式').map(([name]) => name),
      Object.keys(LAYOUT_SETTINGS),
    );
  });
});
