import type { FrameLocator, Locator } from 'playwright-core';
import { copyWorkspace, openEditor, type Editor } from '../../scripts/lib/editor.mjs';

export const sample = '2026年云溪县安全生产工作要点.要点.md';
/** Milliseconds; machines that run tests are slow and busy. */
export const patience = 60_000;

interface Opened {
  readonly editor: Editor;
  /** The copy of the samples that is open. */
  readonly folder: string;
  close(): Promise<void>;
}

let opened: Opened | undefined;

/** The real editor on a copy of the samples, opened once for all tests that look at it. */
export async function editorOnSamples(): Promise<Editor> {
  opened ??= await openSamples();
  return opened.editor;
}

/** An editor of a test's own, for what would leave panels and groups behind. */
export async function openSamples(): Promise<Opened> {
  const workspace = await copyWorkspace();
  const editor = await openEditor({ folder: workspace.folder, open: sample, width: 1500, height: 1000 });
  editor.page.setDefaultTimeout(patience);
  const close = async (): Promise<void> => {
    await editor.close();
    await workspace.remove();
  };
  await editor.waitForText(/任务 25/, { within: '.statusbar', timeout: patience });
  return { editor, folder: workspace.folder, close };
}

after(async function () {
  this.timeout(patience);
  await opened?.close();
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
