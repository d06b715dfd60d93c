import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withEditor, type Editor } from '../../scripts/lib/editor.mjs';
import { quantile } from './measure';
import { noteDrawings } from './note-drawings.mjs';
import { root } from './programs';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';

const DRAFT = '2026年云溪县安全生产工作要点.要点.md';
const TITLE = '强化重点车辆管控';
/** What makes the task complete. */
const CLAUSE = '；完成时限：2026年6月底前';
/** Milliseconds between two drawings of a screen. */
const FRAME = 1000 / 60;

/** Milliseconds from a change of the text to what the window shows of it. */
interface Shown {
  readonly findings: number;
  readonly row: number;
}

/** Findings and the row of a task, both as they are drawn, after an edit that changes both. */
export async function benchOutline({ quick }: BenchOptions): Promise<Section> {
  const shown = await withEditor({ open: DRAFT, width: 1500, height: 1000 }, async (editor) => {
    await putCursorIntoClause(editor);
    const runs: Shown[] = [];
    for (let run = 0; run < (quick ? 4 : 40); run++) {
      runs.push(await timeOf(editor, () => editor.type(CLAUSE)));
      runs.push(await timeOf(editor, () => editor.press('Control+z')));
    }
    return runs;
  });
  const line = (name: string, of: (run: Shown) => number): string[] => {
    const [half, most] = [0.5, 0.95].map((share) => quantile(shown.map(of), share)) as [number, number];
    return [name, milliseconds(half), milliseconds(most), ratio(half, FRAME)];
  };
  return {
    title: '要点大纲跟上问题',
    about:
      '真实的编辑器里补写、撤销一项的完成时限，从改动到窗口里画出来的时钟毫秒数：波浪线的变化，要点大纲里这一项的文字，以及后者比前者晚多少。大纲由 VS Code 逐层向扩展要（稿件、章、节、任务，四个来回），这段时间在内。',
    head: ['画出来的', 'p50', 'p95', '合多少帧'],
    rows: [
      line('问题（波浪线）', ({ findings }) => findings),
      line('大纲里的一行', ({ row }) => row),
      line('大纲比问题晚', ({ findings, row }) => Math.max(0, row - findings)),
    ],
  };
}

async function putCursorIntoClause(editor: Editor): Promise<void> {
  await editor.waitForText(/任务 25/, { within: '.statusbar' });
  await editor.runCommand('要点大纲');
  await editor.waitForText(TITLE, { within: '.sidebar' });
  const lines = readFileSync(path.join(root, 'samples', DRAFT), 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes(TITLE));
  await editor.press('Control+1');
  // Before the bracket that ends the line.
  await editor.goTo(line + 1, lines[line]?.length);
}

async function timeOf(editor: Editor, change: () => Promise<void>): Promise<Shown> {
  await editor.page.evaluate(noteDrawings, TITLE);
  await change();
  await editor.page.waitForFunction('globalThis.shown.findings && globalThis.shown.row');
  const { began, findings, row } = (await editor.page.evaluate('globalThis.shown')) as Shown & {
    readonly began: number;
  };
  return { findings: findings - began, row: row - began };
}
