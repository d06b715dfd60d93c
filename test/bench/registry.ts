// What 5,000 units cost: loading from text, indexing, look-ups of every kind, completion of a letter.
// usage: npx tsx test/bench/registry.ts [UNITS]
import { readDraft } from '../../server/src/dialect/draft';
import { loadPinyin } from '../../server/src/connection/pinyin';
import { unitCompletions } from '../../server/src/features/unit-completion';
import { createRegistry } from '../../server/src/registry/create-registry';
import { findConflicts } from '../../server/src/registry/find-conflicts';
import { readRegistryFile } from '../../server/src/registry/read-registry';
import { readAnyYaml, readYaml } from '../../server/src/registry/yaml-value';
import { generateRegistryYaml } from '../support/registries';

const units = Number(process.argv[2] ?? 5000);
const yaml = generateRegistryYaml(units);
console.log(`${units} units, ${Math.round(yaml.length / 1024)} K characters; milliseconds of processor time`);

const reading = measure('read YAML', () => readYaml(yaml));
measure('  the same by the yaml package', () => readAnyYaml(yaml));
const file = measure('read units', () => readRegistryFile('单位名录.yaml', reading));
const registry = measure('index', () => createRegistry([file]));
measure('find conflicts', () => findConflicts(file, registry));

const names = registry.units.map(({ name }) => name.value);
perName('look up full names', names);
perName(
  'look up short names',
  names.map((name) => name.replace('管理局', '局').replace('委员会', '委').replace('和', '')),
);
perName('look up again', names);
const misspelt = names.slice(0, 200).map((name) => `${name.slice(0, -1)}据`);
perName('look up unknown names', misspelt);
const near = measure('  names near to them', () => misspelt.forEach((name) => registry.nearNames(name)));
void near;

const spell = await loadPinyin();
const text = '2026年全县工作要点\n\n一、重点任务\n\n1．任务。〔责任单位：yjj〕\n';
const place = { uri: '', draft: readDraft(text), registry };
const complete = () => unitCompletions(place, text.indexOf('yjj') + 3, { others: [], spell });
measure('complete yjj the first time', complete);
measure('complete yjj again', complete);

function perName(what: string, looked: readonly string[]): void {
  const before = process.cpuUsage();
  for (const name of looked) registry.resolve(name);
  const { user, system } = process.cpuUsage(before);
  console.log(`${what.padEnd(36)} ${((user + system) / looked.length).toFixed(2).padStart(8)} µs each`);
}

function measure<T>(what: string, work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  console.log(`${what.padEnd(36)} ${((user + system) / 1000).toFixed(1).padStart(8)} ms`);
  return result;
}
