import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import {
  actUntil,
  attempt,
  chooseFromMenuOf,
  openSamples,
  patience,
  useOwnEditor,
  useSharedEditor,
} from './support';

/** So many that the check of all takes longer than a hand needs to stop it. */
const DRAFTS = 300;
const TASK = '1．修建水库。〔责任单位：县水利局〕\n\n';
/** Each with as much to find as makes it worth a moment. */
const draftOf = (number: number): string =>
  `# 2026年云溪县第${number}项工作要点\n\n一、重点任务\n\n${TASK.repeat(20)}`;

describe('the check of all drafts of a folder', function () {
  this.timeout(4 * patience);
  let editor: Editor;

  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
    },
    () =>
      openSamples({
        addFiles: async (folder) => {
          for (let number = 1; number <= DRAFTS; number++)
            await writeFile(path.join(folder, `稿件${number}.要点.md`), draftOf(number));
        },
      }),
  );

  it('shows how far it is, and stops when that is asked for', async () => {
    await editor.runCommand('检查工作区的全部稿件');
    const progress = editor.page.locator('.notifications-toasts .notification-list-item', {
      hasText: /检查稿件.*\d+\/\d+/,
    });
    await progress.first().waitFor();
    await progress
      .first()
      .getByRole('button', { name: /^(取消|Cancel)$/ })
      .click();
    await progress.first().waitFor({ state: 'detached' });
    // Nobody is told of a result that is none, and the next check is not in the way of anything.
    await editor.runCommand('检查工作区的全部稿件');
    await progress.first().waitFor();
    const told = editor.page.locator('.notifications-toasts', { hasText: /检查了 \d+ 份稿件/ });
    assert.equal(await told.count(), 0);
    await progress
      .first()
      .getByRole('button', { name: /^(取消|Cancel)$/ })
      .click();
    await progress.first().waitFor({ state: 'detached' });
  });
});

describe('the check from the menu of the explorer', function () {
  this.timeout(2 * patience);
  let editor: Editor;

  useSharedEditor(async (opened) => {
    editor = opened.editor;
  });

  const told = (words: string): Locator =>
    editor.page.locator('.notifications-toasts .notification-list-item', { hasText: words }).first();

  /** A menu that loses the focus closes as one that has been chosen from does: then nothing is told, and it is chosen again. */
  const check = (name: string, answer: Locator): Promise<void> =>
    actUntil(answer, () => chooseFromMenuOf(editor, name, '检查这里的稿件'));

  it('of a folder is of the drafts in it and no others', async () => {
    await check('往年', told('检查了 1 份稿件，没有发现问题'));
  });

  it('of a draft is of it alone, and leads to what it found', async () => {
    const name = '2026年云溪县防灾减灾工作要点';
    const answer = told('检查了 1 份稿件：错误 0');
    await check(name, answer);
    const problems = editor.page.locator('.markers-panel', { hasText: name }).first();
    // The message moves up when the one before it goes, and a click beside the button does nothing.
    await actUntil(problems, () =>
      answer.getByRole('button', { name: '查看问题' }).click({ timeout: attempt }),
    );
    await editor.runCommand('隐藏面板');
  });
});
