import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { openEditor, type Editor } from '../../scripts/lib/editor.mjs';
import { root } from './programs';
import { median } from './measure';
import { milliseconds, ratio, type BenchOptions, type Section } from './section';
import { temporaryFolder } from './temporary-folder';

const DRAFT = '2026年云溪县安全生产工作要点.要点.md';
/** Extensions by what VS Code's list of running ones calls them. */
const OURS = /yaodian\.yaodian|要点：工作要点写作与检查/;
/** Built in, and started by a Markdown file as ours is by a draft. */
const PEER = /Markdown Language Features|Markdown 语言功能/;
/** Starts when the window has come to rest. */
const LAST = /Merge Conflict|合并冲突/;

/** What opening a draft costs the extension host before anything can be done with it, as VS Code itself counts. */
export async function benchActivation({ quick }: BenchOptions): Promise<Section> {
  const runs: Activation[] = [];
  for (let run = 0; run < (quick ? 1 : 5); run++) runs.push(await measureOnce());
  const ours = median(runs.map((run) => run.ours));
  const peer = median(runs.map((run) => run.peer));
  return {
    title: '启动扩展',
    about:
      '真实的编辑器，窗口打开以后再打开一份稿件，然后打开一个 Markdown 文件；取 VS Code“正在运行的扩展”里的激活时间（扩展宿主中的时钟毫秒数），几次的中位数。目标：不超过 100 毫秒。',
    head: ['扩展', '激活', '比'],
    rows: [
      ['要点', milliseconds(ours), ratio(ours, peer)],
      ['VS Code 自带的 Markdown 扩展', milliseconds(peer), '1.00×'],
    ],
  };
}

interface Activation {
  readonly ours: number;
  readonly peer: number;
}

/** The files come into the folder only when the window is there: what starts with it has to wait for its turn. */
async function measureOnce(): Promise<Activation> {
  const folder = temporaryFolder();
  await writeFile(path.join(folder, '说明.txt'), '空文件夹\n');
  const editor = await openEditor({ folder, open: '说明.txt' });
  try {
    await activationOf(editor, LAST);
    await cp(path.join(root, 'samples'), folder, { recursive: true });
    await editor.openFile(DRAFT);
    await editor.waitForText(/任务 25/, { within: '.statusbar' });
    const ours = await activationOf(editor, OURS);
    await editor.openFile('README.md');
    return { ours, peer: await activationOf(editor, PEER) };
  } finally {
    await editor.close();
  }
}

/** Milliseconds. The list is opened anew until it has the extension: what starts later does not come into it. */
async function activationOf(editor: Editor, name: RegExp): Promise<number> {
  for (let turn = 0; turn < 30; turn++) {
    await editor.runCommand('显示正在运行的扩展');
    const rows = editor.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: name });
    await editor.page.locator('.runtime-extensions-editor .activation-time').first().waitFor();
    const text = (await rows.count()) > 0 ? await rows.first().locator('.activation-time').textContent() : '';
    const time = /(\d+)\s*(?:ms|毫秒)/.exec(text ?? '')?.[1];
    await editor.press('Control+F4');
    if (time !== undefined) return Number(time);
    await editor.page.waitForTimeout(1000);
  }
  throw new Error(`the list of running extensions does not have ${name}`);
}
