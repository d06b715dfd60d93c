import { startServer } from '../support/lsp-client';
import { median } from './measure';
import { generatePlan } from './plans';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';
import { LONG, type, TYPE_IN_PARAGRAPH, typeInLong } from './typing';

const KEYS = 40;
const PAUSE_MS = 30;

/** A fast typist: what counts is when the answer to the last key is there. */
export async function benchBurst({ programs, quick }: BenchOptions): Promise<Section> {
  const rows: string[][] = [];
  for (const size of quick ? [36_000] : [36_000, 400_000]) {
    const text = generatePlan(size);
    const lines = text.split('\n');
    const typeOnce = size < LONG ? type : typeInLong;
    const server = await startServer({ command: [programs.server, '--stdio'], patience: 120_000 });
    const uri = server.open('要点.要点.md', text);
    await server.diagnostics(uri);
    const single: number[] = [];
    for (let at = 0; at < 20; at++)
      for (const change of TYPE_IN_PARAGRAPH(lines, at)) single.push(await typeOnce(server, uri, change));
    const before = server.published.length;
    const last: number[] = [];
    for (let round = 0; round < 5; round++) {
      const [change] = TYPE_IN_PARAGRAPH(lines, round);
      for (let key = 1; key < KEYS; key++) {
        server.change(uri, change);
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
      last.push(await typeOnce(server, uri, change));
    }
    const answers = (server.published.length - before) / 5;
    await server.stop();
    rows.push([
      `${size / 10_000} 万字`,
      milliseconds(median(single)),
      milliseconds(median(last)),
      ratio(median(last), median(single)),
      answers.toFixed(0),
    ]);
  }
  return {
    title: `连打 ${KEYS} 键，每 ${PAUSE_MS} 毫秒一键`,
    about: '从最后一键到它的问题显示，与单独一键相比；过时的版本不再检查。',
    head: ['文本', '单独一键', '最后一键', '比', '回答次数'],
    rows,
  };
}
