import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { HOSTILE_DRAFT } from '../security/hostile-draft';
import { openSamples, pageBeside, patience, taskTable, useOwnEditor } from './support';

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
  let asked: string[];

  useOwnEditor(
    async (opened) => {
      editor = opened.editor;
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
        addFiles: async (samples) => {
          writeFileSync(path.join(samples, draft), HOSTILE_DRAFT);
          writeFileSync(
            path.join(samples, '2025年恶意.要点.md'),
            HOSTILE_DRAFT.replaceAll('2026年', '2025年').replace('600个', '500个'),
          );
        },
      }),
  );

  /** Shows the script as text, made no element of the draft's markup, and nothing of it has run or been loaded. */
  async function assertText(surface: FrameLocator): Promise<void> {
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

  it('stays text in 发文前检查', async () => {
    await editor.runCommand('发文前检查');
    await assertText(pageBeside(editor));
  });

  it('stays text in a comparison', async () => {
    await editor.runCommand('与上年或另一稿比较');
    await editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: '2025年恶意' }).click();
    await assertText(pageBeside(editor));
  });
});
