import type { Editor } from '../../scripts/lib/editor.mjs';

/**
 * Exports the draft in front as a person does: though errors stand, in a format by its name, to a file. `answer`: of
 * the rows that are offered once the format is chosen, where something is asked then.
 */
export async function exportDraft(
  editor: Editor,
  format: string,
  file: string,
  answer?: string,
): Promise<void> {
  await editor.runCommand('导出公文');
  await editor.page.locator('.monaco-dialog-box').getByRole('button', { name: '仍然导出' }).click();
  await chooseFormat(editor, format, file, answer);
}

export async function chooseFormat(
  editor: Editor,
  format: string,
  file: string,
  answer?: string,
): Promise<void> {
  const row = (text: string) => editor.page.locator('.quick-input-list .monaco-list-row', { hasText: text });
  await row(format).click();
  if (answer !== undefined) await row(answer).first().click();
  const ending = file.slice(file.lastIndexOf('.'));
  // The dialog writes its own proposal first; what is filled in before would be lost.
  await editor.page.waitForFunction(
    `[...document.querySelectorAll('.quick-input-widget input')].some(({ value }) => value.endsWith('${ending}'))`,
  );
  await editor.input.fill(file);
  await editor.press('Enter');
}
