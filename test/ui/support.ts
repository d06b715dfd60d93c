import type { FrameLocator, Locator } from 'playwright-core';
import {
  copyWorkspace,
  openEditor,
  type Editor,
  type OpenOptions as EditorOptions,
} from '../../scripts/lib/editor.mjs';

export const sample = '2026年云溪县安全生产工作要点.要点.md';
/** Milliseconds; machines that run tests are slow and busy. */
export const patience = 60_000;

export interface Opened {
  readonly editor: Editor;
  /** The copy of the samples that is open. */
  readonly folder: string;
  close(): Promise<void>;
}

/** A folder for one test, and how it goes away again. */
interface TemporaryFolder {
  readonly folder: string;
  remove(): Promise<void>;
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
export function useOwnEditor(
  prepare: (opened: Opened) => Promise<void>,
  open: () => Promise<Opened> = openSamples,
): void {
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

interface OpenOptions {
  readonly language?: 'zh-cn' | 'en';
  /** What the status bar says of the draft when it has been read. */
  readonly ready?: RegExp;
  /** Writes files beside the samples before the editor opens. */
  readonly addFiles?: (folder: string) => Promise<void>;
  readonly settings?: Record<string, unknown>;
}

/** The real editor on a folder, which is removed when the editor closes. */
export async function openWindow(
  { folder, remove }: TemporaryFolder,
  options: Omit<EditorOptions, 'folder'> & { readonly workspaceFile?: string } = {},
): Promise<Opened> {
  const { workspaceFile, ...others } = options;
  const editor = await openEditor({ width: 1400, height: 900, ...others, folder: workspaceFile ?? folder });
  editor.page.setDefaultTimeout(patience);
  const close = async (): Promise<void> => {
    await editor.close();
    await remove();
  };
  return { editor, folder, close };
}

/** The real editor on a copy of the samples, with the draft of this year open. */
export async function openSamples(options: OpenOptions = {}): Promise<Opened> {
  const { language = 'zh-cn', ready = /任务 25/, addFiles, settings } = options;
  const workspace = await copyWorkspace();
  await addFiles?.(workspace.folder);
  const opened = await openWindow(workspace, { open: sample, language, settings, width: 1500, height: 1000 });
  try {
    await opened.editor.waitForText(ready, { within: '.statusbar', timeout: patience });
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

after(async function () {
  this.timeout(patience);
  await closeIn(shared);
});

/** Rows of the 要点大纲 view that can be seen, by a part of what they say. */
export function outlineRow(editor: Editor, text: string): Locator {
  return editor.page.locator('.sidebar .monaco-list-row', { hasText: text });
}

/** Milliseconds for one attempt at something that may have to be done again. */
export const attempt = 10_000;

/** Acts, again if need be, until `wanted` is to be seen; `takeBack` undoes what an act did that meant something else. */
export async function actUntil(
  wanted: Locator,
  act: () => Promise<unknown>,
  takeBack: () => Promise<unknown> = async () => undefined,
): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      if (await wanted.isVisible()) return;
      await act();
      return await wanted.waitFor({ timeout: attempt });
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await takeBack();
    }
  }
}

/**
 * Chooses from a context menu. What the editor opens meanwhile takes the focus, and that closes a menu; one that has
 * only just opened takes no click.
 */
export async function chooseFromMenu(
  editor: Editor,
  label: string,
  open: () => Promise<unknown>,
): Promise<void> {
  const item = editor.page.locator('.monaco-menu').getByText(label).first();
  await actUntil(item, open);
  const deadline = Date.now() + patience;
  while (await item.isVisible()) {
    if (Date.now() > deadline) throw new Error(`the menu does not take ${label}`);
    await item.click({ timeout: attempt }).catch(() => undefined);
    await item.waitFor({ state: 'hidden', timeout: 1000 }).catch(() => undefined);
  }
}

/** Chooses from the menu of a file or folder in the explorer. */
export function chooseFromMenuOf(editor: Editor, name: string, label: string): Promise<void> {
  return chooseFromMenu(editor, label, async () => {
    await editor.press('Escape', 'Control+Shift+e');
    await explorerRow(editor, name).click({ button: 'right', timeout: attempt });
  });
}

/** The first file or folder of the explorer with a name. */
export function explorerRow(editor: Editor, name: string): Locator {
  return editor.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
}

/**
 * Acts on a row of the 要点大纲 view, brought into sight before, until `wanted` is to be seen. The list draws only what
 * can be seen and moves of itself (it follows the cursor, it is drawn anew after an edit): the row may be gone again
 * before the hand is there.
 */
export function actOnRow(
  editor: Editor,
  text: string,
  act: (row: Locator, options: { readonly timeout: number }) => Promise<void>,
  wanted: Locator,
): Promise<void> {
  return actUntil(wanted, async () => act(await scrollToRow(editor, text), { timeout: attempt }));
}

/** Turns the wheel over the view, from its top downwards, until the whole row can be seen. */
export async function scrollToRow(editor: Editor, text: string): Promise<Locator> {
  const row = outlineRow(editor, text).first();
  const list = editor.page.locator('.sidebar .monaco-list').first();
  const deadline = Date.now() + attempt;
  if (await isInSight(row, list)) return row;
  await list.hover();
  await turnWheel(editor, -100_000);
  while (!(await isInSight(row, list))) {
    if (Date.now() > deadline) throw new Error(`no row ${text}`);
    await turnWheel(editor, 200);
  }
  return row;
}

/** The list draws the rows next to those in sight too, below its edge, where no click reaches them. */
async function isInSight(row: Locator, list: Locator): Promise<boolean> {
  const options = { timeout: 1000 };
  if (!(await row.isVisible())) return false;
  const [inner, outer] = await Promise.all([row.boundingBox(options), list.boundingBox(options)]);
  return (
    inner !== null && outer !== null && inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
  );
}

/** Turns it by so many pixels, and lets the window draw what that brings into sight. */
async function turnWheel(editor: Editor, pixels: number): Promise<void> {
  await editor.page.mouse.wheel(0, pixels);
  await editor.page.evaluate(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
  );
}

/**
 * A lens above a line in sight. The window asks for lenses a quarter of a second after the text has got the focus, or
 * there are any to ask for; where the text loses the focus meanwhile, as to the list of commands, it waits until the
 * text has it again.
 */
export async function lens(editor: Editor, words: string): Promise<Locator> {
  const drawn = editor.page.locator('.editor-container .codelens-decoration a', { hasText: words }).first();
  await actUntil(
    drawn,
    () => editor.text.click(),
    () => editor.press('Control+Shift+e'),
  );
  return drawn;
}

/** Waits until keys go to the text. */
export async function untilTextHasFocus(editor: Editor): Promise<void> {
  await editor.page.locator('.editor-group-container.active .monaco-editor.focused').first().waitFor();
}

/** The first row of the view 审稿意见 that says something; opens the view if need be. */
export async function noteRow(editor: Editor, text: string): Promise<Locator> {
  const header = editor.page.locator('.sidebar .pane-header', { hasText: '审稿意见' }).first();
  // A click on the icon of what is shown would hide it.
  if (!(await header.isVisible()))
    await editor.page.locator('.activitybar [aria-label^="要点"]').first().click();
  await header.waitFor();
  if ((await header.getAttribute('aria-expanded')) === 'false') await header.click();
  return outlineRow(editor, text).first();
}

/** The page inside the task table panel. */
export function taskTable(editor: Editor): FrameLocator {
  return editor.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
}

/** The page beside the draft that came last: of a comparison, of 发文前检查. */
export function pageBeside(editor: Editor): FrameLocator {
  return editor.page.frameLocator('iframe.webview[name]').last().frameLocator('iframe#active-frame');
}
