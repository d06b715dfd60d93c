import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../../..');
const readJson = (file: string): Record<string, string> =>
  JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const placeholders = (text: string): string[] => (text.match(/\{\d+\}/g) ?? []).sort();
const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

describe('messages of the client', () => {
  const english = readJson('l10n/bundle.l10n.en.json');
  const folder = path.join(root, 'client/src');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');

  it('are translated with the same placeholders', () => {
    for (const [message, translation] of Object.entries(english)) {
      assert.deepEqual(placeholders(translation), placeholders(message), message);
    }
  });

  it('are all in use', () => {
    const unused = Object.keys(english).filter((message) => !sources.includes(`'${message}'`));
    assert.deepEqual(unused, []);
  });
});

describe('snippets', () => {
  it('say in English too what they are: VS Code has one list of them for all languages', () => {
    const snippets: Record<string, { description: string }> = JSON.parse(
      readFileSync(path.join(root, 'snippets/yaodian.json'), 'utf8'),
    );
    for (const { description } of Object.values(snippets))
      assert.match(description, /\p{Script=Han}.* \([a-z ]+\)$/u);
  });
});

describe('the manifest', () => {
  const chinese = readJson('package.nls.json');
  const english = readJson('package.nls.en.json');
  const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');

  it('has every text in Chinese and in English, and no text without a use', () => {
    const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map(([, key]) => key));
    assert.deepEqual(Object.keys(chinese).sort(), [...used].sort());
    assert.deepEqual(Object.keys(english).sort(), [...used].sort());
  });

  it('has the editor fetch no translations before it starts: they are part of the code', () => {
    assert.equal('l10n' in JSON.parse(manifest), false);
  });

  it('names its commands by what they do, under the category 要点', () => {
    const { contributes } = JSON.parse(manifest);
    const declared: { command: string; title: string; category: string }[] = contributes.commands;
    for (const { title, category } of declared) {
      assert.equal(category, '%category%');
      assert.ok(hasChinese(chinese[title.slice(1, -1)] ?? ''), title);
      assert.ok(!hasChinese((english[title.slice(1, -1)] ?? '').replace(/“.*?”/g, '')), title);
    }
  });

  it('binds no key that VS Code uses itself', () => {
    const { contributes } = JSON.parse(manifest);
    const bindings: { key: string; when: string }[] = contributes.keybindings;
    const isTab = ({ key }: { key: string }): boolean => /^(shift\+)?tab$/.test(key);
    for (const { when } of bindings.filter(isTab))
      assert.match(
        when,
        /editorLangId == yaodian && yaodian\.atMarker .*!suggestWidgetVisible && !inSnippetMode/,
      );
    for (const { key, when } of bindings.filter((binding) => !isTab(binding))) {
      assert.match(key, /^alt\+y /);
      assert.match(when, /editorLangId == yaodian|focusedView == yaodian\.outline/);
    }
  });
});
