import { located, type MapEntry, type MapValue, type TextValue, type Value } from './value';

/**
 * Reads the YAML that registries are written in (block and one-line flow collections of plain and simply quoted texts)
 * some thirty times faster than a full parser, which takes half a second for 5,000 units. Whatever else the text holds
 * — anchors, block scalars, texts over several lines, mistakes — it gives up, and `readYaml` reads the text with the
 * `yaml` package. Held equal to that by tests.
 */
export function readPlainYaml(
  text: string,
  offset: number,
): { readonly value: Value | undefined } | undefined {
  try {
    return { value: new PlainReader(text, offset).read() };
  } catch (error) {
    if (error === GIVE_UP) return undefined;
    throw error;
  }
}

const GIVE_UP = new Error('not plain YAML');

function giveUp(): never {
  throw GIVE_UP;
}

interface Line {
  /** Column of the first character. */
  readonly indent: number;
  readonly start: number;
  /** Behind the last character that is not white space. */
  readonly end: number;
}

/** What a plain text must not begin with, or hold in brackets (YAML 1.2, 5.3). */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';
const FLOW_INDICATORS = ',[]{}';
/** Plain texts that mean nothing, a number or a truth value: the full parser decides. */
const RESOLVED = /^(?:~|null|true|false|\.inf|\.nan|[-+]?\.?\d[\d_.xobea-f+-]*)$/i;

class PlainReader {
  private readonly lines: readonly Line[];
  private next = 0;

  constructor(
    private readonly text: string,
    private readonly offset: number,
  ) {
    if (/\t|^(?:---|\.\.\.|%)/m.test(text) || text.includes('\uFEFF')) giveUp();
    this.lines = splitLines(text);
  }

  read(): Value | undefined {
    const [first] = this.lines;
    if (!first) return undefined;
    const value = this.block(first.indent);
    return this.next === this.lines.length ? value : giveUp();
  }

  /** The collection whose entries stand at `indent`. */
  private block(indent: number): Value {
    const line = this.lines[this.next] as Line;
    return this.isItem(line.start) ? this.list(indent) : this.map(indent, line.start);
  }

  private isItem(start: number): boolean {
    return this.text.charAt(start) === '-' && /[ \r\n]|^$/.test(this.text.charAt(start + 1));
  }

  private list(indent: number): Value {
    const items: Value[] = [];
    const { start } = this.lines[this.next] as Line;
    for (
      let line = this.lines[this.next];
      line?.indent === indent && this.isItem(line.start);
      line = this.lines[this.next]
    ) {
      items.push(this.item(line));
    }
    this.expectEndOf(indent);
    return { kind: 'list', items, range: { start: this.offset + start, end: endOf(items, start) } };
  }

  private item(line: Line): Value {
    const start = this.skipSpaces(line.start + 1, line.end);
    if (start >= line.end || this.text.charAt(start) === '#') giveUp();
    if (this.text.charAt(start) === '-' && this.isItem(start)) giveUp();
    if (this.keyEnd(start, line.end) !== undefined) return this.map(line.indent + start - line.start, start);
    this.next++;
    return this.inline(start, line.end);
  }

  /** Entries at `indent`; the first one begins at `start`, behind the dash of a list where it stands in one. */
  private map(indent: number, start: number): MapValue {
    const entries: MapEntry[] = [];
    let position = start;
    for (;;) {
      const line = this.lines[this.next] as Line;
      const entry = this.entry(position, line, indent);
      if (entries.some(({ key }) => key.value === entry.key.value)) giveUp();
      entries.push(entry);
      const following = this.lines[this.next];
      if (following?.indent !== indent || this.isItem(following.start)) break;
      position = following.start;
    }
    this.expectEndOf(indent);
    const last = entries.at(-1) as MapEntry;
    const end = last.value?.range.end ?? last.key.range.end + 1;
    return { kind: 'map', entries, range: { start: this.offset + start, end } };
  }

  private entry(start: number, line: Line, indent: number): MapEntry {
    const keyEnd = this.keyEnd(start, line.end) ?? giveUp();
    const key = this.plainText(start, keyEnd);
    const valueStart = this.skipSpaces(keyEnd + 1, line.end);
    this.next++;
    const isEmpty = valueStart >= line.end || this.text.charAt(valueStart) === '#';
    if (!isEmpty) return { key, value: this.inline(valueStart, line.end) };
    return { key, value: this.nested(indent) };
  }

  /** What stands below a key: deeper, or a list at the key's own column. */
  private nested(indent: number): Value | undefined {
    const following = this.lines[this.next];
    if (!following) return undefined;
    if (following.indent > indent) return this.block(following.indent);
    return following.indent === indent && this.isItem(following.start) ? this.list(indent) : undefined;
  }

  /** Where the colon of `key: …` stands; undefined where the line is no entry. */
  private keyEnd(start: number, end: number): number | undefined {
    if (INDICATORS.includes(this.text.charAt(start))) return undefined;
    for (let at = start; at < end; at++) {
      const char = this.text.charAt(at);
      if (char === ':' && (at + 1 === end || this.text.charAt(at + 1) === ' ')) return at;
      if (char === '#' && this.text.charAt(at - 1) === ' ') return undefined;
    }
    return undefined;
  }

  /** A value that begins and ends on its line. */
  private inline(start: number, end: number): Value {
    const char = this.text.charAt(start);
    if (char === '[' || char === '{' || char === '"' || char === "'") {
      const flow = new FlowReader(this.text, this.offset, end);
      const value = flow.value(start);
      const rest = this.text.slice(flow.position, end);
      return /^(?: +#.*| *)$/.test(rest) ? value : giveUp();
    }
    const comment = this.text.slice(start, end).search(/ +#/);
    return this.plainText(start, comment < 0 ? end : start + comment);
  }

  private plainText(start: number, end: number): TextValue {
    const value = this.text.slice(start, end).trimEnd();
    if (value === '' || INDICATORS.includes(value.charAt(0)) || /: |:$/.test(value)) giveUp();
    return plain(value, this.offset + start);
  }

  private skipSpaces(start: number, end: number): number {
    let at = start;
    while (at < end && this.text.charAt(at) === ' ') at++;
    return at;
  }

  /** Behind a collection stands nothing deeper than it: that would be a text over several lines. */
  private expectEndOf(indent: number): void {
    const following = this.lines[this.next];
    if (following && following.indent > indent) giveUp();
  }
}

/** Collections and texts in brackets and quotes. */
class FlowReader {
  position = 0;

  constructor(
    private readonly text: string,
    private readonly offset: number,
    private readonly end: number,
  ) {}

  value(start: number): Value {
    const char = this.text.charAt(start);
    if (char === '[') return this.list(start);
    if (char === '{') return this.map(start);
    if (char === '"' || char === "'") return this.quoted(start, char);
    return this.plainText(start);
  }

  private list(start: number): Value {
    const items: Value[] = [];
    let at = this.skip(start + 1);
    while (this.text.charAt(at) !== ']') {
      items.push(this.value(at));
      at = this.separator(']');
    }
    this.position = at + 1;
    return { kind: 'list', items, range: { start: this.offset + start, end: this.offset + at + 1 } };
  }

  private map(start: number): Value {
    const entries: MapEntry[] = [];
    let at = this.skip(start + 1);
    while (this.text.charAt(at) !== '}') {
      const key = this.value(at);
      if (key.kind !== 'text' || this.text.charAt(this.position) !== ':') giveUp();
      if (entries.some((entry) => entry.key.value === key.value)) giveUp();
      if (this.text.charAt(this.position + 1) !== ' ') giveUp();
      const valueAt = this.skip(this.position + 1);
      entries.push({ key, value: this.value(valueAt) });
      at = this.separator('}');
    }
    this.position = at + 1;
    return { kind: 'map', entries, range: { start: this.offset + start, end: this.offset + at + 1 } };
  }

  /** Passes the comma behind an entry; the position of the next one or of the closing bracket. */
  private separator(closing: string): number {
    const at = this.skip(this.position);
    if (this.text.charAt(at) === closing) return at;
    if (this.text.charAt(at) !== ',') giveUp();
    return this.skip(at + 1);
  }

  private quoted(start: number, quote: string): TextValue {
    const close = this.text.indexOf(quote, start + 1);
    if (close < 0 || close >= this.end || close === start + 1) giveUp();
    const value = this.text.slice(start + 1, close);
    if (value.includes('\\') || this.text.charAt(close + 1) === quote) giveUp();
    this.position = close + 1;
    return { kind: 'text', ...located(value, this.offset + start + 1) };
  }

  private plainText(start: number): TextValue {
    if (start >= this.end || INDICATORS.includes(this.text.charAt(start))) giveUp();
    let at = start;
    while (at < this.end && !FLOW_INDICATORS.includes(this.text.charAt(at))) {
      const char = this.text.charAt(at);
      if (char === '#') giveUp();
      if (char === ':' && ` ${FLOW_INDICATORS}`.includes(this.text.charAt(at + 1))) break;
      at++;
    }
    const value = this.text.slice(start, at).trimEnd();
    this.position = at;
    return plain(value, this.offset + start);
  }

  private skip(start: number): number {
    let at = start;
    while (this.text.charAt(at) === ' ') at++;
    return at < this.end ? at : giveUp();
  }
}

function plain(value: string, start: number): TextValue {
  if (value === '~' || /^null$/i.test(value)) giveUp();
  if (RESOLVED.test(value) && !/^\d+$/.test(value) && !/^\d{4}-\d\d(?:-\d\d)?$/.test(value)) giveUp();
  return { kind: 'text', ...located(value, start) };
}

function endOf(items: readonly Value[], fallback: number): number {
  return items.at(-1)?.range.end ?? fallback;
}

/** Lines with something on them; blank lines and comments separate nothing. */
function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let position = 0; position < text.length;) {
    const lineBreak = text.indexOf('\n', position);
    const stop = lineBreak < 0 ? text.length : lineBreak;
    let start = position;
    while (start < stop && text.charAt(start) === ' ') start++;
    let end = stop;
    while (end > start && (text.charAt(end - 1) === ' ' || text.charAt(end - 1) === '\r')) end--;
    if (end > start && text.charAt(start) !== '#') lines.push({ indent: start - position, start, end });
    position = stop + 1;
  }
  return lines;
}
