import type { FrontMatterEntry } from './model';

/*
 * Front matter as nearly every draft has it, a name and a word or date a line, read without the YAML parser: that one
 * took a third of the first reading of a draft, and as long as a page of prose in every other. Anything else that YAML
 * may say is left to it; a property holds both equal.
 */

/**
 * A name, and what YAML takes as it stands: text that begins with a Chinese character or mark (or with digits and
 * holds one), a number that reads back as written, a date; or nothing. No mark that means something to YAML.
 */
const PLAIN =
  /^(?<key>[\u4e00-\u9fff]{1,20}):(?: (?:(?<number>0|[1-9]\d{0,8})|(?<text>\d{4}-\d{2}-\d{2}|\d{0,9}[\u3001-\u3011\u3014\u3015\u4e00-\u9fff\uff08\uff09](?:[ ./()-]?[\w\u3001-\u3011\u3014\u3015\u4e00-\u9fff\uff01-\uff5e“”—])*)))?$/;

/** The entries of a front matter that stands at `offset`; undefined where any line is not plain or a name is repeated. */
export function readPlainEntries(text: string, offset: number): FrontMatterEntry[] | undefined {
  const entries: FrontMatterEntry[] = [];
  const names = new Set<string>();
  let start = offset;
  for (const line of text.split('\n')) {
    if (line !== '') {
      const entry = readPlainLine(line, start);
      if (entry === undefined || names.has(entry.key.value)) return undefined;
      names.add(entry.key.value);
      entries.push(entry);
    }
    start += line.length + 1;
  }
  return entries;
}

function readPlainLine(line: string, start: number): FrontMatterEntry | undefined {
  const groups = PLAIN.exec(line)?.groups;
  const name = groups?.['key'];
  if (groups === undefined || name === undefined) return undefined;
  const { number, text } = groups;
  const colon = start + name.length;
  const written = number ?? text;
  return {
    key: { value: name, range: { start, end: colon } },
    value: number === undefined ? (text ?? null) : Number(number),
    valueRange:
      written === undefined
        ? { start: colon + 1, end: colon + 1 }
        : { start: colon + 2, end: colon + 2 + written.length },
  };
}
