import { isMarkdownSpace } from './characters';

/** CommonMark 0.31.2 §6.3: a link label has at most 999 characters. */
const LABEL_LIMIT = 999;
/** As micromark has it: at most 32 open parentheses in a bare destination. */
const PARENTHESES_LIMIT = 32;

/**
 * Reads one link reference definition (CommonMark 0.31.2 §4.7) at `from` in a paragraph's content, whose lines are
 * joined by `\n` and have lost their container prefixes. Returns the offset of the line break after it (or the
 * content's end), -1 where there is none.
 */
export function endOfDefinition(content: string, from: number): number {
  const label = endOfLabel(content, skipBlank(content, from, false));
  if (label < 0 || content[label] !== ':') return -1;
  const destination = endOfDestination(content, skipBlank(content, label + 1, true));
  if (destination < 0) return -1;
  const title = endOfTitle(content, destination);
  if (title >= 0) return title;
  return endOfBlankLine(content, destination);
}

/** The label of the definition at `from`, as written, without its brackets. */
export function labelOfDefinition(content: string, from: number): string {
  const start = skipBlank(content, from, false);
  return content.slice(start + 1, endOfLabel(content, start) - 1);
}

function skipBlank(content: string, from: number, acrossLines: boolean): number {
  let i = from;
  for (; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (!isMarkdownSpace(code) && !(acrossLines && code === 10)) break;
  }
  return i;
}

function endOfBlankLine(content: string, from: number): number {
  const end = skipBlank(content, from, false);
  return end === content.length || content[end] === '\n' ? end : -1;
}

function endOfLabel(content: string, from: number): number {
  if (content[from] !== '[') return -1;
  let visible = false;
  for (let i = from + 1; i < content.length && i - from <= LABEL_LIMIT + 1; i++) {
    const character = content[i] as string;
    if (character === '[') return -1;
    if (character === ']') return visible ? i + 1 : -1;
    if (character === '\\' && '\\[]'.includes(content[i + 1] ?? ' ')) i++;
    visible ||= !' \t\n'.includes(character);
  }
  return -1;
}

function endOfDestination(content: string, from: number): number {
  if (content[from] !== '<') return endOfBareDestination(content, from);
  for (let i = from + 1; i < content.length; i++) {
    const character = content[i] as string;
    if (character === '>') return i + 1;
    if (character === '\n' || character === '<') return -1;
    if (character === '\\' && '\\<>'.includes(content[i + 1] ?? ' ')) i++;
  }
  return -1;
}

function endOfBareDestination(content: string, from: number): number {
  let depth = 0;
  let i = from;
  for (; i < content.length; i++) {
    const code = content.charCodeAt(i);
    if (code === 32 || code === 9 || code === 10) break;
    if (code < 32 || code === 127) return -1;
    if (code === 92 && '\\()'.includes(content[i + 1] ?? ' ')) i++;
    else if (code === 40 && ++depth > PARENTHESES_LIMIT) return -1;
    else if (code === 41 && depth-- === 0) break;
  }
  return i > from && depth <= 0 ? i : -1;
}

/** The end of the title after a destination, if it and its line are complete. */
function endOfTitle(content: string, destination: number): number {
  const start = skipBlank(content, destination, true);
  const close = { '"': '"', "'": "'", '(': ')' }[content[start] ?? ''];
  if (start === destination || close === undefined) return -1;
  for (let i = start + 1; i < content.length; i++) {
    const character = content[i] as string;
    if (character === close) return endOfBlankLine(content, i + 1);
    if (character === '\\' && (content[i + 1] === close || content[i + 1] === '\\')) i++;
  }
  return -1;
}
