import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { temporaryFolder } from '../../scripts/lib/processes.mjs';
import { actOnRow, openWindow, outlineRow, patience, useOwnEditor, type Opened } from './support';

const counties = ['甲县', '乙县'];
const draftOf = (county: string): string => `2026年${county}水利工作要点.要点.md`;

/** The same task in both; only the first county has the office that leads it. */
async function writeCounty(folder: string, county: string): Promise<void> {
  const office = county === '甲县' ? '水务局' : '水利局';
  const task = '1．修建水库。建成2座。〔牵头单位：县水务局；完成时限：2026年6月底前〕';
  await mkdir(path.join(folder, county));
  await writeFile(
    path.join(folder, county, '单位名录.yaml'),
    `区划前缀: ${county}\n单位:\n  - { 全称: ${county}${office} }\n`,
  );
  await writeFile(
    path.join(folder, county, draftOf(county)),
    `# 2026年${county}水利工作要点\n\n一、重点任务\n\n${task}\n`,
  );
}

async function openCounties(): Promise<Opened> {
  const temporary = await temporaryFolder('folders');
  const { folder } = temporary;
  for (const county of counties) await writeCounty(folder, county);
  const workspaceFile = path.join(folder, '两县.code-workspace');
  await writeFile(workspaceFile, JSON.stringify({ folders: counties.map((county) => ({ path: county })) }));
  return openWindow(temporary, { workspaceFile });
}

describe('a workspace of several folders', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    await editor.openFile(draftOf('甲县'));
    await editor.runCommand('要点大纲');
  }, openCounties);

  it('has the drafts of all folders in one tree', async () => {
    for (const county of counties)
      await outlineRow(editor, `2026年${county}水利工作要点`).filter({ hasText: '1项 · 完整' }).waitFor();
  });

  it('holds each draft against the register of its own folder', async () => {
    const task = outlineRow(editor, '1．修建水库');
    await task.filter({ hasText: /完整$/ }).waitFor();
    await actOnRow(
      editor,
      '2026年乙县水利工作要点',
      (row, options) => row.click(options),
      editor.page.locator('.tab.active', { hasText: draftOf('乙县') }),
    );
    await editor.waitForText('县水务局', { within: '.view-lines' });
    await editor.goTo(5, 3);
    await task.filter({ hasText: '完整 · 1 个问题' }).waitFor();
  });
});
