import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { exportDraft } from './export-draft';
import { noteRow, patience, sample, useOwnEditor } from './support';

interface WrittenNote {
  readonly state: string;
  readonly text: string;
  readonly replies?: readonly { readonly text: string }[];
}

describe('review notes', function () {
  this.timeout(3 * patience);
  let editor: Editor;
  let folder: string;
  useOwnEditor(async (opened) => {
    ({ editor, folder } = opened);
    await editor.goTo(33);
    await editor.runCommand('添加审稿意见');
    await editor.answer('写下审稿意见', '请核实清单的编制范围');
  });

  /** Waits until the side file says so. */
  async function untilWritten(holds: (note: WrittenNote) => boolean): Promise<void> {
    let text = '';
    for (let tries = 0; tries < 100; tries++) {
      text = await readFile(path.join(folder, sample.replace('.要点.md', '.审稿.json')), 'utf8').catch(
        () => '',
      );
      const notes = text === '' ? [] : Object.values((JSON.parse(text) as { notes: object }).notes);
      if ((notes as WrittenNote[]).some(holds)) return;
      await editor.page.waitForTimeout(100);
    }
    assert.fail(`not written: ${text}`);
  }

  it('are added where the cursor is, and listed with the name of the place', async () => {
    await untilWritten(({ text, state }) => text === '请核实清单的编制范围' && state === 'open');
    assert.match(await (await noteRow(editor, '请核实清单')).innerText(), /第二部分（一）第1项/);
  });

  it('are asked about when the draft becomes a Word file, and stand in it as comments', async () => {
    await noteRow(editor, '请核实清单');
    const file = path.join(folder, '送审稿.docx');
    await exportDraft(editor, 'Word', file, '写成 Word 批注');
    await editor.waitForText('已导出 送审稿.docx', { timeout: patience });
    const parts = unzipSync(await readFile(file));
    const comments = strFromU8(parts['word/comments.xml'] ?? new Uint8Array());
    assert.match(comments, /请核实清单的编制范围/);
    assert.match(strFromU8(parts['word/document.xml'] as Uint8Array), /<w:commentReference w:id="0"\/>/);
  });

  it('are replied to and resolved beside the text', async () => {
    await (await noteRow(editor, '请核实清单')).click();
    const thread = editor.page.locator('.review-widget').first();
    await thread.waitFor();
    const answer = thread.locator('.review-thread-reply-button');
    if (await answer.count()) await answer.first().click();
    await editor.page.keyboard.insertText('已核实，按部门编制');
    await thread.locator('.monaco-button', { hasText: '提交' }).click();
    await untilWritten(({ replies = [] }) => replies[0]?.text === '已核实，按部门编制');
    await thread.locator('.action-label[aria-label*="标为已解决"]').click();
    await untilWritten(({ state }) => state === 'resolved');
  });
});
