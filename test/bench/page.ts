import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from './programs';
import type { Section } from './section';

const PAGE = path.join(root, 'docs/performance.md');

/** Puts the tables between the page's marks, in place of those of the same title; all else on the page stays. */
export async function writePage(sections: readonly Section[]): Promise<void> {
  const [before, marked, after] = readFileSync(PAGE, 'utf8').split(/(<!-- 表 -->\n[^]*<!-- 表完 -->)/u);
  if (marked === undefined || after === undefined)
    throw new Error(`${PAGE} has lost the marks around its tables`);
  const known = marked.split(/^(?=### )/mu).slice(1);
  const tables = new Map(known.map((table) => [titleOf(table), table.replace('<!-- 表完 -->', '').trim()]));
  for (const section of sections) tables.set(section.title, sectionTable(section));
  const text = [machine(), ...tables.values()].join('\n\n');
  const page = `${before}<!-- 表 -->\n\n${text}\n\n<!-- 表完 -->${after}`;
  writeFileSync(PAGE, await format(page, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}

function titleOf(table: string): string {
  return /^### (.*)/u.exec(table)?.[1] ?? '';
}

export function sectionTable({ title, about, head, rows }: Section): string {
  const lines = [head, head.map((_, index) => (index === 0 ? '---' : '--:')), ...rows];
  return `### ${title}\n\n${about}\n\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}`;
}

function machine(): string {
  const memory = Math.round(totalmem() / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `机器：${cpus()[0]?.model ?? '不详'}，可用 ${availableParallelism()} 核，内存 ${memory} GB，Node ${process.versions.node}，${process.platform}；${day} 测。`;
}
