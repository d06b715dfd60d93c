import type { Editor } from '../../scripts/lib/editor.mjs';
import { patience, useSharedEditor } from './support';

describe('renumbering the whole draft', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  useSharedEditor(async (opened) => {
    editor = opened.editor;
    await editor.openFile('2026年云溪县安全生产工作要点.要点.md');
  });

  it('is seen side by side first, then done at once, and undone at once', async () => {
    await editor.goTo(87);
    await editor.runCommand('重新编号（全文）');
    await editor.page.locator('.monaco-diff-editor').waitFor();
    await editor.waitForText('18．开展安全宣传活动', { within: '.monaco-diff-editor .modified' });
    await editor.page
      .locator('.notification-toast', { hasText: '右边是改后的' })
      .getByText('全部修改')
      .click();
    await editor.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await editor.waitForText('18．开展安全宣传活动', { within: '.view-lines' });
    await editor.page.locator('.view-lines').first().click();
    await editor.press('Control+z');
    await editor.waitForText('19．开展安全宣传活动', { within: '.view-lines' });
  });
});
