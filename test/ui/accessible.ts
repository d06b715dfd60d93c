import assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';

/** As the accessibility tree of the browser writes a part without a name, e.g. `- button [disabled]`. */
const UNNAMED = /^\s*- (?:button|link|searchbox|textbox|combobox|checkbox|grid|img)(?: \[[^\]]*\])*:?$/gmu;

/** What a person acts on has a name for who cannot see it, and the page says which language it speaks. */
export async function assertAccessible(page: FrameLocator, language: 'zh-CN' | 'en'): Promise<void> {
  assert.equal(await page.locator('html').getAttribute('lang'), language);
  const tree = await page.locator('body').ariaSnapshot();
  assert.match(tree, /- (?:button|link|checkbox) "/u);
  assert.deepEqual(tree.match(UNNAMED) ?? [], []);
}
