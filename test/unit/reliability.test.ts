import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scripts } from '../../package.json';
import { layers } from '../../scripts/lib/test-layers.mjs';

const page = readFileSync('docs/reliability.md', 'utf8');

/** The cells of each row of the table, its head left out. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
  .map((cells) => cells.slice(1, -1));

/** What is wrong with a command, or nothing. */
function fault(command: string): string | undefined {
  const words = command.replace(/^(?:[A-Z_]+=\S+ )+/, '');
  const script = /^npm (?:run )?([\w:-]+)/.exec(words)?.[1];
  const layer = /^npm test -- ([\w:-]+)$/.exec(words)?.[1];
  const [, file, , title] = /^npx (?:mocha|tsx) (\S+)( -g '([^']+)')?$/.exec(words) ?? [];
  if (layer !== undefined) return layer in layers ? undefined : `there is no layer ${layer}`;
  if (script !== undefined) return script in scripts ? undefined : `there is no script ${script}`;
  if (file === undefined) return 'neither an npm script nor a file to run';
  if (!existsSync(file)) return `there is no ${file}`;
  return title === undefined || readFileSync(file, 'utf8').includes(title)
    ? undefined
    : `nothing in ${file} is titled ${title}`;
}

describe('docs/reliability.md', () => {
  it('says of each trial what was tried, how often, within what bounds, with what result, and how to repeat it', () => {
    assert.ok(rows.length > 2);
    for (const cells of rows) {
      assert.equal(cells.length, 5, cells.join(' | '));
      assert.ok(
        cells.every((cell) => cell !== ''),
        cells.join(' | '),
      );
    }
  });

  it('names only commands that are there', () => {
    const commands = rows.flatMap((cells) => [...(cells[4] ?? '').matchAll(/`([^`]+)`/g)].map(([, c]) => c));
    assert.ok(commands.length >= rows.length);
    assert.deepEqual(
      commands.flatMap((command = '') => (fault(command) ? [`${command}: ${fault(command)}`] : [])),
      [],
    );
  });

  it('would notice a command that is gone', () => {
    for (const command of [
      'npm run nothing',
      'npm test -- nothing',
      'npx mocha test/unit/nothing.test.ts',
      "npx mocha test/unit/reliability.test.ts -g 'no such ' + 'title'",
    ])
      assert.ok(fault(command), command);
  });
});
