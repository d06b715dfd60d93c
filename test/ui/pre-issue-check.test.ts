import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { assertAccessible } from './accessible';
import { pageBeside, patience, useOwnEditor } from './support';

describe('发文前检查', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let page: FrameLocator;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    page = pageBeside(editor);
  });

  it('comes before an export, which asks whether to go on where errors stand', async () => {
    await editor.runCommand('导出公文');
    const dialog = editor.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    assert.match((await dialog.textContent()) ?? '', /稿件还有 \d+ 个错误没有改/);
    await dialog.getByRole('button', { name: /取消|Cancel/ }).click();
    await page.locator('article').waitFor();
    assert.match((await page.locator('article').textContent()) ?? '', /检查发现的问题.*缺少的公文要素/s);
  });

  it('names what it offers for people who cannot see it', async () => {
    await editor.runCommand('发文前检查');
    await page.locator('article').waitFor();
    await assertAccessible(page, 'zh-CN');
  });

  it('goes from a finding to its place in the text', async () => {
    await editor.runCommand('发文前检查');
    const entry = page.locator('li', { hasText: '19．' }).first();
    await entry.locator('a.place').click();
    await editor.waitForText(/行 87/, { within: '.statusbar' });
  });
});
