import assert from 'node:assert/strict';
import { globRoot, globToRegExp, isGlob } from '../../../server/src/cli/glob';

const matches = (pattern: string, ...paths: string[]): boolean[] =>
  paths.map((path) => globToRegExp(pattern).test(path));

describe('glob', () => {
  it('keeps * and ? within a name', () => {
    assert.deepEqual(matches('稿/*.md', '稿/a.md', '稿/b/a.md', '稿/a.txt'), [true, false, false]);
    assert.deepEqual(matches('202?.md', '2026.md', '20266.md', '202/.md'), [true, false, false]);
  });

  it('lets ** cross any number of folders, none included', () => {
    assert.deepEqual(matches('**/*.要点.md', 'a.要点.md', 'x/y/a.要点.md', 'a.md'), [true, true, false]);
    assert.deepEqual(matches('稿/**', '稿/a', '稿/b/c', '别/a'), [true, true, false]);
  });

  it('knows sets and alternatives', () => {
    assert.deepEqual(matches('a[0-9].{md,txt}', 'a1.md', 'a2.txt', 'ab.md', 'a1.doc'), [
      true,
      true,
      false,
      false,
    ]);
    assert.deepEqual(matches('[!ab].md', 'c.md', 'a.md'), [true, false]);
  });

  it('takes all else as written', () => {
    assert.deepEqual(matches('a+(b).m*', 'a+(b).md', 'aab.md'), [true, false]);
    assert.deepEqual(matches('{a.*', '{a.md', 'a.md'), [true, false]);
    assert.equal(isGlob('a+(b).md'), false);
  });

  it('starts at the deepest folder without wildcards', () => {
    assert.equal(globRoot('稿/2026/**/*.md'), '稿/2026');
    assert.equal(globRoot('*.md'), '.');
    assert.equal(globRoot('/*.md'), '/');
    assert.equal(globRoot('/稿/*.md'), '/稿');
  });
});
