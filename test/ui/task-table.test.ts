import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { eventuallyHolds } from '../vscode/support/eventually';
import { assertAccessible } from './accessible';
import { chooseFormat } from './export-draft';
import { openSamples, patience, taskTable, useOwnEditor, useSharedEditor } from './support';

/** Runs in the page, whose types this project does not load. */
interface Page {
  getComputedStyle(element: unknown): { readonly borderBottom: string; readonly outline: string };
}

describe('the task table', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let folder: string;
  let table: FrameLocator;
  const titles = (): Promise<string[]> => table.locator('tbody tr td.number').allTextContents();

  useSharedEditor(async (opened) => {
    ({ editor, folder } = opened);
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
    await table.locator('select.filter').selectOption('missing-deadline');
    assert.deepEqual(await titles(), ['8．', '20．']);
    assert.deepEqual(await table.locator('td.state').allTextContents(), ['⚠ 缺完成时限', '⚠ 缺完成时限']);
    await table.locator('select.filter').selectOption('all');
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

  it('is used from the keyboard: arrows choose a cell, Enter goes to the task in the draft', async () => {
    await table.locator('td.number').first().focus();
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

  const cell = (task: string, column: string): Locator =>
    table.locator('tbody tr', { hasText: task }).locator(`td.${column}`);

  it('a cell that is written changes the clause in the draft, and one undo takes it back', async () => {
    await cell('强化重点车辆管控', 'deadline').dblclick();
    await table.locator('textarea').fill('2026年9月底前');
    await table.locator('textarea').press('Enter');
    await cell('强化重点车辆管控', 'state').filter({ hasText: '✓ 完整' }).waitFor();
    await cell('强化重点车辆管控', 'number').dblclick();
    await editor.waitForText('县交通运输局；完成时限：2026年9月底前〕', { within: '.view-lines' });
    await cell('强化重点车辆管控', 'deadline').click();
    await cell('强化重点车辆管控', 'deadline').and(table.locator(':focus')).press('Control+z');
    await cell('强化重点车辆管控', 'state').filter({ hasText: '⚠ 缺完成时限' }).waitFor();
  });

  it('is written from the keyboard: Enter begins, Tab goes on to the next cell, Escape takes back', async () => {
    await cell('强化重点车辆管控', 'lead').click();
    await table.locator(':focus').press('Enter');
    await table.locator('textarea').fill('县应急管理局');
    await table.locator('textarea').press('Tab');
    await cell('强化重点车辆管控', 'lead').filter({ hasText: '县应急管理局' }).waitFor();
    await cell('强化重点车辆管控', 'unit').and(table.locator(':focus')).press('F2');
    await table.locator('textarea').fill('不要的');
    await table.locator('textarea').press('Escape');
    await cell('强化重点车辆管控', 'unit').filter({ hasNotText: '不要的' }).waitFor();
    await cell('强化重点车辆管控', 'unit').and(table.locator(':focus')).press('Control+z');
    await cell('强化重点车辆管控', 'lead').filter({ hasText: '县公安局' }).waitFor();
  });

  it('refuses, in words, what would be read as something else', async () => {
    await cell('强化重点车辆管控', 'lead').dblclick();
    await table.locator('textarea').fill('县公安局〕（四）');
    await table.locator('textarea').press('Enter');
    await editor.waitForText('不能在表里这样改', { within: '.notifications-toasts' });
    await cell('强化重点车辆管控', 'lead')
      .filter({ hasText: /^县公安局$/ })
      .waitFor();
  });

  it('shows all drafts of the workspace, each task with its draft', async () => {
    await table.locator('select.scope').selectOption('all');
    await table.locator('td.plan', { hasText: '2026年云溪县河湖管护工作要点' }).first().waitFor();
    await table.locator('select.scope').selectOption('current');
    await table.locator('td.plan').first().waitFor({ state: 'detached' });
    assert.equal((await titles()).length, 25);
  });

  it('says in words what a cell lacks, and names its cells for people who cannot see them', async () => {
    assert.equal(await cell('强化重点车辆管控', 'deadline').textContent(), '— 缺');
    assert.equal(await cell('强化重点车辆管控', 'deadline').getAttribute('aria-readonly'), 'false');
    assert.equal(await table.locator('table').getAttribute('aria-rowcount'), '26');
    await table.getByRole('grid', { name: '2026年云溪县安全生产工作要点' }).waitFor();
    await assertAccessible(table, 'zh-CN');
  });

  it('keeps the titles in sight when it is scrolled to the side', async () => {
    const scroller = table.locator('.scroller');
    await scroller.evaluate((element) => element.scrollTo(10_000, 0));
    await eventuallyHolds(async () => {
      const parts = [scroller, cell('强化重点车辆管控', 'title'), cell('强化重点车辆管控', 'deadline')];
      const [outer, title, deadline] = await Promise.all(parts.map((part) => part.boundingBox()));
      assert.ok(outer && title && deadline);
      assert.ok(Math.abs(title.x - outer.x) <= 2, `${title.x} ${outer.x}`);
      assert.ok(deadline.x + deadline.width <= outer.x + outer.width + 2);
    });
    await scroller.evaluate((element) => element.scrollTo(0, 0));
  });

  it('makes a ledger of the draft at its button', async () => {
    const file = path.join(folder, '督办.xlsx');
    await table.getByRole('button', { name: '导出台账' }).click();
    await chooseFormat(editor, '督办台账', file);
    await editor.waitForText('已导出 督办.xlsx', { timeout: patience });
    const parts = Object.entries(unzipSync(readFileSync(file)));
    const text = parts.map(([name, part]) => (name.endsWith('.xml') ? strFromU8(part) : '')).join('\n');
    assert.match(text, /强化重点车辆管控/);
    assert.match(text, /推广智能感知设备/);
  });

  it('runs no code but its own', async () => {
    const policy = await table.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    assert.match(policy ?? '', /default-src 'none'/);
    assert.doesNotMatch(policy ?? '', /unsafe/);
  });
});

describe('the task table of a long draft', function () {
  this.timeout(3 * patience);
  let editor: Editor;
  let table: FrameLocator;
  const addFiles = (folder: string): Promise<void> =>
    writeFile(path.join(folder, '长稿.要点.md'), longDraft(500));

  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
      await editor.openFile('长稿.要点.md');
      await editor.waitForText(/任务 500/, { within: '.statusbar' });
      await editor.runCommand('打开任务表');
      table = taskTable(editor);
      await table.locator('td.title', { hasText: '办理第500件' }).waitFor();
    },
    () => openSamples({ addFiles }),
  );

  it('goes to its ends by keys', async () => {
    const focused = (task: string): Locator =>
      table.locator('tbody tr', { hasText: task }).locator('td.title:focus');
    assert.equal(await table.locator('table').getAttribute('aria-rowcount'), '501');
    await table.locator('td.title').first().click();
    await editor.press('Control+End');
    await focused('办理第500件').waitFor();
    await eventuallyHolds(async () => assert.ok(await isInSight(focused('办理第500件'), table)));
    await editor.press('Control+Home', 'ArrowRight');
    await focused('办理第1件').waitFor();
    await eventuallyHolds(async () => assert.ok(await isInSight(focused('办理第1件'), table)));
  });

  it('draws anew only the row that says something else after an edit', async () => {
    await table
      .locator('tbody tr')
      .evaluateAll((rows) => rows.forEach((row) => row.setAttribute('data-seen', '')));
    await table.locator('td.deadline').first().dblclick();
    await table.locator('textarea').fill('2026年6月底前');
    await table.locator('textarea').press('Enter');
    await table.locator('td.state', { hasText: '✓ 完整' }).first().waitFor();
    assert.equal(await table.locator('tbody tr:not([data-seen])').count(), 1);
  });
});

/** Whether a cell is in the part of the table that can be seen, below its heading. */
async function isInSight(cell: Locator, table: FrameLocator): Promise<boolean> {
  const boxes = [cell, table.locator('thead th').first(), table.locator('.scroller')].map((part) =>
    part.boundingBox(),
  );
  const [inner, heading, outer] = await Promise.all(boxes);
  assert.ok(inner && heading && outer);
  return inner.y >= heading.y + heading.height - 1 && inner.y + inner.height <= outer.y + outer.height + 1;
}

describe('the task table in high contrast', function () {
  this.timeout(3 * patience);
  let table: FrameLocator;

  useOwnEditor(
    async ({ editor }) => {
      await editor.runCommand('打开任务表');
      table = taskTable(editor);
      await table.locator('tbody tr').first().waitFor();
    },
    () => openSamples({ settings: { 'workbench.colorTheme': 'Default High Contrast' } }),
  );

  it('tells states by words and signs, and cells by lines', async () => {
    await table.locator('body.vscode-high-contrast').waitFor();
    const row = table.locator('tbody tr', { hasText: '强化重点车辆管控' });
    assert.equal(await row.locator('td.state').innerText(), '⚠ 缺完成时限');
    assert.equal(await row.locator('td.deadline').innerText(), '— 缺');
    for (const part of ['th', 'td.title', '.scroller', 'select.filter', 'input'])
      assert.match(await lineBelow(table.locator(part).first()), /^1px solid rgb\(\d/, part);
  });

  it('shows by a line which cell has the focus', async () => {
    const cell = table.locator('td.title').first();
    await cell.focus();
    await table.locator('td.title:focus').waitFor();
    assert.match(
      await cell.evaluate((element) => (globalThis as unknown as Page).getComputedStyle(element).outline),
      /solid 1px|1px solid/,
    );
  });
});

function lineBelow(part: Locator): Promise<string> {
  return part.evaluate((element) => (globalThis as unknown as Page).getComputedStyle(element).borderBottom);
}

function longDraft(tasks: number): string {
  const lines = Array.from(
    { length: tasks },
    (_, i) => `${i + 1}．办理第${i + 1}件。办结率100%。〔牵头单位：县教育局〕`,
  );
  return ['# 2026年云溪县工作要点', '一、重点任务', ...lines].join('\n\n') + '\n';
}
