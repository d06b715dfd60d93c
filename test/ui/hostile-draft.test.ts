import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { HOSTILE_DRAFT } from '../security/hostile-draft';
import { openSamples, outlineRow, pageBeside, patience, taskTable, useOwnEditor } from './support';

/** What markup of the draft would have become, and links that are not ours. */
const MARKUP = [
  'img[src="x"]',
  'img[src*="harm"]',
  'svg[onload]',
  '[onerror]',
  'a[href^="javascript:"]',
  'a[href*="workbench.action.quit"]',
  '[data-href*="workbench.action.quit"]',
  '[data-href^="javascript:"]',
].join();
const SCRIPT = '<script>globalThis.harmed=1</script>';
const draft = '恶意.要点.md';

describe('a draft full of scripts and links', function () {
  this.timeout(3 * patience);
  let editor: Editor;
  let folder: string;
  let asked: string[];

  useOwnEditor(
    async (opened) => {
      ({ editor, folder } = opened);
      asked = [];
      editor.page.on('request', (request) => asked.push(request.url()));
      editor.page.on('console', (message) => asked.push(message.text()));
      editor.page.on('dialog', (dialog) => {
        asked.push(`harm: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await editor.openFile(draft);
      await editor.waitForProblems();
    },
    () =>
      openSamples({
        prepare: (samples) => {
          writeFileSync(path.join(samples, draft), HOSTILE_DRAFT);
          writeFileSync(
            path.join(samples, '2025年恶意.要点.md'),
            HOSTILE_DRAFT.replaceAll('2026年', '2025年').replace('600个', '500个'),
          );
        },
      }),
  );

  /** Shows the script as text, made no element of the draft's markup, and nothing of it has run or been loaded. */
  async function assertText(surface: FrameLocator | Locator): Promise<void> {
    await surface.getByText(SCRIPT).first().waitFor();
    assert.equal(await surface.locator(MARKUP).count(), 0);
    for (const frame of editor.page.frames())
      assert.equal(await frame.evaluate('globalThis.harmed'), undefined);
    assert.deepEqual(
      asked.filter((what) => /harm|Content Security Policy[^]*unsafe-inline/.test(what)),
      [],
    );
  }

  it('stays text in the preview', async () => {
    await editor.runCommand('预览公文版式');
    await assertText(pageBeside(editor));
  });

  it('stays text in the task table', async () => {
    await editor.runCommand('打开任务表');
    await assertText(taskTable(editor));
  });

  it('stays text in the outline', async () => {
    await editor.runCommand('要点大纲');
    await assertText(outlineRow(editor, '增加').first());
  });

  it('stays text in 发文前检查', async () => {
    await editor.runCommand('发文前检查');
    await assertText(pageBeside(editor));
  });

  it('stays text in a comparison', async () => {
    await editor.runCommand('与上年或另一稿比较');
    await editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '2025年恶意' }).click();
    await assertText(pageBeside(editor));
  });

  it('stays text in a hover', async () => {
    const lines = HOSTILE_DRAFT.split('\n');
    const line = lines.findIndex((text) => text.startsWith('（一）'));
    await editor.goTo(line + 1, (lines[line] ?? '').indexOf('〔责任单位：县') + 8);
    await editor.runCommand('显示或聚焦悬停');
    await assertText(editor.page.locator('.monaco-hover:visible').first());
  });

  it('stays text in the report, opened in a browser', async () => {
    const report = path.join(folder, '报告.html');
    await editor.runCommand('生成检查报告');
    await editor.page.waitForFunction(
      `[...document.querySelectorAll('.quick-input-widget input')].some(({ value }) => value.endsWith('.html'))`,
    );
    await editor.page.locator('.quick-input-widget input[type=text]').first().fill(report);
    await editor.press('Enter');
    await editor.waitForText('报告.html', { within: '.notifications-toasts', timeout: patience });
    const page = await editor.page.context().newPage();
    await page.goto(pathToFileURL(report).href);
    await page.getByText(SCRIPT).first().waitFor({ state: 'attached' });
    assert.equal(await page.locator(MARKUP).count(), 0);
    assert.equal(await page.evaluate('globalThis.harmed'), undefined);
    await page.close();
  });
});
