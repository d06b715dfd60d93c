import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { patience, taskTable, useSharedEditor } from './support';

describe('the task table', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let table: FrameLocator;
  const titles = (): Promise<string[]> => table.locator('tbody tr td.number').allTextContents();

  useSharedEditor(async (opened) => {
    editor = opened.editor;
    await editor.runCommand('打开任务表');
    table = taskTable(editor);
    await table.locator('tbody tr').first().waitFor();
  });

  it('lists every task in the order of the draft', async () => {
    const shown = await titles();
    assert.equal(shown.length, 25);
    assert.deepEqual(shown.slice(0, 3), ['1．', '2．', '3．']);
  });

  it('shows only tasks without a deadline, in words as well as in colour', async () => {
    await table.locator('select').selectOption('missing-deadline');
    assert.deepEqual(await titles(), ['8．', '20．']);
    assert.deepEqual(await table.locator('td.state').allTextContents(), ['⚠ 缺完成时限', '⚠ 缺完成时限']);
    await table.locator('select').selectOption('all');
  });

  it('finds tasks by several words, whichever columns they stand in', async () => {
    await table.locator('input').fill('消防救援 充电');
    assert.deepEqual(await titles(), ['14．']);
    await table.locator('input').fill('');
  });

  it('sorts by deadline, tasks without one last, and the other way round', async () => {
    await table.getByRole('button', { name: '完成时限' }).click();
    const sorted = await titles();
    assert.equal(sorted[0], '1．');
    assert.deepEqual(sorted.slice(-2).sort(), ['20．', '8．']);
    assert.equal(await table.locator('th.deadline').getAttribute('aria-sort'), 'ascending');
    await table.getByRole('button', { name: '完成时限' }).click();
    assert.deepEqual((await titles()).slice(0, 2).sort(), ['20．', '8．']);
    await table.getByRole('button', { name: '序号' }).click();
  });

  it('is used from the keyboard: arrows choose a row, Enter goes to the task in the draft', async () => {
    await table.locator('tbody tr').first().focus();
    await editor.press('ArrowDown', 'ArrowDown', 'Enter');
    await editor.waitForText(/行 39/, { within: '.statusbar' });
  });

  it('follows the text', async () => {
    await editor.goTo(39, 3);
    await editor.type('全面');
    await table.locator('td.title', { hasText: '全面厘清新兴行业监管职责' }).waitFor();
    await editor.press('Control+z');
    await table.locator('td.title', { hasText: /^厘清新兴行业监管职责/ }).waitFor();
  });

  it('runs no code but its own', async () => {
    const policy = await table.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });
});
