import { createRegistry } from '../../server/src/registry/create-registry';
import { readRegistryFile } from '../../server/src/registry/read-registry';
import type { Registry, RegistryFile } from '../../server/src/registry/registry';
import { readYaml } from '../../server/src/registry/yaml-value';

export function registryFileOf(yaml: string, uri = '单位名录.yaml'): RegistryFile {
  return readRegistryFile(uri, readYaml(yaml));
}

/** A registry from YAML texts, the nearest layer first. */
export function registryOf(...layers: readonly string[]): Registry {
  return createRegistry(layers.map((yaml, index) => registryFileOf(yaml, `名录${index + 1}.yaml`)));
}

const CORES =
  '应急管理局 住房和城乡建设委员会 发展和改革委员会 交通运输委员会 规划和自然资源局 农业农村委员会 卫生健康委员会 ' +
  '文化和旅游发展委员会 市场监督管理局 人力资源和社会保障局 民政局 财政局 教育委员会 公安局 水利局 生态环境局 ' +
  '林业局 商务委员会 经济和信息化委员会 退役军人事务局 医疗保障局 统计局 审计局 司法局 信访办公室';

/** A registry of `count` units of invented counties, as YAML: departments with short names, and townships. */
export function generateRegistryYaml(count: number): string {
  const cores = CORES.split(' ');
  const lines = ['单位:'];
  for (let i = 0; i < count; i++) {
    const county = `云${numeral(Math.floor(i / 50))}县`;
    const core = cores[i % 50];
    if (core === undefined) lines.push(`  - 全称: ${county}${numeral(i)}镇`, `    类别: 街镇`);
    else {
      lines.push(`  - 全称: ${county}${core}`, `    简称: [${county}${core.slice(0, 2)}办事机构]`);
      lines.push(`    区划前缀: ${county}`, `    类别: 政府`, `    序: ${i}`);
    }
  }
  return lines.join('\n') + '\n';
}

/** A number in characters that names of places are made of, distinct for distinct numbers. */
function numeral(number: number): string {
  const digits = '溪岭川湖原坪河峰林泉';
  return [...String(number)].map((digit) => digits[Number(digit)]).join('');
}
