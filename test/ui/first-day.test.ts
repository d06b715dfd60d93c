import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { pageBeside, patience, sample, useOwnEditor } from './support';

describe('the first day', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let folder: string;

  useOwnEditor(async (opened) => {
    ({ editor, folder } = opened);
  });

  it('打开入门向导 shows what there is to do, step by step', async () => {
    await editor.runCommand('打开入门向导');
    await editor.waitForText('要点入门', { within: '.gettingStartedContainer' });
    await editor.page.getByText('看看哪里有问题').first().click();
    await pageBeside(editor).locator('img').first().waitFor();
  });

  it('打开示例 opens a copy of the samples in a window of its own', async () => {
    const opened = editor.page.context().waitForEvent('page');
    await editor.runCommand('打开示例');
    const page = await opened;
    await page.locator('.explorer-folders-view .monaco-list-row', { hasText: sample }).first().waitFor();
    await page.close();
  });

  it('显示运行日志 shows what the language server says', async () => {
    await editor.runCommand('显示运行日志');
    await editor.page.locator('.panel .output-view').waitFor();
  });

  it('接受现有问题为基线 takes what is found today from the list, and keeps it in a file', async () => {
    await editor.openFile(sample);
    await editor.waitForProblems();
    await editor.runCommand('接受现有问题为基线');
    await editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '当前这份稿件' }).click();
    await editor.waitForText(/已接受 1 份稿件的 \d+ 个问题/, { within: '.notifications-toasts' });
    await editor.page.locator('[id="status.problems"]', { hasText: /^\s*0/ }).waitFor();
    assert.deepEqual(
      (await readdir(folder)).filter((name) => name.includes('基线')),
      ['基线.json'],
    );
  });
});
