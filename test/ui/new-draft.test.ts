import { patience, useSharedEditor } from './support';
import type { Editor } from '../../scripts/lib/editor.mjs';

describe('the new-draft wizard', function () {
  this.timeout(3 * patience);
  let editor: Editor;
  const answer = async (question: string, text: string): Promise<void> => {
    await editor.waitForText(question, { within: '.quick-input-widget' });
    await editor.page.locator('.quick-input-widget input[type=text]').first().fill(text);
    await editor.press('Enter');
  };

  const closeDraft = async (): Promise<void> => {
    await editor.press('Control+k', 'Control+k');
    await editor.runCommand('还原并关闭编辑器');
  };

  useSharedEditor(async (opened) => {
    editor = opened.editor;
  });

  it('asks for kind, year, office and subject, and opens the draft', async () => {
    await editor.runCommand('新建要点');
    await editor.page.locator('.quick-input-list .monaco-list-row', { hasText: '只有要点' }).click();
    await answer('哪一年的要点', '2028');
    await answer('发文机关的全称', '云溪县教育局');
    await answer('什么工作的要点', '云溪县教育');
    await editor.waitForText('# 2028年云溪县教育工作要点', { within: '.view-lines', timeout: patience });
    await editor.waitForText('发文机关: 云溪县教育局', { within: '.view-lines' });
    await closeDraft();
  });

  it('offers last year’s drafts of the workspace', async () => {
    await editor.runCommand('沿用上年稿件');
    await editor.page
      .locator('.quick-input-list .monaco-list-row', { hasText: '2025年云溪县安全生产' })
      .click();
    await editor.waitForText('年度: 2026', { within: '.view-lines', timeout: patience });
    await editor.waitForText('已沿用为2026年的稿件', { within: '.notifications-toasts' });
    await closeDraft();
  });
});
