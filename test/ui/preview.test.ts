import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Editor } from '../../scripts/lib/editor.mjs';
import { patience, useOwnEditor } from './support';

/** These run in the page, whose types this project does not load. */
interface Page {
  getComputedStyle(element: unknown): { readonly backgroundColor: string };
}
const backgroundOf = (element: unknown): string =>
  (globalThis as unknown as Page).getComputedStyle(element).backgroundColor;
const zoomOf = (element: unknown): string =>
  (element as { style: { getPropertyValue(name: string): string } }).style.getPropertyValue('zoom');

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

  it('shows white pages of A4, with findings in the margin', async () => {
    const page = preview.locator('.page').first();
    assert.match((await page.textContent()) ?? '', /云溪县人民政府文件.*云溪府发〔2026〕3号/);
    assert.equal(await page.evaluate(backgroundOf), 'rgb(255, 255, 255)');
    await preview.locator('.marker').first().waitFor();
  });

  it('goes from a page to the text on a double click', async () => {
    await preview.locator('.paragraph', { hasText: '8．强化重点车辆管控' }).dblclick();
    await editor.waitForText(/行 55/, { within: '.statusbar' });
  });

  it('zooms', async () => {
    const zoom = (): Promise<string> => preview.locator('main').evaluate(zoomOf);
    const before = Number(await zoom());
    await preview.getByRole('button', { name: '放大' }).click();
    assert.ok(Number(await zoom()) > before);
  });
});
