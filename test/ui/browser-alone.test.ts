import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openWebEditor, type Editor } from '../../scripts/lib/editor.mjs';
import { root } from '../support/lsp-client';
import { patience, sample, useOwnEditor } from './support';

/** There is no disk and no process behind this editor. */
async function openInBrowser(): Promise<{ editor: Editor; folder: string; close(): Promise<void> }> {
  const folder = path.join(root, 'samples');
  const editor = await openWebEditor({ folder });
  editor.page.setDefaultTimeout(patience);
  return { editor, folder, close: () => editor.close() };
}

/** Files in memory have no search: the draft is opened from the list of files, and read with the registry beside it. */
async function openSampleDraft(page: Page): Promise<void> {
  await page.locator('.explorer-folders-view .monaco-list-row', { hasText: sample }).first().dblclick();
  await page.locator('.statusbar', { hasText: /25 tasks/ }).waitFor();
}

describe('an editor that is a browser alone', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    await openSampleDraft(editor.page);
  }, openInBrowser);

  it('打开示例 opens a copy of the samples, with their registry, in a window of its own', async () => {
    const opened = editor.page.context().waitForEvent('page');
    await editor.runCommand('打开示例');
    const page = await opened;
    await openSampleDraft(page);
    await page.close();
  });

  it('打印 in the preview gives the pages to be printed to the browser', async () => {
    await editor.runCommand('预览公文版式');
    const preview = editor.page
      .frameLocator('iframe.webview[name]')
      .last()
      .frameLocator('iframe#active-frame');
    await preview.locator('.page').first().waitFor();
    const coming = editor.page.waitForEvent('download');
    await preview.getByRole('button', { name: 'Print' }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), '2026年云溪县安全生产工作要点.html');
    assert.match(await readFile(await download.path(), 'utf8'), /云溪府发〔2026〕3号/);
  });
});
