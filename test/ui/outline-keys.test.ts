import type { Editor } from '../../scripts/lib/editor.mjs';
import { outlineRow, patience, useOwnEditor } from './support';

describe('the outline view by the keyboard', function () {
  this.timeout(2 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    ({ editor } = opened);
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '7．整治农村道路安全隐患').waitFor();
  });

  const text = (words: string | RegExp) => editor.waitForText(words, { within: '.view-lines' });

  it('raises a task to a section and lowers it again', async () => {
    await outlineRow(editor, '8．强化重点车辆管控').click();
    // The click also moves the cursor; the chord is for the view when that is done.
    await editor.waitForText(/行 55/, { within: '.statusbar' });
    await outlineRow(editor, '8．强化重点车辆管控').and(editor.page.locator('.selected.focused')).waitFor();
    await editor.press('Alt+y', 'ArrowLeft');
    await text('（二）强化重点车辆管控');
    await outlineRow(editor, '（二）强化重点车辆管控').and(editor.page.locator('.selected')).waitFor();
    await editor.press('Alt+y', 'ArrowRight');
    await outlineRow(editor, '8．强化重点车辆管控').waitFor();
    await text('8．强化重点车辆管控');
  });

  it('finds rows by what they say', async () => {
    await editor.runCommand('在大纲中查找');
    const find = editor.page.locator('.sidebar .monaco-tree-type-filter input');
    await find.waitFor();
    await find.fill('燃气');
    await editor.page
      .locator('.sidebar .monaco-list-row .monaco-highlighted-label .highlight')
      .first()
      .waitFor();
    await editor.press('Escape');
  });
});
