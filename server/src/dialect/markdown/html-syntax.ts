import {
  isAsciiLetter,
  isDigit,
  isMarkdownSpace,
  skipMarkdownSpace,
  SLASH,
  GREATER,
  LESS,
} from './characters';

/**
 * The seven kinds of HTML block (CommonMark 0.31.2 §4.6). Kinds 1–5 run to the line with their end mark, 6 and 7 to
 * the next blank line.
 */
export type HtmlKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const RAW_NAMES = new Set(['pre', 'script', 'style', 'textarea']);

const BLOCK_NAMES = new Set(
  (
    'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl ' +
    'dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend ' +
    'li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot ' +
    'th thead title tr track ul'
  ).split(' '),
);

/** The kind of HTML block that begins at the `<` at `from`. */
export function readHtmlStart(text: string, from: number, to: number): HtmlKind | undefined {
  if (text.charCodeAt(from) !== LESS) return undefined;
  if (text.startsWith('<!--', from)) return 2;
  if (text.startsWith('<?', from)) return 3;
  if (text.startsWith('<![CDATA[', from)) return 5;
  if (text.startsWith('<!', from)) return isAsciiLetter(text.charCodeAt(from + 2)) ? 4 : undefined;
  return readTagStart(text, from, to);
}

function readTagStart(text: string, from: number, to: number): HtmlKind | undefined {
  const closing = text.charCodeAt(from + 1) === SLASH;
  const nameStart = from + (closing ? 2 : 1);
  const nameEnd = endOfTagName(text, nameStart, to);
  if (nameEnd === nameStart) return undefined;
  const after = text.charCodeAt(nameEnd);
  const ended = nameEnd === to || isMarkdownSpace(after) || after === GREATER;
  if (!ended && after !== SLASH) return undefined;
  const name = nameEnd - nameStart > 10 ? '' : text.slice(nameStart, nameEnd).toLowerCase();
  if (ended && !closing && RAW_NAMES.has(name)) return 1;
  if (BLOCK_NAMES.has(name)) return ended || text.charCodeAt(nameEnd + 1) === GREATER ? 6 : undefined;
  return isCompleteTag(text, nameEnd, to, closing) ? 7 : undefined;
}

function endOfTagName(text: string, from: number, to: number): number {
  if (!isAsciiLetter(text.charCodeAt(from))) return from;
  let i = from;
  while (i < to && isTagNamePart(text.charCodeAt(i))) i++;
  return i;
}

function isTagNamePart(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === 45;
}

/** Whether the rest of the line after a tag name closes the tag and holds nothing else. */
function isCompleteTag(text: string, from: number, to: number, closing: boolean): boolean {
  let i = from;
  let spaced = skipMarkdownSpace(text, i, to);
  while (!closing) {
    const attribute = spaced > i ? endOfAttribute(text, spaced, to) : spaced;
    if (attribute < 0) return false;
    if (attribute === spaced) break;
    i = attribute;
    spaced = skipMarkdownSpace(text, i, to);
  }
  if (!closing && text.charCodeAt(spaced) === SLASH) spaced++;
  return spaced < to && text.charCodeAt(spaced) === GREATER && skipMarkdownSpace(text, spaced + 1, to) === to;
}

/** The end of the attribute at `from`; `from` where none begins there, -1 where it is malformed. */
function endOfAttribute(text: string, from: number, to: number): number {
  const first = text.charCodeAt(from);
  if (from >= to || !(isAsciiLetter(first) || first === 58 || first === 95)) return from;
  let nameEnd = from;
  while (nameEnd < to && isAttributeNamePart(text.charCodeAt(nameEnd))) nameEnd++;
  const equals = skipMarkdownSpace(text, nameEnd, to);
  if (equals >= to || text.charCodeAt(equals) !== 61) return nameEnd;
  return endOfAttributeValue(text, skipMarkdownSpace(text, equals + 1, to), to);
}

function isAttributeNamePart(code: number): boolean {
  return isTagNamePart(code) || code === 46 || code === 58 || code === 95;
}

function endOfAttributeValue(text: string, from: number, to: number): number {
  const first = text[from];
  if (from >= to) return -1;
  if (first === '"' || first === "'") {
    let i = from + 1;
    while (i < to && text[i] !== first) i++;
    if (i >= to) return -1;
    const after = text.charCodeAt(i + 1);
    return i + 1 < to && (isMarkdownSpace(after) || after === SLASH || after === GREATER) ? i + 1 : -1;
  }
  let i = from;
  while (i < to && !' \t"\'/<=>`'.includes(text[i] as string)) i++;
  return i === from ? -1 : i;
}

/** Whether an HTML block of kind 1–5 ends on this line. On its first line pass `from` + 2 for comments, + 1 else. */
export function endsHtml(kind: HtmlKind, text: string, from: number, to: number): boolean {
  if (kind === 2) return includes(text, '-->', from, to);
  if (kind === 3) return includes(text, '?>', from, to);
  if (kind === 4) return includes(text, '>', from, to);
  if (kind === 5) return includes(text, ']]>', from, to);
  return kind === 1 && endsRawHtml(text, from, to);
}

function includes(text: string, needle: string, from: number, to: number): boolean {
  const last = to - needle.length;
  const first = needle.charCodeAt(0);
  for (let i = from; i <= last; i++)
    if (text.charCodeAt(i) === first && text.startsWith(needle, i)) return true;
  return false;
}

function endsRawHtml(text: string, from: number, to: number): boolean {
  for (let i = from; i < to - 1; i++) {
    if (text.charCodeAt(i) !== LESS || text.charCodeAt(i + 1) !== SLASH) continue;
    const end = Math.min(to, i + 11);
    let close = i + 2;
    while (close < end && isAsciiLetter(text.charCodeAt(close))) close++;
    if (
      text.charCodeAt(close) === GREATER &&
      close < to &&
      RAW_NAMES.has(text.slice(i + 2, close).toLowerCase())
    ) {
      return true;
    }
  }
  return false;
}
