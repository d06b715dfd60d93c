import { CALENDAR_DATE, parseCalendarDate } from './dates';
import { isFurniture } from './furniture';
import { locate } from './imprint';
import type { FrontMatter, Located, LocatedDate, Notice, SpreadText } from './model';
import type { SourceLine } from './source-line';
import { isDateLine, isDocNumber, isNote, isOrganisation, joinLines, leadingDocNumber } from './titles';

/** Where the parts of a notice may stand: indices into the source lines, `end` excluded. */
export interface NoticeRegion {
  /** First and last line of the notice's title; undefined where there is none. */
  readonly title: { readonly start: number; readonly end: number } | undefined;
  /** The first line below the title; undefined where there is no notice. */
  readonly start: number | undefined;
  /** Lines before the plan's title (or its body, where it has none). */
  readonly end: number;
  /** Lines after the plan's body where a plan without notice is signed. */
  readonly closing: readonly SourceLine[];
}

export type NoticeText = Omit<Notice, 'listed' | 'cc' | 'printer' | 'printDate'>;

/** Reads the parts of the notice from published text; what front matter says goes before (see `mergeFrontMatter`). */
export function readNotice(lines: readonly SourceLine[], region: NoticeRegion): NoticeText {
  const between = region.start === undefined ? [] : lines.slice(region.start, region.end);
  const title =
    region.title === undefined ? undefined : joinLines(lines, region.title.start, region.title.end);
  const addressees = readAddressees(lines, between);
  const signed = readSignature(between) ?? readSignature(region.closing);
  return {
    title,
    issuer: readIssuer(title) ?? signed?.signature,
    docNumber: readDocNumber(lines.slice(0, region.end), region.start !== undefined),
    addressees,
    issuingSentence: readIssuingSentence(between),
    text: readText(between, addressees, signed?.signature),
    signature: signed?.signature,
    date: signed?.date,
    note: [...between, ...region.closing].map(readNote).find((note) => note !== undefined),
  };
}

/** The organisation named before 关于 in the notice's title. */
function readIssuer(title: SpreadText | undefined): Located | undefined {
  const first = title?.parts[0];
  if (title === undefined || first === undefined) return undefined;
  const about = title.value.indexOf('关于');
  if (about <= 0) return undefined;
  const value = title.value.slice(0, about).trim();
  if (!isOrganisation(value)) return undefined;
  const start = first.range.start + first.value.indexOf(value.slice(0, 1));
  return { value, range: { start, end: Math.min(start + value.length, title.range.end) } };
}

function readDocNumber(head: readonly SourceLine[], hasNotice: boolean): Located | undefined {
  for (const line of head) {
    const number = leadingDocNumber(line.text);
    if (number !== undefined) return locate(line, 0, number.length);
  }
  if (!hasNotice) return undefined;
  // The page's metadata name it where the text does not.
  for (const line of head) {
    const match = /(?:发文字号|文\s*号|文件编号)(?:\s*[:：]|\s)[\s|｜]*([^\s|｜]+号)/.exec(line.text);
    if (match?.[1] !== undefined && isDocNumber(match[1])) {
      const start = line.text.indexOf(match[1]);
      return locate(line, start, start + match[1].length);
    }
  }
  return undefined;
}

/** 主送机关: the lines up to the first one that ends with a colon, right below the title. */
function readAddressees(all: readonly SourceLine[], between: readonly SourceLine[]): SpreadText | undefined {
  let value = -1;
  const begin = between.findIndex(({ text }, i) => {
    if (listed.test(text)) value = i + 1;
    return i > value && !isFurniture(text) && !isDocNumber(text) && !isDateLine(text);
  });
  if (begin < 0) return undefined;
  for (let i = begin; i < Math.min(between.length, begin + 5); i++) {
    const line = between[i] as SourceLine;
    if (/。/.test(line.text)) return undefined;
    if (!/[：:]$/.test(line.text)) continue;
    const first = between[begin] as SourceLine;
    return withoutColon(joinLines(all, first.index, line.index));
  }
  return undefined;
}

/** What a page lists above a notice: • 索引号：, its value on the line below. */
const listed = /^•.*[：:]$/;

function withoutColon(text: SpreadText): SpreadText {
  const last = text.parts[text.parts.length - 1] as Located;
  const end = last.range.end - 1;
  const parts = [
    ...text.parts.slice(0, -1),
    { value: last.value.slice(0, -1), range: { start: last.range.start, end } },
  ];
  return { value: text.value.slice(0, -1).trimEnd(), range: { start: text.range.start, end }, parts };
}

function readIssuingSentence(between: readonly SourceLine[]): Located | undefined {
  const line = between.find(({ text }) => /印发|下发|转发/.test(text) && /。/.test(text));
  return line === undefined ? undefined : locate(line, 0, line.text.length);
}

/** From below 主送机关 (or, without it, from the issuing sentence on) to the list of attachments or the signature. */
function readText(
  between: readonly SourceLine[],
  addressees: SpreadText | undefined,
  signature: Located | undefined,
): readonly Located[] {
  const begin = addressees?.range.end ?? readIssuingSentence(between)?.range.start ?? Infinity;
  const below = between.filter(({ range }) => range.start >= begin);
  const end = below.findIndex(
    (line) =>
      /^附\s*件/.test(line.text) ||
      isDateLine(line.text) ||
      readNote(line) !== undefined ||
      (signature !== undefined && line.range.start >= signature.range.start),
  );
  return below
    .slice(0, end < 0 ? below.length : end)
    .filter(({ text }) => !isFurniture(text) && !isDocNumber(text))
    .map((line) => locate(line, 0, line.text.length));
}

/** 署名 above 成文日期, on lines of their own or on one line. */
function readSignature(
  lines: readonly SourceLine[],
): { signature: Located | undefined; date: LocatedDate } | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as SourceLine;
    if (isDateLine(line.text) && !/^[（(]/.test(line.text)) {
      // The date may stand there twice.
      const above = lines.slice(0, i).filter(({ text }) => text !== line.text);
      return { signature: readSigners(above), date: toDate(line) };
    }
    const together = new RegExp(`^(\\S{4,40}?)[\\s\\u3000]+(${CALENDAR_DATE.source})$`).exec(line.text);
    if (together?.[1] !== undefined && isOrganisation(together[1])) {
      const start = line.text.indexOf(together[2] ?? '');
      return { signature: locate(line, 0, together[1].length), date: toDate(line, start) };
    }
  }
  return undefined;
}

/** The organisation at the end of the lines; several that sign together, each on a line of its own. */
function readSigners(lines: readonly SourceLine[]): Located | undefined {
  const last = lines.at(-1);
  if (last === undefined || !isOrganisation(last.text)) return undefined;
  let first = lines.length - 1;
  while (first > 0 && signsTogether(lines[first - 1] as SourceLine, lines[first] as SourceLine)) first--;
  const signers = lines.slice(first);
  return {
    value: signers.map(({ text }) => text).join(' '),
    range: { start: (signers[0] as SourceLine).range.start, end: last.range.end },
  };
}

function signsTogether(above: SourceLine, below: SourceLine): boolean {
  return below.line - above.line <= 2 && isOrganisation(above.text);
}

function toDate(line: SourceLine, start = 0): LocatedDate {
  const value = line.text.slice(start);
  return {
    ...locate(line, start, line.text.length),
    date: parseCalendarDate(value.replace(/[\s\u3000]/g, '')),
  };
}

function readNote(line: SourceLine): Located | undefined {
  return isNote(line.text) ? locate(line, 0, line.text.length) : undefined;
}

/** Front matter says first what the notice is; the text fills in what it leaves out. */
export function mergeFrontMatter(notice: Notice, frontMatter: FrontMatter | undefined): Notice {
  if (frontMatter === undefined) return notice;
  const entry = (key: string): Located | undefined => {
    const found = frontMatter.entries.find((candidate) => candidate.key.value === key);
    const value = Array.isArray(found?.value) ? found.value.join('、') : found?.value;
    return found === undefined || value === null || value === undefined
      ? undefined
      : { value: String(value), range: found.valueRange };
  };
  /** Names of attachments may hold what separates names of units. */
  const names = (key: string, separator = /\n/): readonly Located[] | undefined => {
    const found = frontMatter.entries.find((candidate) => candidate.key.value === key);
    if (found === undefined) return undefined;
    const values = Array.isArray(found.value) ? found.value : String(found.value ?? '').split(separator);
    return values
      .map(String)
      .filter((value) => value !== '')
      .map((value) => ({ value, range: found.valueRange }));
  };
  const units = (key: string): readonly Located[] | undefined => names(key, /[，,、；;。]/);
  const date = (key: string): LocatedDate | undefined => {
    const located = entry(key);
    return located && { ...located, date: parseCalendarDate(located.value) ?? isoDate(located.value) };
  };
  const spread = (key: string): SpreadText | undefined => {
    const located = entry(key);
    return located && { value: located.value, range: located.range, parts: [located] };
  };
  const issuing = entry('印发语');
  return {
    ...notice,
    title: spread('通知标题') ?? notice.title,
    issuer: entry('发文机关') ?? notice.issuer,
    docNumber: entry('发文字号') ?? notice.docNumber,
    addressees: spread('主送') ?? notice.addressees,
    issuingSentence: issuing ?? notice.issuingSentence,
    text: issuing ? paragraphsOf(issuing) : notice.text,
    listed: names('附件说明') ?? notice.listed,
    signature: entry('署名') ?? notice.signature ?? entry('发文机关'),
    date: date('成文日期') ?? notice.date,
    note: entry('附注') ?? notice.note,
    cc: units('抄送') ?? notice.cc,
    printer: entry('印发机关') ?? notice.printer,
    printDate: date('印发日期') ?? notice.printDate,
  };
}

/** Each line of an entry is a paragraph; all of them stand where the entry stands. */
function paragraphsOf({ value, range }: Located): readonly Located[] {
  return value
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ value: line, range }));
}

function isoDate(text: string): string | undefined {
  const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text.trim());
  return match === null ? undefined : parseCalendarDate(`${match[1]}年${match[2]}月${match[3]}日`);
}
