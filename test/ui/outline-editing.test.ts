import type { Editor } from '../../scripts/lib/editor.mjs';
import { outlineRow, patience, useOwnEditor } from './support';

describe('rearranging in the outline view', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '7．整治农村道路安全隐患').waitFor();
  });

  const text = (words: string | RegExp) => editor.waitForText(words, { within: '.view-lines' });
  const undo = async (row: string): Promise<void> => {
    await editor.press('Control+z');
    await outlineRow(editor, row).waitFor();
  };

  it('a task dragged onto another takes its place, numbers follow, and one undo takes it back', async () => {
    await outlineRow(editor, '7．整治农村道路安全隐患').dragTo(outlineRow(editor, '8．强化重点车辆管控'));
    await outlineRow(editor, '8．整治农村道路安全隐患').waitFor();
    await outlineRow(editor, '7．强化重点车辆管控').waitFor();
    await text('8．整治农村道路安全隐患。实施村道');
    await undo('7．整治农村道路安全隐患');
    await outlineRow(editor, '8．强化重点车辆管控').waitFor();
  });

  it('a section dragged onto another goes with its tasks', async () => {
    await outlineRow(editor, '（一）道路交通领域').dragTo(outlineRow(editor, '（二）建设施工和燃气领域'));
    await outlineRow(editor, '（二）道路交通领域').waitFor();
    await outlineRow(editor, '9．整治农村道路安全隐患').waitFor();
    await undo('（一）道路交通领域');
  });

  it('keys move the selected row, and it stays selected', async () => {
    const selected = editor.page.locator('.selected');
    await outlineRow(editor, '7．整治农村道路安全隐患').click();
    await outlineRow(editor, '7．整治农村道路安全隐患').and(selected).waitFor();
    await editor.press('Alt+y', 'ArrowDown');
    await text('8．整治农村道路安全隐患。实施村道');
    await outlineRow(editor, '8．整治农村道路安全隐患').and(selected).waitFor();
    // The chord is for the row as the view shows it once it has settled.
    await editor.page.waitForTimeout(500);
    await editor.press('Alt+y', 'ArrowUp');
    await outlineRow(editor, '7．整治农村道路安全隐患').and(selected).waitFor();
  });

  it('a button puts the missing label into the clause, with the cursor in it', async () => {
    const row = outlineRow(editor, '8．强化重点车辆管控');
    await row.hover();
    await row.getByRole('button', { name: '补写缺项' }).click();
    await text('县交通运输局；完成时限：〕');
    await editor.waitForText(/行 55/, { within: '.statusbar' });
    await editor.type('2026年9月底前');
    await row.filter({ hasText: '完整' }).waitFor();
    await editor.press('Escape', 'Control+z', 'Control+z');
    await row.filter({ hasText: '缺完成时限' }).waitFor();
  });

  it('a menu inserts a task behind another, and what is typed becomes its title', async () => {
    await outlineRow(editor, '7．整治农村道路安全隐患').click({ button: 'right' });
    await editor.page.locator('.monaco-menu').getByText('在后面插入一项').click();
    await text('9．强化重点车辆管控');
    await editor.waitForText(/行 55/, { within: '.statusbar' });
    await editor.type('完善交通标志');
    await outlineRow(editor, '8．完善交通标志').waitFor();
    await editor.press('Control+z', 'Control+z');
    await outlineRow(editor, '8．强化重点车辆管控').waitFor();
  });

  it('lists the other drafts of the workspace with counts, and opens them', async () => {
    await outlineRow(editor, '7．整治农村道路安全隐患').click();
    await editor.press('End');
    const last = outlineRow(editor, '2025年云溪县安全生产工作要点').first();
    await last.filter({ hasText: /\d+项/ }).waitFor();
    await last.locator('.monaco-tl-twistie').click();
    await last.click();
    await editor.page.locator('.tab.active', { hasText: '2025年' }).first().waitFor();
  });
});
