import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ruleIndex } from '../../../scripts/lib/rule-index';
import { allRules } from '../../../server/src/rules/index';
import { ruleDocPath } from '../../../server/src/rules/rule-docs';
import { checkText, toMarks } from '../../support/check-text';
import { readMarkedText, writeMarks } from '../../support/marked-text';
import { readRulePage } from '../../support/rule-page';

const root = path.resolve(import.meta.dirname, '../../..');
const fixtures = path.join(root, 'test/unit/fixtures/rules');

describe('Rule list', () => {
  it('names every rule once, in the order of the ids', () => {
    const ids = allRules.map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)].sort());
  });

  it('has a page for every rule and no page without a rule', () => {
    const pages = filesUnder(path.join(root, 'docs/rules'))
      .filter((file) => file.includes(path.sep))
      .map((file) => file.replace(/\.md$/, '').split(path.sep).join('/'));
    assert.deepEqual(
      pages.sort(),
      allRules.map(({ id }) => id),
    );
  });

  it('has fixtures for every rule and no fixtures without a rule', () => {
    const folders = new Set(filesUnder(fixtures).map((file) => path.dirname(file).split(path.sep).join('/')));
    assert.deepEqual(
      [...folders].sort(),
      allRules.map(({ id }) => id),
    );
  });

  it('has an index of the pages as the rules make it (npm run schema writes it)', () => {
    assert.equal(readFileSync(path.join(root, 'docs/rules/README.md'), 'utf8'), ruleIndex(allRules));
    for (const { id } of allRules) assert.ok(ruleIndex(allRules).includes(`(${id}.md)`), id);
  });

  for (const { id, summary, certainty, ground, options = {} } of allRules) {
    describe(id, () => {
      it('stands in the file its id names', () => {
        assert.ok(existsSync(path.join(root, `server/src/rules/${id}.ts`)));
      });

      it('says on its page what it is, why, how sure and how to silence it', () => {
        const page = readRulePage(readFileSync(path.join(root, ruleDocPath(id)), 'utf8'));
        assert.equal(page.title, `${summary}（${id}）`);
        assert.deepEqual(page.headings, ['说明', '依据', '错误示例', '正确示例', '选项', '怎样关闭']);
        assert.match(page.text, new RegExp(`^> ${certainty} · ${ground}$`, 'm'));
        assert.ok(page.text.includes(`${id}: 关闭`), 'how to switch the rule off');
        for (const option of Object.keys(options))
          assert.ok(page.text.includes(`\`${option}\``), `option ${option}`);
      });

      it('finds something in every wrong example of its page and nothing in the right ones', () => {
        const { wrong, right } = readRulePage(readFileSync(path.join(root, ruleDocPath(id)), 'utf8'));
        assert.ok(wrong.length > 0 && right.length > 0, 'examples of both kinds');
        for (const example of wrong) assert.ok(findingsOf(id, example) > 0, example);
        for (const example of right) assert.equal(findingsOf(id, example), 0, example);
      });

      for (const file of fixturesOf(id)) {
        it(`finds exactly what is marked in ${file}`, () => {
          const marked = readFileSync(path.join(fixtures, id, file), 'utf8');
          const { text } = readMarkedText(marked);
          assert.equal(writeMarks(text, toMarks(checkText(text))), marked);
          assert.equal(findingsOf(id, text) > 0, file.startsWith('invalid'), 'named for what it is');
        });
      }
    });
  }
});

function findingsOf(id: string, text: string): number {
  return checkText(text).filter(({ rule }) => rule === id).length;
}

function fixturesOf(id: string): string[] {
  const folder = path.join(fixtures, id);
  const files = existsSync(folder) ? readdirSync(folder).sort() : [];
  return files.filter((file) => /^(?:valid|invalid)[^/]*\.md$/.test(file));
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)));
}
