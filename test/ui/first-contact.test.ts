import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { temporaryFolder } from '../../scripts/lib/processes.mjs';
import {
  chooseFromMenuOf,
  explorerRow,
  openWindow,
  outlineRow,
  patience,
  useOwnEditor,
  type Opened,
} from './support';

const RAW = `2025年云溪县水利工作要点
一、修建水库
（一）开工建设。建成2座。〔责任单位：县水利局；完成时限：2025年6月底前〕
`;

/** A folder with a text in it that is no draft yet. */
async function openOffice(): Promise<Opened> {
  const temporary = await temporaryFolder('office');
  await writeFile(path.join(temporary.folder, '水利.txt'), RAW);
  return openWindow(temporary, { open: '水利.txt' });
}

describe('the first draft in a folder that has none', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
  }, openOffice);

  it('the empty view says what it will show, and begins a draft at a button', async () => {
    await editor.page.locator('.activitybar [aria-label^="要点"]').first().click();
    await editor.waitForText('还没有打开工作要点', { within: '.sidebar' });
    await editor.page.locator('.sidebar').getByRole('button', { name: '新建要点' }).click();
    await editor.waitForText('印发通知和要点', { within: '.quick-input-widget' });
    await editor.press('Escape');
  });

  it('the menu of a file brings it in, and the menu of the draft takes it over to the next year', async () => {
    await chooseFromMenuOf(editor, '水利.txt', '导入为要点稿');
    await explorerRow(editor, '水利.要点.md').waitFor();
    await editor.page.locator('.activitybar [aria-label^="要点"]').first().click();
    await outlineRow(editor, '（一）开工建设').waitFor();
    await chooseFromMenuOf(editor, '水利.要点.md', '沿用上年稿件');
    await editor.waitForText('年度: 2026', { within: '.view-lines' });
  });
});
