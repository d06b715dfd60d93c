import { CALENDAR_DATE, parseCalendarDate } from './dates';
import type { Located, LocatedDate } from './model';
import { range } from './range';
import type { SourceLine } from './source-line';

/** 版记: whom copies go to, who printed the document and when. Lines are indices into the source lines. */
export interface Imprint {
  readonly firstLine: number | undefined;
  readonly lines: ReadonlySet<number>;
  readonly cc: readonly Located[];
  readonly printer: Located | undefined;
  readonly printDate: LocatedDate | undefined;
}

const COPIES_TO = /^(?:抄\s*送|抄\s*报|分\s*送|主\s*送|主\s*报)\s*[:：]\s*/;
const PRINTED = new RegExp(`^(.{2,40}?)[\\s\\u3000]*(${CALENDAR_DATE.source})[\\s\\u3000]*印发$`);

export function readImprint(lines: readonly SourceLine[]): Imprint {
  const taken = new Set<number>();
  const cc: Located[] = [];
  let printer: Located | undefined;
  let printDate: LocatedDate | undefined;
  for (const line of lines) {
    if (mayCopy(line.text) && COPIES_TO.test(line.text)) {
      for (const part of copyLines(lines, line.index)) {
        taken.add(part.index);
        if (/^(?:抄|分)/.test(line.text)) cc.push(...splitUnits(part));
      }
      continue;
    }
    const match = line.text.endsWith('印发') ? PRINTED.exec(line.text) : null;
    if (match === null) continue;
    taken.add(line.index);
    printer = locate(line, 0, (match[1] ?? '').trimEnd().length);
    const dateStart = line.text.indexOf(match[2] ?? '');
    const value = match[2] ?? '';
    printDate = { ...locate(line, dateStart, dateStart + value.length), date: parseCalendarDate(value) };
  }
  return { firstLine: taken.size > 0 ? Math.min(...taken) : undefined, lines: taken, cc, printer, printDate };
}

/** Cheap way out for nearly every line. */
function mayCopy(text: string): boolean {
  return '抄分主'.includes(text.charAt(0));
}

/** The line of 抄送 and those it runs over on, up to its 。. */
function copyLines(lines: readonly SourceLine[], start: number): SourceLine[] {
  const found: SourceLine[] = [];
  for (let i = start; i < Math.min(lines.length, start + 6); i++) {
    const line = lines[i] as SourceLine;
    if (i > start && (PRINTED.test(line.text) || COPIES_TO.test(line.text))) break;
    found.push(line);
    if (/[。.]$/.test(line.text)) break;
    if (!/[，,、；;]$/.test(line.text)) break;
  }
  return found;
}

function splitUnits(line: SourceLine): Located[] {
  const units: Located[] = [];
  let start = COPIES_TO.exec(line.text)?.[0].length ?? 0;
  let depth = 0;
  for (let i = start; i <= line.text.length; i++) {
    const char = line.text.charAt(i);
    if ('（('.includes(char) && char !== '') depth++;
    else if ('）)'.includes(char) && char !== '') depth--;
    else if (i === line.text.length || (depth <= 0 && '，,、；;。'.includes(char))) {
      const unit = trim(line, start, i);
      if (unit !== undefined) units.push(unit);
      start = i + 1;
    }
  }
  return units;
}

function trim(line: SourceLine, start: number, end: number): Located | undefined {
  while (start < end && /\s/.test(line.text.charAt(start))) start++;
  while (end > start && /\s/.test(line.text.charAt(end - 1))) end--;
  return start < end ? locate(line, start, end) : undefined;
}

export function locate(line: SourceLine, start: number, end: number): Located {
  return {
    value: line.text.slice(start, end),
    range: range(line.range.start + start, line.range.start + end),
  };
}
