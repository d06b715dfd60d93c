import type { Clause, UnitMention, UnitRole } from '../model';
import type { Range } from '../range';
import { readUnitList } from './unit-list';
import { hasAreaPrefix, isCollective, looksLikeUnit } from './unit-name';

/**
 * Statements of responsibility in running text: `甲牵头，乙配合`, `由甲负责`, `会同甲、乙，开展…`, `甲要加强…`,
 * `充分发挥甲牵头作用`. A mere mention (牵头抓总, 谁主管谁负责, 监管部门负责人) is none: the unit has to be the subject
 * of its part of the sentence, from its beginning.
 */
export interface ProseReading {
  readonly clauses: readonly Clause[];
  readonly units: readonly UnitMention[];
}

interface Statement {
  readonly range: Range;
  readonly units: readonly UnitMention[];
}

/** Ends a part of a sentence: what a statement's subject must begin after. */
const boundary = /[。；;！!？?：:，,\n\r“”]/;
const longestSubject = 300;

export function readProse(text: string, taken: readonly Clause[]): ProseReading {
  const statements: Statement[] = [];
  let start = 0;
  let next = 0;
  for (let i = 0; i <= text.length; i++) {
    while (next < taken.length && (taken[next] as Clause).range.end <= i) next++;
    const clause = taken[next];
    if (clause && clause.range.start === i) {
      pushStatement(statements, text, start, i);
      start = i = clause.range.end;
    }
    if (i < text.length && !boundary.test(text[i] as string)) continue;
    pushStatement(statements, text, start, i);
    start = i + 1;
  }
  const clauses = joinStatements(text, statements);
  return { clauses, units: statements.flatMap(({ units }) => units) };
}

function pushStatement(statements: Statement[], text: string, start: number, end: number): void {
  let from = start;
  while (end - from >= 4) {
    const statement = readStatement(text, from, end);
    if (!statement) return;
    statements.push(statement);
    from = statement.range.end;
  }
}

/** Adverbs and openings that may stand before the subject. */
const opening =
  /^(?:[\s　、]+|[（(]?[\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是|要|由|原则上|具体|明确|其中|统一|同时|另外|此外|并|且|充分|发挥|切实|进一步|积极|主要|继续|建立由|建立健全由|组建由|形成由)/;

const heads: readonly (readonly [RegExp, UnitRole | 'duty' | 'role-noun'])[] = [
  [/牵头作用/g, 'role-noun'],
  [/牵头(?!抓总|作用|部门|单位|人|领导|责任|科室|处室|机制|地位)|会同(?!有关|相关)/g, 'lead'],
  [/负责(?!人|同志|制|任|原则|领导|、|，|。|的态度)/g, 'responsible'],
  [/配合|协助|协同/g, 'support'],
  [
    /(?:均|都|也|还)?(?:要|应当|应该|应|须|必须|需要|需)(?!急|对|用|求|点|素|件|收|变|援|邀|诉|害|塞|道|地|职|务|项)/g,
    'duty',
  ],
];

function readStatement(text: string, start: number, end: number): Statement | undefined {
  const from = skipOpening(text, start, end);
  const subject = text.slice(from, Math.min(end, from + longestSubject));
  const together = /^(?:会同|联合)/.exec(subject);
  if (together) return readCompanions(text, from + together[0].length, end, from);
  for (const [pattern, kind] of heads) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(subject); match; match = pattern.exec(subject)) {
      const units = subjectUnits(text, from, from + match.index, kind);
      if (!units) continue;
      const after = from + match.index + match[0].length;
      const others = match[0] === '会同' ? readCompanions(text, after, end, from) : undefined;
      return {
        range: { start: from, end: others?.range.end ?? after },
        units: [...units, ...(others?.units ?? [])],
      };
    }
  }
  return undefined;
}

function skipOpening(text: string, start: number, end: number): number {
  for (;;) {
    const match = opening.exec(text.slice(start, Math.min(end, start + 12)));
    if (!match) return start;
    start += match[0].length;
  }
}

/** `会同甲、乙，开展…`: those named do it too, and lead nothing. */
function readCompanions(text: string, start: number, end: number, from: number): Statement | undefined {
  const stops = stopsOfList(text, start, end);
  const units = stops.map((stop) => namesFilling(text, start, stop, 'support')).find(Boolean);
  if (!units || units.length === 0) return undefined;
  if (from + 2 === start && units.every((unit) => unit.collective)) return undefined;
  return { range: { start: from, end: (units[units.length - 1] as UnitMention).range.end }, units };
}

const afterList =
  /等[^、，]{0,8}?(?:部门|单位)|对|开展|做好|组织|加强|推进|建立|制定|实施|落实|共同|定期|加快|研究|完善|就|出台|负责|进行|推动|办理|抓好|强化|统筹|分别|按/g;

/** Where a list of names may end that a verb follows at once (会同县公安局对…), the farthest first. */
function stopsOfList(text: string, start: number, end: number): number[] {
  const rest = text.slice(start, Math.min(end, start + longestSubject));
  const stops = [...rest.matchAll(afterList)].map(
    (match) => start + match.index + (match[0].startsWith('等') ? match[0].length : 0),
  );
  return [end, ...stops.slice(0, 6).reverse()];
}

function subjectUnits(
  text: string,
  start: number,
  end: number,
  kind: UnitRole | 'duty' | 'role-noun',
): UnitMention[] | undefined {
  const role =
    kind === 'lead' || kind === 'role-noun' ? 'lead' : kind === 'support' ? 'support' : 'responsible';
  const stop = stripAdverbs(text, start, end);
  const units = stop > start ? namesFilling(text, start, stop, role) : undefined;
  if (!units || units.length === 0) return undefined;
  if (kind === 'lead' || kind === 'responsible' || kind === 'support') return units;
  return units.every((unit) => isDutyBearer(unit, kind)) ? units : undefined;
}

/** In `甲要…` only a surely recognised unit or a group of departments counts: 企业要…, 学校要… state no responsibility. */
function isDutyBearer(unit: UnitMention, kind: 'duty' | 'role-noun'): boolean {
  if (!unit.collective)
    return hasAreaPrefix(unit.value) || /(?:局|委|部|厅|署|办公室|委员会)$/.test(unit.value);
  return kind === 'duty' && /(?:部门|单位|科室|处室|股室|乡镇|街道|政府|镇街|区县|[）)])$/.test(unit.value);
}

const adverbs =
  /(?:分别|共同|联合|各自|按照职责分工|按职责分工|按照职责|按职责|依职责|分工|密切|积极|主动|具体|统筹|全面|切实|每年|均|都|也|还|一并|协调|及时|认真)$/;

function stripAdverbs(text: string, start: number, end: number): number {
  for (;;) {
    const match = adverbs.exec(text.slice(Math.max(start, end - 6), end));
    if (!match) return end;
    end -= match[0].length;
  }
}

/** The names that fill a span entirely, or undefined where anything else stands in it. */
function namesFilling(text: string, start: number, end: number, role: UnitRole): UnitMention[] | undefined {
  if (end - start > longestSubject) return undefined;
  const units = readUnitList(text, start, end, { role, source: 'prose', strict: true });
  if (units.length === 0) return undefined;
  let rest = '';
  let position = start;
  for (const { range } of units) {
    rest += text.slice(position, range.start);
    position = range.end;
  }
  rest += text.slice(position, end);
  const filled = rest.replace(/等[^、，]{0,6}?(?:部门|单位|地)|[等、和及与以\s]/g, '') === '';
  return filled && units.every(isSurelyNamed) ? units : undefined;
}

function isSurelyNamed(unit: UnitMention): boolean {
  return unit.collective ? isCollective(unit.value) : looksLikeUnit(unit.value);
}

/** Statements of one sentence that follow one another (甲牵头，乙配合) are one clause. */
function joinStatements(text: string, statements: readonly Statement[]): Clause[] {
  const joined: Range[] = [];
  for (const { range } of statements) {
    const last = joined[joined.length - 1];
    const between = last ? text.slice(last.end, Math.min(range.start, last.end + 8)) : '';
    if (last && range.start - last.end <= 6 && !/[。；;\n\r]/.test(between))
      joined[joined.length - 1] = { start: last.start, end: range.end };
    else joined.push(range);
  }
  return joined.map((range) => {
    const content = { value: text.slice(range.start, range.end), range };
    return { kind: 'prose', range, content, parts: [{ field: 'unit', label: undefined, content }] };
  });
}
