import type { Editor } from '../../scripts/lib/editor.mjs';
import { outlineRow, patience, untilTextHasFocus, useSharedEditor } from './support';

const ISSUER = '云溪县教育局';

describe('the new-draft wizard', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  const text = (words: string | RegExp): Promise<void> =>
    editor.waitForText(words, { within: '.view-lines', timeout: patience });

  const choose = (label: string): Promise<void> =>
    editor.page.locator('.quick-input-list .monaco-list-row', { hasText: label }).click();

  /** As far as the questions go, for a plan of 2028. */
  const begin = async (kind: string): Promise<void> => {
    await editor.runCommand('新建要点');
    await choose(kind);
    await editor.answer('哪一年的要点', '2028');
    await editor.answer('发文机关的全称', ISSUER);
    await editor.answer('什么工作的要点', '云溪县教育');
    await text(`发文机关: ${ISSUER}`);
  };

  const closeDraft = async (): Promise<void> => {
    await editor.press('Control+k', 'Control+k');
    await editor.runCommand('还原并关闭编辑器');
  };

  useSharedEditor(async (opened) => {
    editor = opened.editor;
  });

  it('asks for kind, year, office and subject, and opens the draft', async () => {
    await begin('只有要点');
    await text('# 2028年云溪县教育工作要点');
    await closeDraft();
  });

  it('begins a plan with its notice; Tab goes from gap to gap, and the outline follows', async () => {
    await begin('印发通知和要点');
    await text('# 2028年云溪县教育工作要点');
    await text('现将《2028年云溪县教育工作要点》印发给你们');
    await untilTextHasFocus(editor);
    await editor.type('云溪教发');
    await editor.press('Tab');
    await editor.type('1');
    await editor.press('Tab');
    await editor.type('各学校');
    await text('发文字号: 云溪教发〔2028〕1号');
    await text('主送: 各学校');
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '二、重点任务').filter({ hasText: '3项' }).waitFor();
    await closeDraft();
  });

  it('begins a division of labour, with the table of its tasks as attachment', async () => {
    await begin('责任分工方案');
    await text('# 2028年云溪县教育重点工作责任分工方案');
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '2028年云溪县教育重点工作责任分解表').waitFor();
    await editor.text.click();
    await editor.press('Control+End');
    await text(/牵头单位\s*\|\s*责任单位\s*\|\s*完成时限/);
    await closeDraft();
  });

  it('offers last year’s drafts of the workspace', async () => {
    await editor.runCommand('沿用上年稿件');
    await choose('2025年云溪县安全生产');
    await text('年度: 2026');
    await editor.waitForText('已沿用为2026年的稿件', { within: '.notifications-toasts' });
    await closeDraft();
  });
});
