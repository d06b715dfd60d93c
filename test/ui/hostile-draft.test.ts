import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Frame, FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { HOSTILE_DRAFT } from '../security/hostile-draft';
import { root } from '../support/lsp-client';
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
const superior = '上级恶意.要点.md';

interface Webview {
  /** What a person calls it by. */
  readonly command: string;
  readonly surface: (editor: Editor) => FrameLocator;
  /** What is asked then is answered by the row that has this text. */
  readonly answer?: string;
}

/** Every page that the extension shows in a webview, by its type. */
const WEBVIEWS: Readonly<Record<string, Webview>> = {
  'yaodian.preview': { command: '预览公文版式', surface: pageBeside },
  'yaodian.taskTable': { command: '打开任务表', surface: taskTable },
  'yaodian.preIssueCheck': { command: '发文前检查', surface: pageBeside },
  'yaodian.compare': { command: '与上年或另一稿比较', surface: pageBeside, answer: '2025年恶意' },
  'yaodian.trace': { command: '查看上级要点落实情况', surface: pageBeside },
};

/** The types of the webviews in the sources, and what else would show markup. */
function webviewsInSources(): string[] {
  const client = path.join(root, 'client/src');
  const files = readdirSync(client, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const source = readFileSync(path.join(client, file), 'utf8');
    const made = source.matchAll(
      /createWebviewPanel\(\s*([\w'.]+)|\bviewType: (\w+)|registerWebview\w+|registerCustom\w+/g,
    );
    return (
      [...made]
        .map(([all, panel, page]) => panel ?? page ?? all)
        // The page with links is given its type by those who show it.
        .filter((type) => type !== 'viewType' && type !== 'string')
        .map((type) => new RegExp(`const ${type} = '([^']+)'`).exec(source)?.[1] ?? type.replaceAll("'", ''))
    );
  });
}

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
          const names = HOSTILE_DRAFT.replace('---\n', `---\n上级要点: ${superior}\n`);
          writeFileSync(path.join(samples, draft), names);
          writeFileSync(path.join(samples, superior), HOSTILE_DRAFT);
          writeFileSync(
            path.join(samples, '2025年恶意.要点.md'),
            HOSTILE_DRAFT.replaceAll('2026年', '2025年').replace('600个', '500个'),
          );
        },
      }),
  );

  /** What a script would have left in a page. A page that has gone meanwhile (the one shown before) has nothing to tell. */
  async function harmIn(frame: Frame): Promise<unknown> {
    try {
      return await frame.evaluate('globalThis.harmed');
    } catch (error) {
      if (!frame.isDetached()) throw error;
      return undefined;
    }
  }

  /** Shows the script as text, made no element of the draft's markup, and nothing of it has run or been loaded. */
  async function assertText(surface: FrameLocator): Promise<void> {
    await surface.getByText(SCRIPT).first().waitFor();
    assert.equal(await surface.locator(MARKUP).count(), 0);
    for (const frame of editor.page.frames()) assert.equal(await harmIn(frame), undefined);
    assert.deepEqual(
      asked.filter((what) => /harm|Content Security Policy[^]*unsafe-inline/.test(what)),
      [],
    );
  }

  /** Of the page's own: nothing is loaded from elsewhere, and no script runs but one that bears a secret. */
  async function assertPolicy(surface: FrameLocator): Promise<void> {
    const meta = surface.locator('meta[http-equiv="Content-Security-Policy"]').first();
    const policy = (await meta.getAttribute('content')) ?? '';
    const [first, ...others] = policy.split(';').map((directive) => directive.trim());
    assert.equal(first, "default-src 'none'");
    for (const directive of others)
      assert.match(directive, /^style-src [^;]+$|^script-src 'nonce-[\w+/=]{20,}'$/, policy);
  }

  it('meets every kind of page there is', () => {
    assert.deepEqual(webviewsInSources().sort(), Object.keys(WEBVIEWS).sort());
  });

  for (const [type, { command, surface, answer }] of Object.entries(WEBVIEWS))
    it(`stays text in ${type}, which runs and loads nothing but its own`, async () => {
      await editor.runCommand(command);
      if (answer !== undefined)
        await editor.page.locator('.quick-input-widget .monaco-list-row', { hasText: answer }).click();
      await assertText(surface(editor));
      await assertPolicy(surface(editor));
    });
});
