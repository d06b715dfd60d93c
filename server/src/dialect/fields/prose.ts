import { WHITE_SPACE } from '../character-set';
import type { Clause, UnitMention, UnitRole } from '../model';
import type { Range } from '../range';
import { lastBoundary } from './pieces';
import { characters, pairSign, signsIn, type Present } from './signs';
import { readUnitList } from './unit-list';
import { beginsLikeVerb, hasAreaPrefix, looksLikeUnit } from './unit-name';
import { Words } from './words';

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

/** Nothing in official prose has a longer subject; keeps the cost of a long line linear. */
const longestSubject = 300;

/** `partner`: only after another statement, for everybody takes part in something. */
type Kind = UnitRole | 'duty' | 'part' | 'company' | 'partner';

/** What makes a statement: one of these after (or, for company, before) names that fill their part of the sentence. */
const head =
  /牵头作用|负责牵头|牵头(?!抓总作用|部门|单位|人|领导|责任|科室|处室|机制|地位)|会同|联合|组织实施|具体实施|抓好落实|具体落实|承办|负责(?!人|同志|制(?![定订作造])|任|原则|领导|的态度)|配合|协助|参与|(?:均|都|也|还)?(?:应当|应该|必须|需要|要|应|须|需)(?!急|对|用|求|点|素|件|收|变|援|邀|诉|害|塞|道|地|职|务|项)/y;
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries<Kind>({
    牵头作用: 'part',
    牵头: 'lead',
    负责牵头: 'lead',
    会同: 'lead',
    联合: 'company',
    配合: 'support',
    协助: 'support',
    参与: 'partner',
    组织实施: 'responsible',
    具体实施: 'responsible',
    抓好落实: 'responsible',
    具体落实: 'responsible',
    承办: 'responsible',
    负责: 'responsible',
  }),
);

/** A cheap look first: most subjects are not units. */
const unitEndings =
  '局委办厅部署院社会所站处科股室馆台校镇乡村场组队行府联园心司团道区关织信动通塔政电草学位业门街地间厂矿班段港库）)等居';
const endsAsUnit = characters(unitEndings);
/** What 要 and its like begin with. */
const dutyBeginnings = '均都也还应必需要须';
const beginsDuty = characters(dutyBeginnings);
const bearsDuty = pairSign(unitEndings, dutyBeginnings);

/** The beginnings of `head`'s words that make a statement wherever they stand. */
const headBeginnings = '牵负会联组具抓承配协参';
const beginsHead = pairSign(headBeginnings, '头责同合织体好办助与');
const beginsWord = characters(headBeginnings + dutyBeginnings);
const NO_STATEMENTS: ProseReading = { clauses: [], units: [] };

/** Statements of responsibility in a text outside the clauses already read. */
export function readProse(text: string, taken: readonly Clause[], signs = signsIn(text)): ProseReading {
  if (!mayState(signs)) return NO_STATEMENTS;
  const statements: Statement[] = [];
  let from = 0;
  for (const { range } of taken) {
    readBetween(text, { start: from, end: range.start }, statements);
    from = Math.max(from, range.end);
  }
  readBetween(text, { start: from, end: text.length }, statements);
  if (statements.length === 0) return NO_STATEMENTS;
  const [only] = statements;
  return {
    clauses: joinStatements(text, statements),
    units: statements.length === 1 && only ? only.units : statements.flatMap(({ units }) => units),
  };
}

function mayState(signs: Present): boolean {
  return beginsHead.isIn(signs) || bearsDuty.isIn(signs);
}

/**
 * Adds the statements that begin in a part of a text. A search for the pattern alone would try its alternatives at every
 * character; here most characters are done with by one look.
 */
function readBetween(text: string, { start: from, end }: Range, statements: Statement[]): void {
  let start = from;
  let seen = from;
  let next = from;
  for (let at = beginsWord.find(text, from, end); at < end; at = beginsWord.find(text, next, end)) {
    next = at + 1;
    // 要 stands in 主要, 重要 and everywhere: it makes a statement only right after a unit.
    const mayBeDuty = beginsDuty.has(text, at);
    if (mayBeDuty && !endsAsUnit.has(text, at - 1)) continue;
    head.lastIndex = at;
    if (!head.test(text)) continue;
    next = head.lastIndex;
    start = Math.max(start, lastBoundary(text, seen, at) + 1);
    seen = at;
    if (at - start > longestSubject || (mayBeDuty && at === start)) continue;
    const kind = mayBeDuty ? 'duty' : (kinds.get(text.slice(at, next)) as Kind);
    const follows = start - (statements.at(-1)?.range.end ?? -9) <= 2;
    const statement = readStatement(text, start, { at, end: next, kind, follows });
    if (!statement) continue;
    statements.push(statement);
    start = next = statement.range.end;
  }
}

interface Head {
  readonly at: number;
  readonly end: number;
  readonly kind: Kind;
  /** Whether a statement stands right before (甲牵头，乙配合): then what supports is a unit, too. */
  readonly follows: boolean;
}

/** Adverbs and openings that may stand before the subject. */
const opening =
  /^(?:[\s　、]+|[（(]?[\d一二三四五六七八九十]+[）)]|[一二三四五六七八九十]是|要|由|原则上|具体|明确|其中|统一|同时|另外|此外|并|且|充分|发挥|切实|进一步|积极|主要|继续|建立由|建立健全由|组建由|形成由)/;
/** What an opening begins with: most subjects begin with something else. */
const beginsOpening = characters(
  `${WHITE_SPACE}（(0123456789一二三四五六七八九十要由原具明其统同另此并且充发切进积主继建组形`,
);

function readStatement(text: string, start: number, head: Head): Statement | undefined {
  const { at, end, kind } = head;
  const from = skipObject(text, skipOpening(text, start, at), at, kind);
  const together = kind === 'company' || text.startsWith('会同', at);
  if (together && from === at) return readCompanions(text, end, at);
  const units = kind === 'company' ? undefined : subjectUnits(text, from, head);
  if (!units) return undefined;
  const others = together ? readCompanions(text, end, from) : undefined;
  return {
    range: { start: from, end: others?.range.end ?? end },
    units: others ? [...units, ...others.units] : units,
  };
}

function skipOpening(text: string, start: number, end: number): number {
  while (beginsOpening.has(text, start)) {
    const match = opening.exec(text.slice(start, Math.min(end, start + 12)));
    if (!match) return start;
    start += match[0].length;
  }
  return start;
}

/** 有关申请由甲会同乙答复, 引进项目2个——甲牵头: what is to be done stands before 由 and the dash. */
function skipObject(text: string, from: number, end: number, kind: Kind): number {
  if (kind === 'duty' || kind === 'part' || dashOrBy.find(text, from, end) === end) return from;
  const dash = text.slice(from, end).lastIndexOf('——');
  const start = dash < 0 ? from : from + dash + 2;
  const subject = text.slice(start, end);
  const by = subject.includes('由') ? /.*(?<![理自事缘])由(?!于)/.exec(subject) : null;
  return by ? start + by[0].length : start;
}

const dashOrBy = characters('—由');

/** `会同甲、乙，开展…`: those named do it too, and lead nothing. Alone it has to name a unit, not only 有关部门. */
function readCompanions(text: string, start: number, from: number): Statement | undefined {
  const end = start + text.slice(start, start + longestSubject).search(/$|[。；;！!？?\n\r，,：:“”"]/);
  const units = stopsOfList(text, start, end)
    .map((stop) => namesFilling(text, start, stop, 'support'))
    .find(Boolean);
  const last = units?.[units.length - 1];
  if (!units || !last || (from + 2 === start && units.every((unit) => unit.collective))) return undefined;
  return { range: { start: from, end: last.range.end }, units };
}

const afterList =
  /等[^、，]{0,8}?(?:部门|单位)|对|开展|做好|组织|加强|推进|建立|制定|实施|落实|共同|定期|加快|研究|完善|就|出台|负责|进行|推动|办理|抓好|强化|统筹|分别|按|举办|召开|打造|搭建|深入|持续|通过|在/g;

/** Where a list of names may end that a verb follows at once (会同县公安局对…), the farthest first. */
function stopsOfList(text: string, start: number, end: number): number[] {
  const rest = text.slice(start, end);
  const stops = [...rest.matchAll(afterList)].map(
    (match) => start + match.index + (match[0].startsWith('等') ? match[0].length : 0),
  );
  return [end, ...stops.slice(0, 6).reverse()];
}

function subjectUnits(text: string, start: number, { at, kind, follows }: Head): UnitMention[] | undefined {
  if (kind === 'partner' && !follows) return undefined;
  const supports = kind === 'support' || kind === 'partner';
  const role = kind === 'lead' || kind === 'part' ? 'lead' : supports ? 'support' : 'responsible';
  const stop = adverbs.skipBack(text, start, at);
  const units = stop > start ? namesFilling(text, start, stop, role) : undefined;
  if (kind === 'lead' || kind === 'responsible' || (supports && follows)) return units;
  return units?.every((unit) => isDutyBearer(unit, kind)) ? units : undefined;
}

/** In `甲要…` only a surely recognised unit or a group of units counts: 重点企业要…, 医院要… state no responsibility. */
function isDutyBearer(unit: UnitMention, kind: Kind): boolean {
  if (!unit.collective)
    return hasAreaPrefix(unit.value) || /(?:局|委|部|厅|署|办公室|委员会)$/.test(unit.value);
  return kind !== 'part';
}

const adverbs = new Words(
  '分别 共同 联合 各自 按照职责分工 按职责分工 按照职责 按职责 依职责 根据职责 依据职责 各自职责 分工 密切 积极 主动 具体 统筹 全面 切实 每年 均 都 也 还 一并 协调 及时 认真'.split(
    ' ',
  ),
);

/** The names that fill a span entirely, or undefined where anything else stands in it. */
function namesFilling(text: string, start: number, end: number, role: UnitRole): UnitMention[] | undefined {
  if (end - start > longestSubject || end <= start || !endsAsUnit.has(text, end - 1)) return undefined;
  const units = readUnitList(text, start, end, { role, source: 'prose', strict: true });
  if (units.length === 0) return undefined;
  let rest = '';
  let position = start;
  for (const { range } of units) {
    rest += text.slice(position, range.start);
    position = range.end;
  }
  rest += text.slice(position, end);
  const filled = rest === '' || rest.replace(/等[^、，]{0,6}?(?:部门|单位|地)|[等、/和及与以\s]/g, '') === '';
  const named = units.every(isSurelyNamed) && units.some(({ value }) => !bareNouns.has(value));
  return filled && named ? units : undefined;
}

const bareNouns: ReadonlySet<string> = new Set(['部门', '单位', '政府', '科室']);

/** 政府主导、部门负责 speaks of nobody in particular, 各类企业 and 医疗机构 of no unit of the plan's. */
function isSurelyNamed({ value, collective }: UnitMention): boolean {
  if (!collective) return looksLikeUnit(value);
  if (/^(?:各(?![类种项自])|(?:有关|相关)(?!人|同志|责任人|负责人|领导))/.test(value)) return true;
  const ending = /(?:部门|单位|政府|乡镇|街道|镇街|区县|科室|处室|股室|[）)])$/;
  return ending.test(value) && !beginsLikeVerb(value);
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
