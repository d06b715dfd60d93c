/**
 * What is read of a published text (.txt): it may have the line breaks of its page, and is read as the import has it, its
 * lines counted as they are in the file. Any other text is read as it is.
 */
export async function joinPublished(name: string, text: string): Promise<string> {
  if (!/\.txt$/i.test(name)) return text;
  const { unwrapInPlace } = await import('./text/unwrap-lines');
  return unwrapInPlace(text.replace(/\r\n?/g, '\n')) ?? text;
}
