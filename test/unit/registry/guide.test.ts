import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readCsv } from '../../../server/src/registry/csv-value';
import { createRegistry } from '../../../server/src/registry/create-registry';
import { problemsOf } from '../../../server/src/registry/find-conflicts';
import { registryFileOf, registryOf } from '../../support/registries';

const guide = readFileSync(path.resolve(import.meta.dirname, '../../../docs/registry.md'), 'utf8');

/** Rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const section = guide.split(/^## /m).find((each) => each.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.trim().startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('The guide to registries', () => {
  it('shows a registry without mistakes', () => {
    const yaml = /```yaml\n([^]*?)```/.exec(guide)?.[1] ?? '';
    const file = registryFileOf(yaml);
    assert.equal(file.units.length, 4);
    assert.deepEqual(problemsOf(file, createRegistry([file])), []);
  });

  it('names heads of spreadsheets that are read', () => {
    const section = /表头有：([^]*?)表头上面/.exec(guide)?.[1] ?? '';
    const heads = section
      .split('\n')
      .filter((line) => line.trim().startsWith('|'))
      .slice(2)
      .flatMap((row) => (row.split('|')[1] ?? '').split('、').map((head) => head.trim()));
    assert.ok(heads.length > 20);
    for (const head of heads.filter((each) => !['单位', '全称', '规范全称'].includes(each))) {
      const { value } = readCsv(`全称,${head}\n县水利局,2019\n`);
      const [unit] = value?.kind === 'list' ? value.items : [];
      // 单位名称 and its like are the name itself, which the first column is already.
      const isName = readCsv(`${head},甲\n县水利局,乙\n`).problems.length === 0;
      assert.ok(isName || (unit?.kind === 'map' && unit.entries.length === 2), head);
    }
  });

  it('tells the steps of matching as they are', () => {
    const registry = registryOf(`区划前缀: 云溪县
单位:
  - {全称: 云溪县应急管理局, 简称: [县安全局]}
  - {全称: 云溪县文化旅游局, 曾用名: [云溪县旅游局]}`);
    const kinds = ['exact', 'alias', 'area-variant', 'alias', 'derived', 'former', 'unknown'];
    const rows = tableUnder('稿中的名称');
    assert.equal(rows.length, kinds.length);
    rows.forEach(([, examples], index) => {
      for (const name of examples?.split('、') ?? []) {
        const found = registry.resolve(name);
        assert.equal(found.status === 'unit' ? found.kind : found.status, kinds[index], name);
      }
    });
  });

  it('speaks of every rule about units', () => {
    const rules = tableUnder('检查什么').map(([rule]) => /unit\/[a-z-]+/.exec(rule ?? '')?.[0]);
    assert.ok(rules.includes('unit/malformed-list') && rules.length === 8);
  });
});
