import type { FrameLocator, Locator } from 'playwright-core';
import { copyWorkspace, openEditor, type Editor } from '../../scripts/lib/editor.mjs';

export const sample = '2026年云溪县安全生产工作要点.要点.md';
/** Milliseconds; machines that run tests are slow and busy. */
export const patience = 60_000;

export interface Opened {
  readonly editor: Editor;
  /** The copy of the samples that is open. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Where the editor stands that tests share, while it is open. */
interface Holder {
  opened?: Opened | undefined;
}

const shared: Holder = {};

/**
 * Gives the tests of a suite an editor of their own, for what would leave panels and groups behind. `prepare` brings
 * it to where they begin: once for all of them, and in a new editor on new files after a test that failed, so that
 * its second try and the tests behind it begin as if nothing had been.
 */
export function useOwnEditor(prepare: (opened: Opened) => Promise<void>, open = openSamples): void {
  const own: Holder = {};
  useEditor(own, prepare, open);
  after(() => closeIn(own));
}

/** Like `useOwnEditor`, in one editor for all suites that only look at it: opening one takes a while. */
export function useSharedEditor(prepare: (opened: Opened) => Promise<void>): void {
  useEditor(shared, prepare, openSamples);
}

function useEditor(
  holder: Holder,
  prepare: (opened: Opened) => Promise<void>,
  open: () => Promise<Opened>,
): void {
  let prepared = false;
  const begin = async (): Promise<void> => {
    holder.opened ??= await open();
    await prepare(holder.opened);
    prepared = true;
  };

  beforeEach(async function () {
    if (prepared) return;
    this.timeout(8 * patience);
    await begin().catch(async (error: unknown) => {
      // Mocha tries tests again, not what comes before them. The reporter tells of this one too.
      Object.assign(this.currentTest ?? {}, { failedBefore: error });
      await closeIn(holder);
      await begin();
    });
  });

  afterEach(async function () {
    if (!this.currentTest || this.currentTest.isPassed()) return;
    prepared = false;
    await picture(holder, this.currentTest.title);
    await closeIn(holder);
  });
}

/** What a failed test saw, for whoever looks into it. */
async function picture({ opened }: Holder, title: string): Promise<void> {
  const file = `out/ui/${title.replace(/[^\p{L}\p{N}]+/gu, '-')}.png`;
  const taken = await opened?.editor.screenshot(file, { settle: 0 }).catch(() => undefined);
  if (taken !== undefined) console.log(`  ${title}: ${taken}`);
}

async function closeIn(holder: Holder): Promise<void> {
  const { opened } = holder;
  holder.opened = undefined;
  await opened?.close();
}

/** The real editor on a copy of the samples, with the draft of this year open. */
export async function openSamples(): Promise<Opened> {
  const workspace = await copyWorkspace();
  const editor = await openEditor({ folder: workspace.folder, open: sample, width: 1500, height: 1000 });
  editor.page.setDefaultTimeout(patience);
  const close = async (): Promise<void> => {
    await editor.close();
    await workspace.remove();
  };
  try {
    await editor.waitForText(/任务 25/, { within: '.statusbar', timeout: patience });
  } catch (error) {
    await close();
    throw error;
  }
  return { editor, folder: workspace.folder, close };
}

after(async function () {
  this.timeout(patience);
  await closeIn(shared);
});

/** Rows of the 要点大纲 view that can be seen, by a part of what they say. */
export function outlineRow(editor: Editor, text: string): Locator {
  return editor.page.locator('.sidebar .monaco-list-row', { hasText: text });
}

/** The page inside the task table panel. */
export function taskTable(editor: Editor): FrameLocator {
  return editor.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** The page beside the draft that came last: of a comparison, of 发文前检查. */
export function pageBeside(editor: Editor): FrameLocator {
  return editor.page.frameLocator('iframe.webview[name]').last().frameLocator('iframe#active-frame');
}
