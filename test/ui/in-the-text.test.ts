import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { eventuallyHolds } from '../vscode/support/eventually';
import {
  actUntil,
  lens,
  openSamples,
  pageBeside,
  patience,
  sample,
  taskTable,
  untilTextHasFocus,
  useOwnEditor,
} from './support';

describe('what stands in the text to help', function () {
  this.timeout(2 * patience);
  let editor: Editor;

  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
    },
    () => openSamples({ settings: { 'yaodian.时限提示': true, 'yaodian.单位全称': true } }),
  );

  const line = (words: string | RegExp): Locator =>
    editor.page.locator('.view-line', { hasText: words }).first();

  it('hints of the full date and the full name stand behind the words, where they are asked for', async () => {
    await editor.goTo(45, 1);
    await line(/2026年11月底前\s*→2026-11-30/).waitFor();
    await line(/县应急局\s*→云溪县应急管理局/).waitFor();
  });

  it('Enter behind a task begins the next one, and a second Enter takes the number away again', async () => {
    await editor.goTo(53, 1);
    await untilTextHasFocus(editor);
    // The line is wrapped: the first End goes to the end of what is drawn as its first row.
    await editor.press('End', 'End', 'Enter');
    await line('9．强化重点车辆管控').waitFor();
    await editor.waitForText('行 54，列 3', { within: '.statusbar' });
    await editor.press('Enter');
    await line(/^8．$/).waitFor({ state: 'detached' });
    await editor.press('Control+z', 'Control+z', 'Control+z');
    await line('8．强化重点车辆管控').waitFor();
  });

  it('a snippet is offered by its name, and put in with a key', async () => {
    await editor.goTo(56, 1);
    await untilTextHasFocus(editor);
    const offered = editor.page
      .locator('.suggest-widget .monaco-list-row', { hasText: '责任分工括注' })
      .first();
    await actUntil(
      offered,
      async () => {
        await editor.type('责任分工');
        await editor.press('Control+Space');
      },
      () => editor.press('Escape', 'Control+z'),
    );
    await offered.click();
    await line(/〔牵头单位：.+；完成时限：.+〕/).waitFor();
    await editor.press('Escape', 'Control+z', 'Control+z');
  });

  it('a count above the title opens the table with the tasks it counts', async () => {
    await editor.goTo(21, 1);
    const numbers = taskTable(editor).locator('tbody tr td.number');
    // While the window asks for lenses anew, as after an edit, those still drawn have lost their commands.
    await actUntil(numbers.first(), async () => (await lens(editor, '缺时限 2')).click());
    await eventuallyHolds(async () => assert.deepEqual(await numbers.allTextContents(), ['8．', '20．']));
  });

  it('buttons above the text open the table and the preview beside it', async () => {
    const button = (label: string): Locator =>
      editor.page
        .locator('.editor-group-container.active .editor-actions')
        .getByRole('button', { name: label });
    await editor.openFile(sample);
    await button('打开任务表').click();
    await taskTable(editor).locator('tbody tr').first().waitFor();
    await editor.press('Control+1');
    await button('预览公文版式').click();
    await pageBeside(editor).locator('.page').first().waitFor();
  });
});
