import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import chinese from '../../../package.nls.json';
import english from '../../../package.nls.en.json';

const root = path.resolve(import.meta.dirname, '../../..');

const pages = ['.', 'docs', 'samples'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: folder !== '.', encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.join(folder, file)),
);

/** Titles as a page writes them: the dots that announce a question are left out or not. */
function titlesIn(texts: Record<string, string>): Set<string> {
  return new Set(
    Object.entries(texts)
      .filter(([key]) => key.startsWith('command.'))
      .map(([, title]) => title.replace(/…$/u, '')),
  );
}

const ways = [
  // “要点：导出公文”, 命令“导出公文”
  { mention: /(?:命令“(?:要点[：:] ?)?|“要点[：:] ?)([^”]+)”/gu, titles: titlesIn(chinese) },
  { mention: /“Yaodian: ([^”]+)”/gu, titles: titlesIn(english) },
];

describe('pages of the documentation', () => {
  it('speak of commands', () => {
    const text = pages.map((page) => readFileSync(path.join(root, page), 'utf8')).join('\n');
    for (const { mention } of ways) assert.ok([...text.matchAll(mention)].length > 3, String(mention));
  });

  for (const page of pages) {
    it(`${page} calls commands by their titles`, () => {
      const text = readFileSync(path.join(root, page), 'utf8');
      for (const { mention, titles } of ways)
        for (const [, title] of text.matchAll(mention))
          assert.ok(titles.has((title as string).replace(/…$/u, '')), `no command is called ${title}`);
    });
  }
});
