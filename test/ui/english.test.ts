import assert from 'node:assert/strict';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { chineseOutsideQuotes } from '../support/wording';
import { eventuallyHolds } from '../vscode/support/eventually';
import { lens, openSamples, outlineRow, patience, useOwnEditor } from './support';

describe('the editor in English', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
      await editor.runCommand('Plan Outline');
    },
    () => openSamples({ language: 'en', ready: /25 tasks · 22 complete/ }),
  );

  it('says in the outline how many tasks there are and what they lack', async () => {
    await outlineRow(editor, '三、深化重点领域整治').filter({ hasText: '9 · 1 incomplete' }).waitFor();
    await outlineRow(editor, '8．强化重点车辆管控').filter({ hasText: 'no deadline' }).waitFor();
  });

  it('says in the list of problems what was found', async () => {
    await editor.runCommand('Problems: Focus on Problems View');
    await editor.waitForText('Before “19．” there is left out: “18．”', { within: '.panel' });
    const panel = editor.page.locator('.panel .monaco-list-row .marker-message-details-container');
    await eventuallyHolds(async () => {
      const messages = await panel.allInnerTexts();
      assert.ok(messages.length > 3, messages.join('\n'));
      for (const message of messages) assert.equal(chineseOutsideQuotes(message), '', message);
    });
  });

  it('counts the tasks above the chapters', async () => {
    await lens(editor, 'Tasks: 25 · complete: 22');
  });

  it('names its commands and what stands in the status bar', async () => {
    const rows = editor.page.locator('.quick-input-list .monaco-list-row');
    await editor.inList('F1', '>Yaodian: ', () =>
      eventuallyHolds(async () => {
        const names = await rows.locator('.label-name').allInnerTexts();
        assert.ok(names.includes('Yaodian: Renumber…') || names.length > 8, names.join('\n'));
        for (const name of names) {
          assert.match(name, /^Yaodian: /);
          assert.equal(chineseOutsideQuotes(name), '', name);
        }
      }),
    );
    await editor.page.keyboard.press('Escape');
    const items = editor.page.locator('.statusbar-item[id*="yaodian"]');
    for (const text of await items.allInnerTexts()) assert.equal(chineseOutsideQuotes(text), '', text);
  });
});
