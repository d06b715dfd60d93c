import { decodeText } from './decode-text';
import { joinPublished } from './published-text';

/** Formats of which only what is converted can be read as a plan. */
const CONVERTED = /\.(?:docx|html?)$/iu;

/** The text of somebody else's plan, in any format that takes no other program. Throws as `importFile` does. */
export async function readPlan(name: string, bytes: Uint8Array): Promise<string> {
  if (!CONVERTED.test(name)) return joinPublished(name, decodeText(bytes).text);
  const { importFile } = await import('./import-file');
  return (await importFile({ name, bytes })).text;
}
