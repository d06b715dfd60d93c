import assert from 'node:assert/strict';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { eventuallyHolds } from '../vscode/support/eventually';
import { actOnRow, outlineRow, patience, scrollToRow, useSharedEditor } from './support';

describe('the outline view', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  useSharedEditor(async (opened) => {
    editor = opened.editor;
    await editor.runCommand('要点大纲');
  });

  it('lists chapters with counts, and says of each task what it lacks', async () => {
    await outlineRow(editor, '三、深化重点领域整治').filter({ hasText: '9项 · 缺1项' }).waitFor();
    await outlineRow(editor, '7．整治农村道路安全隐患').filter({ hasText: '完整' }).waitFor();
    await outlineRow(editor, '8．强化重点车辆管控').filter({ hasText: '缺完成时限' }).waitFor();
  });

  it('shows every task below its own section', async () => {
    const list = editor.page.locator('.sidebar .monaco-list').first();
    const rows = async (): Promise<string[]> => {
      const drawn = await list.locator('.monaco-list-row').all();
      const numbered = drawn.map(async (row) => ({
        place: Number(await row.getAttribute('data-index')),
        text: (await row.locator('.label-name').innerText()).replace(/^(.+?[、）．]).*$/s, '$1'),
      }));
      return (await Promise.all(numbered)).sort((a, b) => a.place - b.place).map(({ text }) => text);
    };
    await scrollToRow(editor, '一、总体要求');
    await eventuallyHolds(async () => {
      const from = (await rows()).join('');
      assert.match(
        from,
        /二、（一）1．2．（二）3．4．（三）5．6．三、（一）7．8．（二）9．10．（三）11．12．/,
      );
    });
  });

  it('jumps to a task on a click', async () => {
    const place = editor.page.locator('.statusbar', { hasText: /行 55/ });
    await actOnRow(editor, '8．强化重点车辆管控', (row, options) => row.click(options), place);
  });

  it('follows the cursor', async () => {
    await editor.goTo(45, 10);
    await outlineRow(editor, '5．落实全员安全生产责任制').and(editor.page.locator('.selected')).waitFor();
  });

  it('shows only what lacks something, and all again', async () => {
    await editor.runCommand('大纲只看缺项');
    await outlineRow(editor, '7．整治农村道路安全隐患').waitFor({ state: 'detached' });
    await outlineRow(editor, '26．推广智能感知设备').filter({ hasText: '缺目标' }).waitFor();
    await editor.runCommand('大纲显示全部任务');
    await outlineRow(editor, '7．整治农村道路安全隐患').waitFor();
  });

  const group = async (by: string): Promise<void> => {
    await editor.runCommand('大纲分组方式');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: by }).click();
  };
  const backToChapters = async (): Promise<void> => {
    await group('按章节');
    await outlineRow(editor, '一、总体要求').waitFor();
  };

  it('groups tasks by unit, with the load of each', async () => {
    await group('按责任单位');
    await outlineRow(editor, '县应急管理局')
      .filter({ hasText: /1\d项.*牵头/ })
      .waitFor();
    await backToChapters();
  });

  it('groups tasks by the month they are due, told from those without a date or a deadline', async () => {
    await group('按完成时限');
    const isPast = '2026-03' < new Date().toISOString().slice(0, 7);
    await outlineRow(editor, '2026年3月')
      .filter({ hasText: isPast ? '1项 · 完整 · 已到期' : /1项 · 完整$/ })
      .waitFor();
    const undated = outlineRow(editor, '时限没有具体日期').filter({ hasText: '1项' });
    await actOnRow(
      editor,
      '时限没有具体日期',
      (row, options) => row.locator('.monaco-tl-twistie').click(options),
      undated.and(editor.page.locator('[aria-expanded=true]')),
    );
    await scrollToRow(editor, '23．完善预警叫应机制');
    await scrollToRow(editor, '未写完成时限');
    await outlineRow(editor, '未写完成时限').filter({ hasText: '2项' }).waitFor();
    await backToChapters();
  });

  it('groups tasks by what they lack', async () => {
    await group('按缺项情况');
    for (const [gap, count] of [
      ['缺目标', '1项'],
      ['缺完成时限', '2项'],
      ['完整', '22项 · 完整'],
    ] as const)
      await outlineRow(editor, gap).filter({ hasText: count }).first().waitFor();
    await backToChapters();
  });

  it('follows the text: a deadline written makes its task complete, and undoing takes that back', async () => {
    const line = 55;
    await editor.goTo(line, 1);
    await editor.press('End', 'ArrowLeft');
    await editor.type('；完成时限：2026年9月底前');
    await outlineRow(editor, '8．强化重点车辆管控').filter({ hasText: '完整' }).waitFor();
    await editor.waitForText(/完整 23 · 缺 2/, { within: '.statusbar' });
    await editor.press('Control+z');
    await outlineRow(editor, '8．强化重点车辆管控').filter({ hasText: '缺完成时限' }).waitFor();
    await editor.waitForText(/完整 22 · 缺 3/, { within: '.statusbar' });
  });
});
