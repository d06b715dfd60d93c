import { readFileSync } from 'node:fs';
import { startServer } from '../support/lsp-client';
import { generatePlan } from './plans';
import type { BenchOptions, Section } from './section';
import { type, TYPINGS } from './typing';

/** Resident memory while edits of all kinds go on. Reads /proc, so it is measured on Linux only. */
export async function benchMemory({ programs, quick }: BenchOptions): Promise<Section> {
  const text = generatePlan(36_000);
  const lines = text.split('\n');
  const server = await startServer({ command: [programs.server, '--stdio'], patience: 60_000 });
  const uri = server.open('要点.要点.md', text);
  await server.diagnostics(uri);
  const rows: string[][] = [];
  const note = (edits: number): void => {
    rows.push([String(edits), residentMegabytes(server.process.pid as number).toFixed(0)]);
  };
  const typings = Object.values(TYPINGS);
  note(0);
  const stations = quick ? [200, 500] : [100, 1000, 2500, 5000, 10_000, 20_000, 30_000, 40_000];
  let edits = 0;
  for (const station of stations) {
    for (; edits < station; edits += 2) {
      const typing = typings[(edits / 2) % typings.length] as (typeof typings)[number];
      for (const change of typing(lines, edits)) await type(server, uri, change);
      server.published.length = 0;
    }
    note(station);
  }
  await server.stop();
  return {
    title: '内存（3.6 万字，各种编辑）',
    about: '服务器进程的常驻内存，兆字节。',
    head: ['编辑次数', '常驻内存'],
    rows,
  };
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1] ?? NaN) / 1024;
}
