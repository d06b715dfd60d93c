const draft = '2026年云溪县安全生产工作要点.要点.md';

/**
 * The pictures of the documentation by file name (`docs/images/NAME.png`). `steps` drives the editor until what the
 * picture is about can be seen, and may return a selector that limits the picture to one element.
 */
export const pictures = {
  /** What an office clerk sees on opening the sample. */
  overview: {
    open: draft,
    height: 860,
    settings: { 'workbench.colorTheme': 'Default Light Modern' },
    steps: async (editor) => {
      await editor.waitForProblems();
      await editor.page.locator('.activitybar [aria-label*="要点"]').first().click();
      await editor.press('Control+Shift+M');
      await editor.page.locator('.markers-panel .monaco-list-row').first().waitFor();
      await editor.press('Control+1');
      await editor.goTo(87);
      await editor.page.mouse.move(640, 1);
    },
  },
};
