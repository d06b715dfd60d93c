const draft = '2026年云溪县安全生产工作要点.要点.md';

/**
 * The pictures of the documentation by file name (`docs/images/NAME.png`). `steps` drives the editor until what the
 * picture is about can be seen, and may return a selector that limits the picture to one element.
 */
export const pictures = {
  /** What an office clerk sees on opening the sample. */
  overview: {
    open: draft,
    steps: async (editor) => {
      await editor.runCommand('Explorer: Focus on Outline View');
      await editor.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor();
    },
  },
};
