import type { Editor } from '../../scripts/lib/editor.mjs';
import { actUntil, attempt, noteRow, outlineRow, patience, useOwnEditor } from './support';

describe('review notes, once written', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    ({ editor } = opened);
    await editor.goTo(33);
    await editor.runCommand('添加审稿意见');
    await editor.answer('写下审稿意见', '请核实清单');
    await showThread();
  });

  /** The row may be drawn anew under the mouse: clicked until the thread is there. */
  async function showThread(): Promise<void> {
    const row = await noteRow(editor, '请核实');
    await actUntil(thread(), () => row.click({ timeout: attempt }));
  }

  const thread = () => editor.page.locator('.review-widget').first();
  const button = (label: string) => thread().locator(`.action-label[aria-label*="${label}"]`).first();
  const listed = (words: string) => outlineRow(editor, words).first();

  /** Opens the note for writing and puts other words in, which are not kept yet. */
  async function rewrite(words: string): Promise<void> {
    await thread().locator('.review-comment').first().hover();
    await button('修改意见').click();
    const box = thread().locator('.edit-container .monaco-editor').first();
    await box.click();
    await box.and(editor.page.locator('.focused')).waitFor();
    await editor.press('Control+a');
    await editor.type(words);
  }

  it('can be changed, and left as they were', async () => {
    await rewrite('请核实范围');
    await thread().locator('.monaco-button', { hasText: '保存修改' }).click();
    await listed('请核实范围').waitFor();
    await rewrite('别的话');
    await thread().locator('.monaco-button', { hasText: '放弃修改' }).click();
    await thread().locator('.comment-body', { hasText: '请核实范围' }).waitFor();
  });

  it('can be rejected and opened again; the view shows all, or what is still open', async () => {
    await button('标为不采纳').click();
    await editor.runCommand('只看待处理的审稿意见');
    await listed('请核实').waitFor({ state: 'detached' });
    await editor.runCommand('显示全部审稿意见');
    await listed('请核实').waitFor();
    // A note that is settled is folded away.
    await showThread();
    await button('重新打开').click();
    await editor.waitForText('待处理 1，共 1', { within: '.sidebar' });
  });

  it('are deleted once the person has said so', async () => {
    await showThread();
    await thread().locator('.review-comment').first().hover();
    await button('删除意见').click();
    const dialog = editor.page.locator('.monaco-dialog-box');
    await dialog.getByRole('button', { name: '删除' }).click();
    await listed('请核实').waitFor({ state: 'detached' });
  });
});
