import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import chinese from '../../../package.nls.json';
import manifest from '../../../package.json';

const testFolder = path.resolve(import.meta.dirname, '../..');
const layersInEditor = ['ui', 'vscode', 'web'];

const tests = layersInEditor
  .flatMap((layer) =>
    readdirSync(path.join(testFolder, layer), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => readFileSync(path.join(testFolder, layer, file), 'utf8')),
  )
  .join('\n');

/** As tests write a chord of the manifest: `alt+y up` is `'Alt+y', 'ArrowUp'`. */
function chordOf(command: string): string | undefined {
  const key = manifest.contributes.keybindings.find((binding) => binding.command === command)?.key;
  const arrows = /\b(up|down|left|right)$/u;
  return key
    ?.split(' ')
    .map((part) => part.replace(arrows, (arrow) => `Arrow${arrow[0]?.toUpperCase()}${arrow.slice(1)}`))
    .map((part) => `'${part[0]?.toUpperCase()}${part.slice(1)}'`)
    .join(', ');
}

describe('commands of the manifest', () => {
  for (const { command, title } of manifest.contributes.commands) {
    const name = (chinese as Record<string, string>)[title.slice(1, -1)] ?? title;

    it(`${name} is given in a test that runs in the editor`, () => {
      const label = name.replace(/…$/u, '');
      const ways = [`'${command}'`, `'${label}`, `"${label}`, chordOf(command)];
      assert.ok(
        ways.some((way) => way !== undefined && tests.includes(way)),
        `none of ${ways.join(' | ')} in test/${layersInEditor.join(', test/')}`,
      );
    });
  }
});
