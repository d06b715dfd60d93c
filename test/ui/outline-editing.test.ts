import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import {
  actOnRow,
  actUntil,
  attempt,
  chooseFromMenu,
  openSamples,
  outlineRow,
  patience,
  sample,
  scrollToRow,
  untilTextHasFocus,
  useOwnEditor,
} from './support';

describe('rearranging in the outline view', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    await editor.runCommand('要点大纲');
    await outlineRow(editor, '7．整治农村道路安全隐患').waitFor();
  });

  const text = (words: string | RegExp) => editor.waitForText(words, { within: '.view-lines' });
  const key = (name: string) => () => editor.press(name);
  const undo = async (row: string): Promise<void> => {
    await untilTextHasFocus(editor);
    await editor.press('Control+z');
    await outlineRow(editor, row).waitFor();
  };

  const drag = (from: string, to: string, result: string): Promise<void> =>
    actOnRow(
      editor,
      from,
      (row, options) => row.dragTo(outlineRow(editor, to), options),
      outlineRow(editor, result),
    );

  it('a task dragged onto another takes its place, numbers follow, and one undo takes it back', async () => {
    await drag('7．整治农村道路安全隐患', '8．强化重点车辆管控', '8．整治农村道路安全隐患');
    await outlineRow(editor, '7．强化重点车辆管控').waitFor();
    await text('8．整治农村道路安全隐患。实施村道');
    await undo('7．整治农村道路安全隐患');
    await outlineRow(editor, '8．强化重点车辆管控').waitFor();
  });

  it('a section dragged onto another goes with its tasks', async () => {
    await drag('（一）道路交通领域', '（二）建设施工和燃气领域', '（二）道路交通领域');
    await outlineRow(editor, '9．整治农村道路安全隐患').waitFor();
    await undo('（一）道路交通领域');
  });

  it('keys move the selected row, and it stays selected', async () => {
    const selected = editor.page.locator('.selected');
    const before = outlineRow(editor, '7．整治农村道路安全隐患').and(selected);
    await actOnRow(editor, '7．整治农村道路安全隐患', (row, options) => row.click(options), before);
    await editor.press('Alt+y', 'ArrowDown');
    await text('8．整治农村道路安全隐患。实施村道');
    await outlineRow(editor, '8．整治农村道路安全隐患').and(selected).waitFor();
    await editor.press('Alt+y', 'ArrowUp');
    await before.waitFor();
    await text('7．整治农村道路安全隐患。实施村道');
  });

  it('a button puts the missing label into the clause, with the cursor in it', async () => {
    const title = '8．强化重点车辆管控';
    const press = async (row: Locator, options: { timeout: number }): Promise<void> => {
      await row.hover(options);
      await row.getByRole('button', { name: '补写缺项' }).click(options);
    };
    const label = editor.page.locator('.view-line', { hasText: '县交通运输局；完成时限：〕' }).first();
    await actOnRow(editor, title, press, label);
    await editor.waitForText(/行 55/, { within: '.statusbar' });
    await untilTextHasFocus(editor);
    await editor.type('2026年9月底前');
    await outlineRow(editor, title).filter({ hasText: '完整' }).waitFor();
    await editor.press('Escape', 'Control+z', 'Control+z');
    await outlineRow(editor, title).filter({ hasText: '缺完成时限' }).waitFor();
  });

  it('a menu inserts a task behind another, and what is typed becomes its title', async () => {
    await chooseFromMenu(editor, '在后面插入一项', async () =>
      (await scrollToRow(editor, '7．整治农村道路安全隐患')).click({ button: 'right', timeout: attempt }),
    );
    await text('9．强化重点车辆管控');
    await editor.waitForText(/行 55/, { within: '.statusbar' });
    await untilTextHasFocus(editor);
    await editor.type('完善交通标志');
    await outlineRow(editor, '8．完善交通标志').waitFor();
    await editor.press('Control+z', 'Control+z');
    await outlineRow(editor, '8．强化重点车辆管控').waitFor();
  });

  it('lists the other drafts of the workspace with counts, and opens them', async () => {
    const title = '2025年云溪县安全生产工作要点';
    const row = outlineRow(editor, title).filter({ hasText: /\d+项/ });
    const unfold = (row: Locator, options: { timeout: number }): Promise<void> =>
      row.locator('.monaco-tl-twistie').click(options);
    await actOnRow(editor, title, unfold, row.and(editor.page.locator('[aria-expanded=true]')));
    const tab = editor.page.locator('.tab.active', { hasText: '2025年' }).first();
    await actOnRow(editor, title, (row, options) => row.click(options), tab);
  });

  it('Tab at a number makes its line part of the one before, Shift+Tab takes it back', async () => {
    const line = (words: string): Locator => editor.page.locator('.view-line', { hasText: words }).first();
    await editor.openFile(sample);
    await editor.goTo(55, 3);
    // The keys are bound while the cursor is at the number, which the editor learns a moment after it gets there:
    // till then Tab writes spaces, and Shift+Tab finds none to remove.
    await actUntil(line('（1）强化重点车辆管控'), key('Tab'), key('Control+z'));
    await actUntil(line('8．强化重点车辆管控'), key('Shift+Tab'));
    await editor.press('Control+z', 'Control+z');
    await line('8．强化重点车辆管控').waitFor();
  });

  it('Tab within the text stays what it is', async () => {
    const spaced = editor.page.locator('.view-line', { hasText: /8．强化重\s+点车辆管控/ }).first();
    // Pressed before the editor learns that the cursor has left the number, Tab moves the line, and the cursor with it.
    const press = async (): Promise<void> => {
      await editor.goTo(55, 6);
      await editor.press('Tab');
    };
    await actUntil(spaced, press, key('Control+z'));
    await editor.press('Control+z');
  });
});

const FLOODS = '2026年云溪县防汛工作要点.要点.md';

/** The last task names the one before it by its number. */
const FLOODS_TEXT = `# 2026年云溪县防汛工作要点

一、健全机制

（一）落实责任人。逐库落实。

（二）储备物资。储备编织袋3万条。

（三）组织演练。演练不少于2次。

（四）加强值守。值守人员按第（三）项的演练名单确定。
`;

describe('changing levels in the outline view', function () {
  this.timeout(3 * patience);
  let editor: Editor;

  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
      await editor.openFile(FLOODS);
      await editor.runCommand('要点大纲');
      await outlineRow(editor, '（四）加强值守').waitFor();
    },
    () => openSamples({ addFiles: (folder) => writeFile(path.join(folder, FLOODS), FLOODS_TEXT) }),
  );

  for (const [label, row] of [
    ['降低一级', /^1[.．] ?储备物资/],
    ['提升一级', /^二、储备物资/],
  ] as const)
    it(`${label} in the menu of a row takes it there, mends what names others by number, and is undone at once`, async () => {
      const text = (words: string) => editor.waitForText(words, { within: '.view-lines' });
      await chooseFromMenu(editor, label, async () =>
        (await scrollToRow(editor, '（二）储备物资')).click({ button: 'right', timeout: attempt }),
      );
      await editor.page
        .locator('.sidebar .monaco-list-row')
        .filter({ has: editor.page.locator('.label-name', { hasText: row }) })
        .waitFor();
      await text('（三）加强值守。值守人员按第（二）项的演练名单确定');
      await editor.text.click();
      await untilTextHasFocus(editor);
      await editor.press('Control+z');
      await text('（四）加强值守。值守人员按第（三）项的演练名单确定');
      await outlineRow(editor, '（二）储备物资').waitFor();
    });
});
