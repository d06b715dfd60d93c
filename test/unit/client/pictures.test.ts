import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pictures } from '../../../scripts/lib/pictures.mjs';
import manifest from '../../../package.json';

const root = path.resolve(import.meta.dirname, '../../..');
const files = readdirSync(path.join(root, 'docs/images'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.png'))
  .map((file) => file.replaceAll('\\', '/'));

/** The pictures that a page shows, as paths from the root. */
function shownOn(page: string): string[] {
  const text = readFileSync(path.join(root, page), 'utf8');
  return [...text.matchAll(/!\[[^\]]+\]\(([^)]+\.png)\)/gu)].map(([, target]) =>
    path.posix.join(path.posix.dirname(page), target ?? ''),
  );
}

describe('the pictures of the documentation', () => {
  it('are those that the script takes', () => {
    assert.deepEqual(
      files.sort(),
      Object.keys(pictures)
        .map((name) => `${name}.png`)
        .sort(),
    );
  });

  it('are all shown, each view and panel on the tour', () => {
    const tour = shownOn('docs/tour.md');
    assert.deepEqual(
      tour.sort(),
      files
        .map((file) => `docs/images/${file}`)
        .filter((file) => !file.includes('sample-folder'))
        .sort(),
    );
  });

  it('stand on every page of the walkthrough, and are there', () => {
    for (const { media } of manifest.contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const shown = shownOn(media.markdown);
      assert.equal(shown.length, 1, media.markdown);
      for (const file of shown) assert.ok(existsSync(path.join(root, file)), file);
    }
  });
});
