import { isCollection, isMap, isScalar, parseDocument } from 'yaml';
import type { Document, Pair, Scalar, YAMLError } from 'yaml';
import type { OpaqueBlock } from './blocks';
import { describeYamlError } from './front-matter-messages';
import { LineReader } from './markdown/line-reader';
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from './model';
import { readPlainEntries } from './plain-front-matter';
import type { Located, Range } from './range';
import { remember } from './remember';
import { spokenLanguage, t, type Language } from '../localise';

/** Longer front matter is not read: it is some other file's content by mistake. In UTF-16 units. */
const SIZE_LIMIT = 64 * 1024;
/** Deeper nesting of `[` and `{` is not read: the YAML parser is recursive. */
const DEPTH_LIMIT = 50;
/** What references (`*名`) of one entry may expand to, in nodes: far above honest use, far below an “alias bomb”. */
const ALIAS_LIMIT = 100;

/** A YAML source, and where it stands in the text. */
interface Source {
  readonly text: string;
  readonly offset: number;
}

/** Reads the front matter that `scanBlocks` found (its block of kind `yaml`). Never throws: faults are problems. */
export function readFrontMatter(text: string, block: OpaqueBlock): FrontMatter {
  const source = sourceOf(text, block);
  const refusal = refuse(source);
  if (refusal)
    return { range: block.range, entries: [], problems: [{ message: refusal, range: block.range }] };
  const reading = readings[spokenLanguage()](`${source.offset}:${source.text}`);
  return { range: block.range, ...reading };
}

type Reading = Omit<FrontMatter, 'range'>;

/** Nearly every keystroke leaves the front matter as it is, and YAML takes longer to read than a page of prose. */
const readings: Readonly<Record<Language, (placed: string) => Reading>> = {
  zh: remember(readPlaced),
  en: remember(readPlaced),
};

/** Reads a source behind its offset: `4:文种: 工作要点`. */
function readPlaced(placed: string): Reading {
  const colon = placed.indexOf(':');
  return readSource({ text: placed.slice(colon + 1), offset: Number(placed.slice(0, colon)) });
}

/** What stands between the two `---` lines. */
function sourceOf(text: string, block: OpaqueBlock): Source {
  const whole = text.slice(block.range.start, block.range.end);
  const reader = new LineReader(whole);
  reader.next();
  reader.next();
  const start = reader.start;
  const end = Math.max(start, whole.lastIndexOf('---'));
  return { text: whole.slice(start, end), offset: block.range.start + start };
}

function refuse({ text }: Source): string | undefined {
  if (text.length > SIZE_LIMIT) return t('前言过长（超过 {0} 字），没有读取', SIZE_LIMIT);
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '[' || character === '{') depth++;
    if (character === ']' || character === '}') depth--;
    if (depth > DEPTH_LIMIT) return t('前言的括号嵌套过深（超过 {0} 层），没有读取', DEPTH_LIMIT);
  }
  return undefined;
}

function readSource(source: Source): Pick<FrontMatter, 'entries' | 'problems'> {
  const plain = readPlainEntries(source.text, source.offset);
  if (plain !== undefined) return { entries: plain, problems: [] };
  const colons = findWrongColons(source);
  let document: Document;
  try {
    document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent' });
  } catch {
    const range = { start: source.offset, end: source.offset + source.text.length };
    return { entries: [], problems: [{ message: t('前言不是可以读懂的 YAML'), range }] };
  }
  const problems: FrontMatterProblem[] = [...colons];
  // A wrong colon is the cause of whatever YAML finds wrong after it.
  if (colons.length === 0) problems.push(...document.errors.map((error) => describe(error, source)));
  const { contents } = document;
  if (isMap(contents)) return new EntryReader(source, document, problems).read(contents.items);
  if (contents !== null && problems.length === 0) {
    const range = rangeOf(contents, source);
    problems.push({ message: t('前言应为“名称: 内容”，每项一行'), range });
  }
  return { entries: [], problems };
}

/** The commonest slip: `文种：工作要点` with a full-width colon, or no space after the half-width one. */
function findWrongColons({ text, offset }: Source): FrontMatterProblem[] {
  const problems: FrontMatterProblem[] = [];
  const reader = new LineReader(text);
  while (reader.next()) {
    const line = text.slice(reader.start, reader.end);
    const match = /^[\p{L}\p{N}]+(：|:(?=[^\s/]))/u.exec(line);
    if (!match || /^[^：:]*:(?:\s|$)/.test(line)) continue;
    const end = offset + reader.start + match[0].length;
    const message =
      match[1] === '：' ? t('这里应是半角冒号加空格（: ），不是全角冒号') : t('冒号后面缺少空格');
    problems.push({ message, range: { start: end - 1, end } });
  }
  return problems;
}

function describe(error: YAMLError, { text, offset }: Source): FrontMatterProblem {
  const start = Math.min(error.pos[0], text.length);
  const end = Math.min(Math.max(error.pos[1], start + 1), text.length);
  return { message: describeYamlError(error.code), range: { start: offset + start, end: offset + end } };
}

class EntryReader {
  private readonly entries: FrontMatterEntry[] = [];
  private readonly seen = new Set<string>();

  constructor(
    private readonly source: Source,
    private readonly document: Document,
    private readonly problems: FrontMatterProblem[],
  ) {}

  read(pairs: readonly Pair[]): Pick<FrontMatter, 'entries' | 'problems'> {
    for (const pair of pairs) this.readPair(pair);
    return { entries: this.entries, problems: this.problems };
  }

  private readPair({ key, value }: Pair): void {
    const { source, problems } = this;
    if (!isScalar(key) || key.value === null) {
      problems.push({ message: t('这里应是一项的名称'), range: rangeOf(key, source) });
      return;
    }
    const located = locateKey(key, source);
    // A key over several lines is none: a line without its colon was read into it, and is reported.
    if (located.value.includes('\n')) return;
    if (this.seen.has(located.value)) {
      problems.push({ message: t('“{0}”写了不止一次，以第一处为准', located.value), range: located.range });
    }
    this.seen.add(located.value);
    this.entries.push(this.entryOf(located, value));
  }

  private entryOf(key: Located, value: unknown): FrontMatterEntry {
    const { source } = this;
    const valueRange = value === null ? emptyAfter(key, source) : valueRangeOf(value, key, source);
    const entry = { key, value: this.valueOf(value, valueRange), valueRange };
    return isMap(value) ? { ...entry, fields: this.fieldsOf(value.items as readonly Pair[]) } : entry;
  }

  private fieldsOf(pairs: readonly Pair[]): readonly FrontMatterEntry[] {
    return pairs.flatMap(({ key, value }) =>
      isScalar(key) && key.value !== null ? [this.entryOf(locateKey(key, this.source), value)] : [],
    );
  }

  private valueOf(node: unknown, range: Range): unknown {
    try {
      return plainValue(node, this.document);
    } catch {
      this.problems.push({ message: t('引用（*）展开后过多，没有读取'), range });
      return null;
    }
  }
}

function plainValue(node: unknown, document: Document): unknown {
  if (isScalar(node)) return scalarValue(node);
  if (isCollection(node) && node.items.every((item) => isScalar(item))) return node.items.map(scalarValue);
  const value = node as { toJS?: (document: Document, options: { maxAliasCount: number }) => unknown } | null;
  return value?.toJS?.(document, { maxAliasCount: ALIAS_LIMIT }) ?? null;
}

/** A number that YAML would not write back as it stands (`份号: 000001`) is text. */
function scalarValue(node: unknown): unknown {
  const { value, source } = node as Scalar;
  return typeof value === 'number' && source !== undefined && String(value) !== source ? source : value;
}

/** A key as written, without quotation marks. */
function locateKey(key: Scalar, source: Source): Located {
  const quotes = key.type === 'QUOTE_DOUBLE' || key.type === 'QUOTE_SINGLE' ? 1 : 0;
  const { start, end } = rangeOf(key, source);
  const range = { start: start + quotes, end: end - quotes };
  return { value: source.text.slice(range.start - source.offset, range.end - source.offset), range };
}

function valueRangeOf(value: unknown, key: Located, source: Source): Range {
  const { start, end } = rangeOf(value, source);
  const written = source.text.slice(start - source.offset, end - source.offset).trimEnd();
  return written === '' ? emptyAfter(key, source) : { start, end: start + written.length };
}

/** Where the value of a key without one would be written: behind its colon. */
function emptyAfter(key: Located, { text, offset }: Source): Range {
  const colon = text.indexOf(':', key.range.end - offset);
  const place = colon < 0 ? key.range.end : offset + colon + 1;
  return { start: place, end: place };
}

function rangeOf(node: unknown, { text, offset }: Source): Range {
  const place = (node as { range?: readonly [number, number, number] | null } | null)?.range;
  if (!place) return { start: offset, end: offset };
  return { start: offset + Math.min(place[0], text.length), end: offset + Math.min(place[1], text.length) };
}
