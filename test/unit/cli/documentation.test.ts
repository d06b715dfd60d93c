import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { COMMANDS } from '../../../server/src/cli/commands/index';
import { INVENTED_DRAFT } from '../../support/invented-draft';
import { InMemoryFiles, runInMemory } from '../../support/memory-io';

const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

/** What a value is made of: names of fields and kinds of values (null stands for a text); of a list, its first. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shapeOf(value[0])];
  if (typeof value !== 'object' || value === null) return value === null ? 'string' : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]));
}

function sectionOf(command: string): string {
  return page.split(/^## /mu).find((section) => section.startsWith(`${command}：`)) ?? '';
}

describe('docs/cli.md', () => {
  for (const { name, load } of COMMANDS) {
    it(`has a section on ${name} that names every option, and no others`, async () => {
      const section = sectionOf(name);
      const { command } = await load();
      assert.notEqual(section, '');
      const named = new Set([...section.matchAll(/--([a-z][a-z-]*)/gu)].map(([, option]) => option));
      for (const option of command.options) {
        assert.ok(
          named.has(option.name) || (option.short && section.includes(`-${option.short} `)),
          option.name,
        );
      }
      const known = new Set(command.options.map((option) => option.name));
      assert.deepEqual(
        [...named].filter((option) => !known.has(option as string)),
        [],
      );
    });
  }

  for (const name of ['check', 'outline', 'tasks', 'units']) {
    it(`shows the JSON of ${name} as it is`, async () => {
      const example = /```json\n([^]*?)```/u.exec(sectionOf(name))?.[1] ?? '';
      const files = new InMemoryFiles({
        'a.要点.md': INVENTED_DRAFT.replace('2．办好', '4．办好'),
        '单位名录.yaml': '单位:\n  - 全称: 县司法局\n',
      });
      const { stdout } = await runInMemory([name, 'a.要点.md', '--format', 'json'], files);
      const [shown, real] = [JSON.parse(example), JSON.parse(stdout)].map(shapeOf);
      assert.deepEqual(shown, real);
    });
  }
});
