import type { Clause, ClauseField, ClausePart, UnitMention, UnitRole } from '../model';
import { moveUnit } from '../move-fields';
import { sortByStart, type Located, type Range } from '../range';
import { remember } from '../remember';
import { WHITE_SPACE, type CharacterSet } from '../character-set';
import { isClosingBracket, isOpeningBracket, readBrackets } from './brackets';
import type { BracketPair, BracketReading } from './brackets';
import { classifyLabel, isCarriesOutLabel, opensPlace } from './labels';
import { isIdeograph } from './marks';
import { ascendingTest } from './pieces';
import { characters, sign, signsIn } from './signs';
import { isCollective, looksLikeUnit } from './unit-name';
import { readUnitList } from './unit-list';

/** A longer bracket is no clause: an unclosed one that a later bracket closes by chance. */
const longestClause = 1500;

const roles: Partial<Record<ClauseField, UnitRole>> = {
  lead: 'lead',
  unit: 'responsible',
  support: 'support',
};

const bracket = sign('（(〔[［【〖）)〕]］】〗');
const colon = sign(':：');
const NO_BRACKETS: BracketReading = { pairs: [], unclosed: [], unopened: [] };

export interface ClauseReading {
  readonly clauses: readonly Clause[];
  readonly brackets: BracketReading;
}

/**
 * Field clauses of a text: `〔责任单位：…〕`, `（甲牵头，乙配合）`, `【责任单位】甲、乙`, and labelled sentences
 * without brackets (`责任单位：甲、乙。`).
 */
export function readClauses(text: string, signs = signsIn(text)): ClauseReading {
  const brackets = bracket.isIn(signs) ? readBrackets(text) : NO_BRACKETS;
  const clauses: Clause[] = [];
  let end = 0;
  for (const [index, pair] of brackets.pairs.entries()) {
    if (pair.start < end) continue;
    const clause = readBracketClause(text, pair, brackets.pairs[index + 1]);
    if (!clause) continue;
    clauses.push(clause);
    end = clause.range.end;
  }
  const labelled = colon.isIn(signs) ? readLabelledSentences(text, clauses) : [];
  return { clauses: sortByStart([...clauses, ...labelled]), brackets };
}

/** The units a clause names, each with its role. */
export function unitsOfClause({ parts }: Clause): UnitMention[] {
  return parts.flatMap(({ label, field, content }) => {
    const role = roles[field];
    const units = label ? role && labelledUnits[role](content.value) : namedUnits(content.value);
    return units ? units.map((unit) => moveUnit(unit, content.range.start)) : [];
  });
}

const namedUnits = remember((content): readonly UnitMention[] =>
  readUnitList(content, 0, content.length, { role: 'responsible', source: 'bracket', strict: true }),
);

/** What a label's content names is remembered by itself: plans name the same few units again and again. */
const labelledUnits: Readonly<Record<UnitRole, (content: string) => readonly UnitMention[]>> = {
  lead: remember((content) => readLabelledUnits(content, 'lead')),
  responsible: remember((content) => readLabelledUnits(content, 'responsible')),
  support: remember((content) => readLabelledUnits(content, 'support')),
};

/** A list under a label may hold any name; the sentences after it explain, and only what has a unit's form is one. */
function readLabelledUnits(content: string, role: UnitRole): readonly UnitMention[] {
  const stop = indexWithin(content, '。', 0) ?? content.length;
  const list = readUnitList(content, 0, stop, { role, source: 'bracket', strict: false });
  // 注：市信用办指…: a note on the names is no statement.
  if (stop >= content.length || /^\s*[（(]?注[:：]/.test(content.slice(stop + 1, stop + 8))) return list;
  const named = { role, source: 'bracket', strict: true } as const;
  return [...list, ...readUnitList(content, stop + 1, content.length, named)];
}

function readBracketClause(
  text: string,
  pair: BracketPair,
  next: BracketPair | undefined,
): Clause | undefined {
  const inner = { start: pair.start + 1, end: pair.end - 1 };
  if (inner.end - inner.start > longestClause || inner.end <= inner.start) return undefined;
  const tag = classifyLabel(text.slice(inner.start, inner.end));
  if (tag && tag !== 'other') return readTag(text, pair, tag, next);
  const parts = splitParts(text, inner);
  const stated = parts.some((part) => part.label && part.field !== 'other');
  if (!stated && !isUnitStatement(text, pair)) return undefined;
  // 县教育局（联系人：张某）: a person in brackets after a name belongs to it.
  const ofName =
    parts.every(({ field }) => field === 'leader') && /[^\s。；;！：:]/.test(text[pair.start - 1] ?? ' ');
  if (ofName) return undefined;
  return {
    kind: 'bracket',
    range: { start: pair.start, end: pair.end },
    content: located(text, inner),
    parts,
  };
}

/** `【责任单位】甲、乙`: the field runs to the next bracket of the kind, or to the end of its line. */
function readTag(
  text: string,
  pair: BracketPair,
  field: ClauseField,
  next: BracketPair | undefined,
): Clause | undefined {
  const lineEnd = endOfLine(text, pair.end);
  const end = next && next.start < lineEnd && text[next.start] === text[pair.start] ? next.start : lineEnd;
  const stop = indexWithin(text, '。', pair.end);
  const content = trim(
    text,
    { start: pair.end, end: stop !== undefined && stop < end ? stop : end },
    spaceOrColon,
    spaceOrStop,
  );
  if (content.end <= content.start || content.end - content.start > longestClause) return undefined;
  const part = {
    field,
    label: located(text, { start: pair.start + 1, end: pair.end - 1 }),
    content: located(text, content),
  };
  const range = { start: pair.start, end: content.end };
  return { kind: 'bracket', range, content: located(text, range), parts: [part] };
}

/** Whether a bracket without labels states who does it: `（甲牵头，乙配合）`, `（甲、乙按职责分工负责）`, `（甲、乙）`. */
function isUnitStatement(text: string, pair: BracketPair): boolean {
  const start = pair.start + 1;
  const end = pair.end - 1;
  const named = readUnitList(text, start, end, { role: 'responsible', source: 'bracket', strict: true });
  const first = named[0];
  const ahead = first && text.slice(start, first.range.start).replace(leadingTime, '');
  if (!first || !/^(?:.{0,12}由)?\s*$/.test(ahead ?? '')) return false;
  const content = text.slice(start, end);
  if (/(?:牵头|负责|主办|承办|会同|配合|组织实施|落实)(?!人|同志|制)/.test(content)) return true;
  return isPlainList(content) && endsSentence(text, pair, named);
}

/** Nothing but names: a bracket that explains something else holds other words. */
function isPlainList(content: string): boolean {
  const entries = content.replace(/[。；;]\s*$/, '').split(/[、，,；;\s]+(?![^（(]*[）)])/);
  const names = entries.filter((entry) => !time.test(entry));
  const known = names.every(
    (name) =>
      looksLikeUnit(name) ||
      isCollective(name) ||
      isCollective(name.replace(/^.*等/, '')) ||
      /^各?[市县区]$/.test(name),
  );
  return known && names.length > 0;
}

/** （9月底前，甲、乙）: when goes before who. A month that is still open, ××月, is one too. */
const leadingTime = /^(?:\d{4}年)?(?:[\d×]{1,2}月|年)(?:[\d×]{1,2}日|底|末)?(?:之?前)?(?:完成)?[，,；;]\s*/;

/** A time among the names: 6月底前, 年底前完成, 长期坚持. */
const time =
  /^(?:\d{4}年)?(?:[\d×]{1,2}月|[上下]半年|第?[一二三四]季度|年)(?:[\d×]{1,2}日|底|末|[上中下]旬)?(?:之?前|内)?(?:完成)?$|^(?:长期|持续|全年|常年)(?:坚持|推进|实施)?$/;

/** A list of names that closes a sentence says who does it; one in the middle explains the word before it. */
function endsSentence(text: string, pair: BracketPair, names: readonly UnitMention[]): boolean {
  const preceding = text.slice(Math.max(0, pair.start - 8), pair.start).trimEnd();
  const before = preceding.slice(-1);
  const after = text.slice(pair.end, pair.end + 40).trimStart()[0];
  const closes = after === undefined || /[。；;\n\r]/.test(after);
  if (closes && /[。；;！”》]/.test(before)) return true;
  if (names.every(({ collective }) => collective)) return false;
  return (
    closes && /[。]/.test(after ?? '。') && (names.length > 1 || isOffice(names[0]?.value ?? '', preceding))
  );
}

/** 做好人员培训（人事科）: one office alone, unless it says more closely which one is meant: 县政府办（总值班室）. */
function isOffice(name: string, preceding: string): boolean {
  return /[局委办厅部科处股]$|办公室$/.test(name) && !looksLikeUnit(`县${preceding.slice(-4)}`);
}

const space = characters(WHITE_SPACE);
const strongSeparator = characters('；;。，,\n\r');
const weakSeparator = characters(`、${WHITE_SPACE}`);
const spaceOrStar = characters(`${WHITE_SPACE}*`);
const spaceOrColon = characters(`${WHITE_SPACE}:：`);
const spaceOrStop = characters(`${WHITE_SPACE}；;。`);
const spaceOrSeparator = characters(`${WHITE_SPACE}；;。，,、`);
const spaceSeparatorOrStar = characters(`${WHITE_SPACE}；;。，,、*`);

/** The fields of a clause: each from its label to the next one; what precedes the first label has none. */
export function splitParts(text: string, span: Range): ClausePart[] {
  const labels = findLabels(text, span);
  const parts: ClausePart[] = [];
  const first = labels[0]?.label.range.start ?? span.end;
  const lead = trim(text, { start: span.start, end: first }, space, spaceOrSeparator);
  if (lead.end > lead.start) parts.push({ field: 'unit', label: undefined, content: located(text, lead) });
  for (const [index, { field, label, after }] of labels.entries()) {
    const end = labels[index + 1]?.label.range.start ?? span.end;
    const content = trim(text, { start: after, end }, spaceOrStar, spaceSeparatorOrStar);
    parts.push({ field, label, content: located(text, content) });
  }
  return parts;
}

interface FoundLabel {
  readonly field: ClauseField;
  readonly label: Located;
  /** Where its content begins. */
  readonly after: number;
}

function findLabels(text: string, span: Range): FoundLabel[] {
  const found: FoundLabel[] = [];
  let depth = 0;
  let strong = span.start;
  let weak = span.start;
  for (let i = span.start; i < span.end; i++) {
    if (isIdeograph(text, i)) continue;
    if (isOpeningBracket(text, i)) depth++;
    else if (isClosingBracket(text, i)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (strongSeparator.has(text, i)) strong = weak = i + 1;
    else if (colon.has(text, i)) {
      const label = labelEnding(text, strong, weak, i);
      if (label) found.push({ ...label, after: i + 1 });
      strong = weak = i + 1;
    } else if (weakSeparator.has(text, i)) {
      const bare = found.length === 0 && strong === span.start ? spacedLabel(text, strong, i) : undefined;
      if (bare) {
        found.push({ ...bare, after: i + 1 });
        strong = i + 1;
      }
      weak = i + 1;
    }
  }
  return found;
}

/** `责任单位 甲、乙`: a label and a space instead of the colon. */
function spacedLabel(text: string, start: number, end: number): Omit<FoundLabel, 'after'> | undefined {
  if (text[end] === '、' || end - start < 4) return undefined;
  return labelEnding(text, start, start, end);
}

function labelEnding(
  text: string,
  strong: number,
  weak: number,
  end: number,
): Omit<FoundLabel, 'after'> | undefined {
  for (const start of strong === weak ? [strong] : [strong, weak]) {
    const range = trim(text, { start, end }, spaceOrStar, spaceOrStar);
    const field = range.end - range.start <= 28 ? fieldAt(text, range, end + 1) : undefined;
    if (field) return { field, label: located(text, range) };
  }
  return undefined;
}

/** So far behind a label, in characters, a place in a plan is looked for. */
const reach = 80;

function fieldAt(text: string, { start, end }: Range, behind: number): ClauseField | undefined {
  const label = text.slice(start, end);
  const field = classifyLabel(label);
  if (field || !isCarriesOutLabel(label)) return field;
  return opensPlace(text.slice(behind, behind + reach)) ? 'carries-out' : undefined;
}

/** `责任单位：甲、乙。` at the beginning of a line or a sentence, outside any bracket. */
function readLabelledSentences(text: string, clauses: readonly Clause[]): Clause[] {
  const found: Clause[] = [];
  const isClause = ascendingTest(clauses.map(({ range }) => range));
  const colons = /[:：]/g;
  let taken = 0;
  let following = 0;
  for (let match = colons.exec(text); match; match = colons.exec(text)) {
    const colon = match.index;
    if (colon < taken || isClause(colon)) continue;
    const label = sentenceLabel(text, colon, taken);
    if (!label) continue;
    const lineEnd = endOfLine(text, colon);
    while (following < clauses.length && (clauses[following] as Clause).range.start <= colon) following++;
    const next = clauses[following];
    const limit = next && next.range.start < lineEnd ? next.range.start : lineEnd;
    const span = trim(
      text,
      { start: label.range.start, end: Math.min(limit, colon + longestClause) },
      space,
      space,
    );
    const clause = labelledClause(text, span, label.field);
    taken = clause.range.end;
    found.push(clause);
  }
  return found;
}

/** Who and when run to the end of the line; a target or a measure ends with its sentence. */
function labelledClause(text: string, span: Range, field: ClauseField): Clause {
  const parts = splitParts(text, span).filter((part) => part.label);
  const last = parts[parts.length - 1] as ClausePart;
  const whole = field in roles || field === 'deadline' || field === 'leader';
  const stop = whole ? undefined : indexWithin(text, '。', last.content.range.start);
  const end = stop !== undefined && stop < span.end ? stop + 1 : span.end;
  const range = { start: span.start, end };
  return {
    kind: 'bracket',
    range,
    content: located(text, range),
    parts: end === span.end ? parts : splitParts(text, range).filter((part) => part.label),
  };
}

const endOfSentence = characters('。；;！\n\r〕】］');
const beforeLabel = characters(`${WHITE_SPACE}*—>-`);

function sentenceLabel(
  text: string,
  colon: number,
  from: number,
): { field: ClauseField; range: Range } | undefined {
  let start = colon;
  while (start > from && colon - start < 28 && !endOfSentence.has(text, start - 1)) start--;
  if (start > from && colon - start >= 28) return undefined;
  const range = trim(text, { start, end: colon }, beforeLabel, spaceOrStar);
  const field = classifyLabel(text.slice(range.start, range.end));
  return field && field !== 'other' ? { field, range } : undefined;
}

/** No clause is longer than `longestClause`, so neither is the search. */
function endOfLine(text: string, from: number): number {
  return indexWithin(text, '\n', from) ?? Math.min(text.length, from + longestClause);
}

function indexWithin(text: string, mark: string, from: number): number | undefined {
  const at = text.slice(from, from + longestClause).indexOf(mark);
  return at < 0 ? undefined : from + at;
}

function trim(text: string, span: Range, leading: CharacterSet, trailing: CharacterSet): Range {
  const start = leading.skip(text, span.start, span.end);
  return { start, end: Math.max(start, trailing.skipBack(text, start, span.end)) };
}

function located(text: string, range: Range): Located {
  return { value: text.slice(range.start, range.end), range };
}
