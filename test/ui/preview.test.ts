import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { FrameLocator, Locator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { eventuallyHolds } from '../vscode/support/eventually';
import { assertAccessible } from './accessible';
import { patience, untilTextHasFocus, useOwnEditor } from './support';

/** These run in the page, whose types this project does not load. */
interface Page {
  getComputedStyle(element: unknown): { readonly backgroundColor: string; readonly color: string };
  addEventListener(name: string, listener: (event: { readonly effectiveDirective: string }) => void): void;
  document: {
    createElement(name: string): { src: string; textContent: string };
    body: { append(element: unknown): void };
  };
}
const coloursOf = (element: unknown): readonly string[] => {
  const { backgroundColor, color } = (globalThis as unknown as Page).getComputedStyle(element);
  return [backgroundColor, color];
};
/** What the page's policy stops of an element that somebody has got into it. */
const directiveAgainst = (_: unknown, [name, property, value]: readonly string[]): Promise<string> => {
  const page = globalThis as unknown as Page;
  return new Promise((resolve) => {
    page.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => resolve(effectiveDirective));
    const element = page.document.createElement(name as string);
    page.document.body.append(Object.assign(element, { [property as string]: value }));
  });
};

describe('the preview', function () {
  this.timeout(2 * patience);
  let editor: Editor;
  let preview: FrameLocator;

  useOwnEditor(async (opened) => {
    editor = opened.editor;
    await editor.runCommand('预览公文版式');
    preview = editor.page.frameLocator('iframe.webview[name]').last().frameLocator('iframe#active-frame');
    await preview.locator('.page').first().waitFor();
  });

  /** Keys go to the page after a click in it. */
  async function focusText(): Promise<void> {
    await editor.page.locator('.view-lines').first().click();
    await untilTextHasFocus(editor);
  }

  const widthOf = async (part: Locator): Promise<number> => (await part.boundingBox())?.width ?? 0;
  const brightness = async (part: Locator): Promise<number> =>
    Math.max(...((await part.evaluate(coloursOf))[0]?.match(/\d+/g) ?? []).map(Number));

  it('names its buttons for people who cannot see them', () => assertAccessible(preview, 'zh-CN'));

  it('shows white pages of A4', async () => {
    const page = preview.locator('.page').first();
    assert.match((await page.textContent()) ?? '', /云溪县人民政府文件.*云溪府发〔2026〕3号/);
    assert.equal((await page.evaluate(coloursOf))[0], 'rgb(255, 255, 255)');
    const { width = 0, height = 0 } = (await page.boundingBox()) ?? {};
    assert.ok(Math.abs(height / width - 297 / 210) < 0.01, `${width} × ${height}`);
  });

  it('goes from a page to the text on a double click', async () => {
    await preview.locator('.paragraph', { hasText: '8．强化重点车辆管控' }).dblclick();
    await editor.waitForText(/行 55/, { within: '.statusbar' });
  });

  it('goes from the text to its page, wherever the cursor is put', async () => {
    await focusText();
    for (const [line, text] of [
      [83, '17．'],
      [27, '坚持人民至上'],
    ] as const) {
      await editor.goTo(line);
      const current = preview.locator('.current', { hasText: text });
      await current.waitFor();
      await eventuallyHolds(async () => {
        const { y = -1 } = (await current.boundingBox()) ?? {};
        assert.ok(y > 0 && y < 1000, `line ${line} at ${y}`);
      }, patience);
    }
  });

  it('marks findings in the margin beside their words, and goes to them', async () => {
    const marker = preview.locator('.marker[title*="县安全生产监督管理局"]').first();
    await marker.waitFor();
    const [mark, paper] = [await marker.boundingBox(), await preview.locator('.page').first().boundingBox()];
    assert.ok(mark && paper && mark.x > paper.x && mark.x + mark.width < paper.x + (28 / 210) * paper.width);
    await marker.click();
    await editor.waitForText(/行 67，列 71/, { within: '.statusbar' });
  });

  it('zooms in and out, and fits the page to the panel again', async () => {
    const page = preview.locator('.page').first();
    const fitting = await widthOf(page);
    await preview.getByRole('button', { name: '放大' }).click();
    const larger = await widthOf(page);
    assert.ok(larger > 1.1 * fitting, `${larger} after ${fitting}`);
    await preview.getByRole('button', { name: '缩小' }).click();
    await preview.getByRole('button', { name: '缩小' }).click();
    assert.ok((await widthOf(page)) < 0.9 * fitting);
    await preview.getByRole('button', { name: '适合宽度' }).click();
    assert.ok(Math.abs((await widthOf(page)) - fitting) < 1);
  });

  it('follows what is typed', async () => {
    await focusText();
    await editor.goTo(27, 1);
    await editor.type('边写边看。');
    await preview.locator('.paragraph.body', { hasText: '边写边看。坚持人民至上' }).waitFor();
    await editor.press('Control+Z');
    await preview.locator('.paragraph.body', { hasText: /^\s*坚持人民至上/ }).waitFor();
  });

  it('gives the pages to be printed to the browser of whoever sits before it', async () => {
    const coming = editor.page.waitForEvent('download');
    await preview.getByRole('button', { name: '打印' }).click();
    const download = await coming;
    assert.equal(download.suggestedFilename(), '2026年云溪县安全生产工作要点.html');
    const turned = await preview.locator('.page.landscape').count();
    const upright = (await preview.locator('.page').count()) - turned;
    assert.deepEqual(await printedPages(editor, await download.path()), { upright, turned });
    assert.ok(turned > 0);
    await editor.waitForText('请用浏览器打开它来打印', { within: '.notifications-toasts' });
  });

  it('loads nothing and runs nothing that is not its own', async () => {
    const body = preview.locator('body');
    const against = (...element: readonly string[]): Promise<string> =>
      body.evaluate(directiveAgainst, element);
    assert.equal(await against('img', 'src', 'https://example.com/a.png'), 'img-src');
    assert.equal(await against('script', 'textContent', 'document.title = "x"'), 'script-src-elem');
    assert.equal(await against('iframe', 'src', 'https://example.com/'), 'frame-src');
  });

  it('keeps the paper white in a dark surround', async () => {
    const surround = preview.locator('html');
    const page = preview.locator('.page').first();
    await preview.locator('body.vscode-light').waitFor();
    assert.ok((await brightness(surround)) > 200);
    await focusText();
    await editor.runCommand('在浅色/深色主题之间切换');
    await preview.locator('body.vscode-dark').waitFor();
    await eventuallyHolds(async () => assert.ok((await brightness(surround)) < 80), patience);
    assert.deepEqual(await page.evaluate(coloursOf), ['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    assert.ok((await brightness(preview.locator('.tools'))) < 80);
  });
});

/** How many sheets a browser prints of a file. */
async function printedPages(editor: Editor, file: string): Promise<{ upright: number; turned: number }> {
  const page = await editor.page.context().newPage();
  await page.setContent(await readFile(file, 'utf8'));
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  await page.close();
  const sheets = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const turned = sheets.filter(([, width, height]) => Number(width) > Number(height)).length;
  return { upright: sheets.length - turned, turned };
}
