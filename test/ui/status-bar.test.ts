import assert from 'node:assert/strict';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { patience, taskTable, useOwnEditor } from './support';

describe('the status bar', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  const counted = async (): Promise<number> => {
    const text = await editor.page.locator('[id="yaodian.yaodian.yaodian.size"]').textContent();
    return Number(/(\d+) 字/.exec(text ?? '')?.[1]);
  };

  useOwnEditor(async (opened) => {
    editor = opened.editor;
  });

  it('tells characters and pages, and counts anew when typing pauses', async () => {
    await editor.waitForText(/\d+ 字 · 11 页/, { within: '.statusbar', timeout: patience });
    const before = await counted();
    assert.equal(before, 3620);
    await editor.goTo(27, 1);
    await editor.type('加强领导，');
    await editor.waitForText(new RegExp(`${before + 5} 字`), { within: '.statusbar' });
    await editor.press('Control+z');
    await editor.waitForText(new RegExp(`${before} 字`), { within: '.statusbar' });
  });

  it('tells how much is selected', async () => {
    await editor.goTo(21, 1);
    await editor.press('Shift+End');
    await editor.waitForText(/已选 \d+ 字 · 共 \d+ 字/, { within: '.statusbar' });
  });

  it('tells what the draft lacks, and opens the table of its tasks at a click', async () => {
    await editor.page
      .locator('[id="yaodian.yaodian.yaodian.summary"]', { hasText: '完整 22 · 缺 3' })
      .click();
    await taskTable(editor).locator('td.title', { hasText: '强化重点车辆管控' }).waitFor();
  });
});
