import type { Clause, ClauseField, ClausePart, UnitMention, UnitRole } from '../model';
import { moveUnit } from '../move-fields';
import { sortByStart, type Range } from '../range';
import { remember } from '../remember';
import { WHITE_SPACE } from '../character-set';
import { closesRound, readBrackets, type BracketPair } from './brackets';
import { isCopula, located, space, spaceOrStar, splitParts, trim } from './clause-parts';
import { classifyLabel } from './labels';
import { characters, sign, signsIn } from './signs';
import { readUnitList } from './unit-list';
import { isUnitStatement } from './unit-statement';

/** A longer bracket is no clause: an unclosed one that a later bracket closes by chance. */
const longestClause = 1500;

const roles: Partial<Record<ClauseField, UnitRole>> = {
  lead: 'lead',
  unit: 'responsible',
  support: 'support',
};

const colon = sign(':：');
/** 责任单位为, 完成时限为: see `isCopula`. */
const be = sign('为');
const bracket = sign('（(〔[［【〖）)〕]］】〗');
const NO_BRACKETS: readonly BracketPair[] = [];

/**
 * Field clauses of a text: `〔责任单位：…〕`, `（甲牵头，乙配合）`, `【责任单位】甲、乙`, and labelled sentences
 * without brackets (`责任单位：甲、乙。`).
 */
export function readClauses(text: string, signs = signsIn(text)): readonly Clause[] {
  const pairs = bracket.isIn(signs) ? readBrackets(text) : NO_BRACKETS;
  const clauses: Clause[] = [];
  let end = 0;
  for (let index = 0; index < pairs.length; index++) {
    const pair = pairs[index] as BracketPair;
    if (pair.start < end) continue;
    const clause = readBracketClause(text, pair, pairs[index + 1]);
    if (!clause) continue;
    clauses.push(clause);
    end = clause.range.end;
  }
  const labelled = colon.isIn(signs) || be.isIn(signs) ? readLabelledSentences(text, clauses) : [];
  const point = readNamedPoint(text, clauses[0]);
  const others = point === undefined ? labelled : [point, ...labelled];
  return others.length === 0 ? clauses : sortByStart([...clauses, ...others]);
}

/** Not 责任落实: what a sentence may be about as well is no label without a colon. */
const pointLabel = /^\s*([\u4e00-\u9fff]{2,8}(?:单位|部门|科室|处室|股室|时限|期限|时间))。/;

/**
 * 2.责任单位。县教育局。: a point under a task whose title is a label says what 【责任单位】县教育局 does, up to the
 * first clause in brackets.
 */
function readNamedPoint(text: string, bracketed: Clause | undefined): Clause | undefined {
  const label = pointLabel.exec(text)?.[1];
  const field = label === undefined ? undefined : classifyLabel(label);
  if (label === undefined || field === undefined || field === 'other') return undefined;
  const start = text.indexOf(label);
  const range = { start, end: start + label.length };
  const end = Math.min(endOfLine(text, start), bracketed?.range.start ?? text.length);
  return taggedClause(text, { start, end }, range, field);
}

/** The units a clause names, each with its role. */
export function unitsOfClause({ parts }: Clause): UnitMention[] {
  const named: UnitMention[] = [];
  for (const { label, field, content } of parts) {
    const role = roles[field];
    const units = label ? role && labelledUnits[role](content.value) : namedUnits(content.value);
    if (units) for (const unit of units) named.push(moveUnit(unit, content.range.start));
  }
  return named;
}

const namedUnits = remember((content): readonly UnitMention[] =>
  readUnitList(content, 0, endOfOwn(content), { role: 'responsible', source: 'bracket', strict: true }),
);

/** What a label's content names is remembered by itself: plans name the same few units again and again. */
const labelledUnits: Readonly<Record<UnitRole, (content: string) => readonly UnitMention[]>> = {
  lead: remember((content) => readLabelledUnits(content, 'lead')),
  responsible: remember((content) => readLabelledUnits(content, 'responsible')),
  support: remember((content) => readLabelledUnits(content, 'support')),
};

/** A list under a label may hold any name; the sentences after it explain, and only what has a unit's form is one. */
function readLabelledUnits(content: string, role: UnitRole): readonly UnitMention[] {
  const end = endOfOwn(content);
  const stop = Math.min(end, indexWithin(content, '。', 0) ?? content.length);
  const list = readUnitList(content, 0, stop, { role, source: 'bracket', strict: false });
  // 注：市信用办指…: a note on the names is no statement.
  if (stop >= end || /^\s*[（(]?注[:：]/.test(content.slice(stop + 1, stop + 8))) return list;
  const named = { role, source: 'bracket', strict: true } as const;
  return [...list, ...readUnitList(content, stop + 1, end, named)];
}

const ofFollowing = /[。；;，,]\s*以下[^。]*(?:不再|均|都|同)/;

/** Where a clause ends to speak of its own task: 以下措施均需各镇落实，不再列出 is said of those that follow. */
function endOfOwn(content: string): number {
  return content.includes('以下') ? (ofFollowing.exec(content)?.index ?? content.length) : content.length;
}

function readBracketClause(
  text: string,
  pair: BracketPair,
  next: BracketPair | undefined,
): Clause | undefined {
  const inner = { start: pair.start + 1, end: pair.end - 1 };
  if (inner.end - inner.start > longestClause || inner.end <= inner.start) return undefined;
  const tag = classifyLabel(text.slice(inner.start, inner.end));
  if (tag && tag !== 'other' && !isRemark(text, pair)) return readTag(text, pair, tag, next);
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

/** 县教育局（牵头）: a round bracket right behind a name says what that one does, and not what follows. */
function isRemark(text: string, { start, end }: BracketPair): boolean {
  return closesRound(text, end - 1) && start > 0 && !beforeTag.has(text, start - 1);
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
  const label = { start: pair.start + 1, end: pair.end - 1 };
  return taggedClause(text, { start: pair.start, end }, label, field);
}

/** What stands behind a label that no colon divides from it, up to the end of its sentence. */
function taggedClause(text: string, whole: Range, label: Range, field: ClauseField): Clause | undefined {
  const behind = label.end + 1;
  const stop = indexWithin(text, '。', behind);
  const content = trim(
    text,
    { start: behind, end: stop !== undefined && stop < whole.end ? stop : whole.end },
    spaceOrColon,
    spaceOrStop,
  );
  if (content.end <= content.start || content.end - content.start > longestClause) return undefined;
  const part = { field, label: located(text, label), content: located(text, content) };
  const range = { start: whole.start, end: content.end };
  return { kind: 'bracket', range, content: located(text, range), parts: [part] };
}

const colonOrBe = characters(':：为');

/** `责任单位：甲、乙。` at the beginning of a line or a sentence, outside any bracket. */
function readLabelledSentences(text: string, clauses: readonly Clause[]): Clause[] {
  const found: Clause[] = [];
  const { length } = text;
  let taken = 0;
  let following = 0;
  for (
    let colon = colonOrBe.find(text, 0, length);
    colon < length;
    colon = colonOrBe.find(text, colon + 1, length)
  ) {
    while (following < clauses.length && (clauses[following] as Clause).range.end <= colon) following++;
    const next = clauses[following]?.range;
    if (colon < taken || (next !== undefined && next.start <= colon)) continue;
    const inProse = text.charAt(colon) === '为';
    if (inProse && !isCopula(text, colon)) continue;
    const label = inProse ? proseLabel(text, colon, taken) : sentenceLabel(text, colon, taken);
    if (!label) continue;
    const lineEnd = endOfLine(text, colon);
    const stop = (inProse && indexWithin(text, '。', colon)) || lineEnd;
    const limit = Math.min(next?.start ?? lineEnd, stop, lineEnd);
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
const spaceOrColon = characters(`${WHITE_SPACE}:：`);
const spaceOrStop = characters(`${WHITE_SPACE}；;。`);
const beforeTag = characters(`${WHITE_SPACE}。；;！：:，,）)〕】］”`);
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

/** 本项任务责任单位为…, 开展演练，责任单位为…: a label within a sentence begins behind a comma. */
function proseLabel(
  text: string,
  end: number,
  from: number,
): { field: ClauseField; range: Range } | undefined {
  const before = text.slice(Math.max(from, end - 16), end);
  const label =
    /(?:^|[，,。；;：:！\n])\s*(?:[本该此各]?项?(?:任务|工作|项目)的?)?([^，,。；;：:！\n]{4,8})$/.exec(
      before,
    )?.[1];
  const field = label === undefined ? undefined : classifyLabel(label);
  return field && field !== 'other' && label !== undefined
    ? { field, range: { start: end - label.length, end } }
    : undefined;
}

/** No clause is longer than `longestClause`, so neither is the search. */
function endOfLine(text: string, from: number): number {
  return indexWithin(text, '\n', from) ?? Math.min(text.length, from + longestClause);
}

function indexWithin(text: string, mark: string, from: number): number | undefined {
  const at = text.slice(from, from + longestClause).indexOf(mark);
  return at < 0 ? undefined : from + at;
}
