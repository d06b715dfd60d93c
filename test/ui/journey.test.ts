import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { copyWorkspace, type Editor } from '../../scripts/lib/editor.mjs';
import { chooseFormat } from './export-draft';
import { openWindow, patience, useOwnEditor, type Opened } from './support';

/** As copied from a web page: navigation, half-width commas, a number left out, no line between paragraphs. */
const RAW = `首页 > 政务公开 > 工作要点
云溪县人民政府办公室关于印发《2026年云溪县防汛抗旱工作要点》的通知
各乡镇人民政府、街道办事处，县政府各部门：
现将《2026年云溪县防汛抗旱工作要点》印发给你们，请认真贯彻执行。
云溪县人民政府办公室
2026年3月5日
2026年云溪县防汛抗旱工作要点
一、压实责任
（一）落实责任人。水库责任人落实率达100%,汛前完成培训。〔责任单位：县水利局；完成时限：2026年4月底前〕
（三）储备物资。储备编织袋3万条。〔责任单位：县应急管理局；完成时限：2026年5月底前〕
二、强化监测
（一）完善预警。预警叫应率达100%。〔责任单位：县气象局；完成时限：2026年6月底前〕
`;

/** A window on a folder, with no file open. */
async function openFolder(): Promise<Opened> {
  return openWindow(await copyWorkspace());
}

describe('the way from a text on the clipboard to the official document', function () {
  this.timeout(4 * patience);
  let editor: Editor;
  let folder: string;
  let actions: string[];
  /** One thing a person does: a command by its name counts as one, and so does an answer to a question. */
  const act = async (what: string, doing: () => Promise<unknown>): Promise<void> => {
    actions.push(what);
    await doing();
  };

  useOwnEditor(async (opened) => {
    ({ editor, folder } = opened);
    actions = [];
    // The commands of extensions come after the window.
    await editor.page.locator('.activitybar [aria-label*="要点"]').first().waitFor();
    await editor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await editor.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(RAW)})`);
  }, openFolder);

  it('takes at most six steps', async () => {
    await act('粘贴为要点', () => editor.runCommand('粘贴为要点'));
    await editor.waitForText('# 2026年云溪县防汛抗旱工作要点', { within: '.view-lines', timeout: patience });
    await act('修复全部', () => editor.runCommand('修复全部可自动修复的问题'));
    await editor.waitForText('（二）储备物资', { within: '.view-lines' });
    await act('导出公文', () => editor.runCommand('导出公文'));
    // The format, and where to.
    actions.push('选择 Word', '保存');
    await chooseFormat(editor, 'Word', path.join(folder, '防汛抗旱.docx'));
    await editor.waitForText('已导出 防汛抗旱.docx', { timeout: patience });
    assert.ok(actions.length <= 6, actions.join('、'));
    assert.ok((await readdir(folder)).includes('防汛抗旱.docx'));
    const document = unzipSync(await readFile(path.join(folder, '防汛抗旱.docx')))['word/document.xml'];
    const text = strFromU8(document as Uint8Array).replace(/<[^>]+>/g, '');
    assert.match(text, /关于印发《2026年云溪县防汛抗旱工作要点》的通知/);
    assert.match(text, /（二）储备物资。储备编织袋3万条。/);
    assert.match(text, /达100%，汛前完成培训。/);
    assert.doesNotMatch(text, /首页/);
  });
});
