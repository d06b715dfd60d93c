import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { assertAccessible } from './accessible';
import { pageBeside, patience, useOwnEditor } from './support';

describe('与上年或另一稿比较', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let page: FrameLocator;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    page = pageBeside(editor);
    await editor.runCommand('与上年或另一稿比较');
    await editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '2025年云溪县' }).click();
    await page.locator('[data-kind="dropped"]').waitFor();
  });

  it('asks for the old draft and shows both side by side, by task', async () => {
    const dropped = page.locator('[data-kind="dropped"]');
    assert.match((await dropped.textContent()) ?? '', /上年未延续的任务（1 项）.*5．推行安全生产责任保险/s);
    assert.match((await page.locator('[data-kind="changed"]').textContent()) ?? '', /90120公里/);
  });

  it('names what it offers for people who cannot see it', () => assertAccessible(page, 'zh-CN'));

  it('hides a kind of change, by the keyboard too', async () => {
    const box = page.getByRole('checkbox', { name: /新增的任务/ });
    await box.focus();
    await editor.page.keyboard.press('Space');
    await page.locator('[data-kind="added"]').waitFor({ state: 'hidden' });
    assert.ok(await page.locator('[data-kind="changed"]').isVisible());
    await box.check();
    await page.locator('[data-kind="added"]').waitFor();
  });

  it('goes to the task in either text', async () => {
    const entry = page.locator('[data-kind="changed"] tbody', { hasText: '整治农村道路安全隐患' }).first();
    await entry.locator('td').nth(1).locator('a').click();
    await editor.waitForText(/行 53/, { within: '.statusbar' });
    await entry.locator('td').nth(0).locator('a').click();
    await editor.waitForText(/行 47/, { within: '.statusbar' });
    await editor.page.locator('.tab', { hasText: '2025年云溪县' }).first().waitFor();
  });
});
