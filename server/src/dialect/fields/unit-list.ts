import { WHITE_SPACE } from '../character-set';
import type { UnitMention, UnitRole } from '../model';
import { isClosingBracket, isOpeningBracket } from './brackets';
import { isIdeograph, Mark, markAt } from './marks';
import { characters } from './signs';
import { hasAreaPrefix, isCollective, looksLikeUnit } from './unit-name';

export interface UnitListOptions {
  /** The role of names no predicate gives one: what the label or the column says. */
  readonly role: UnitRole;
  readonly source: UnitMention['source'];
  /** Whether every name must have a unit's form; a list under a label may hold any name. */
  readonly strict: boolean;
}

/** What says the role of the names before it: 甲牵头, 乙、丙配合, 甲会同乙. */
const predicates: Readonly<Record<string, UnitRole>> = {
  牵头: 'lead',
  主办: 'lead',
  负责牵头: 'lead',
  会同: 'lead',
  负责: 'responsible',
  落实: 'responsible',
  承办: 'responsible',
  组织实施: 'responsible',
  实施: 'responsible',
  配合: 'support',
  协助: 'support',
  协办: 'support',
  协同: 'support',
  参与: 'support',
  参加: 'support',
  支持: 'support',
};
const predicate = /负责牵头|牵头|主办|会同|负责|落实|承办|组织实施|实施|配合|协助|协办|协同|参与|参加|支持/g;
/** After a predicate these make it part of a noun: 负责人, 牵头部门. */
const nounTail =
  /^(?:人|同志|制|单位|部门|科室|处室|领导|责任|中心|办|组织|项目|情况|机制|作用|任|原则|的原则)/;
/** What may stand between the names and their predicate. */
const modifiers =
  /(?:分别|共同|联合|各自|按照|依照|根据|依据|按|依|各自职责|职责|职能|分工|密切|积极|主动|具体|统筹|全力|抓好|认真|负总责|总|一并|协调|做好|予以|等|、|，|,|\s)$/;
/** What may follow a predicate without being a name. */
const predicateTail =
  /^(?:抓总|抓好|抓|各自领域|相关工作|有关工作|工作|落实|实施|组织实施|推进|完成|做好|的|地|、|，|,|。|\s)+/;
/** Content of a labelled list that is no name. */
const notName =
  /^(?:[\d一二三四五六七八九十]+(?:年|月|季度)|第[一二三四]季度|每|全年|长期|持续|常年|年底|年内|年末|上半年|下半年|即时|立即|适时|尽快|按职责|按照|无$|\/$|—|-)|(?:完成|推进|坚持|实施|前|底|年度|职责分工|分工|结合|协调)$/;

/** 等部门 says nothing, while 等有关部门 names a group. */
const namesNobody = /^(?:\d*个?)?(?:部门|单位|地|机关|委办局|科室|处室|股室|镇|乡镇)?$/;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Reads a list of units (甲、乙等有关部门分工负责，各镇（街道）) between two offsets of a text. */
export function readUnitList(
  text: string,
  start: number,
  end: number,
  options: UnitListOptions,
): UnitMention[] {
  return new UnitListReader(text, options).read(start, end);
}

class UnitListReader {
  private readonly mentions: UnitMention[] = [];
  /** Names whose predicate is still to come. */
  private pending: Span[] = [];
  /** The role of names no predicate follows; after 会同 those named are no leads. */
  private role: UnitRole;

  constructor(
    private readonly text: string,
    private readonly options: UnitListOptions,
  ) {
    this.role = options.role;
  }

  read(start: number, end: number): UnitMention[] {
    for (const chunk of splitList(this.text, start, end)) this.readChunk(chunk);
    this.settle(this.role);
    return this.mentions;
  }

  private readChunk(chunk: Span): void {
    let start = chunk.start;
    let from = start;
    for (;;) {
      const found = findPredicate(this.text, from, chunk.end);
      if (!found) break;
      const names = { start, end: stripModifiers(this.text, start, found.start) };
      if (names.end > names.start && !this.endsAName(names)) {
        from = found.end;
        continue;
      }
      this.readNames(names);
      this.close(found.word);
      start = from = skipTail(this.text, found.end, chunk.end);
    }
    if (start < chunk.end) this.readNames({ start, end: chunk.end });
  }

  /** 县政策落实办: a predicate's word inside a name follows no complete one. */
  private endsAName(span: Span): boolean {
    const name = this.text.slice(span.start, span.end).replace(/^.{0,20}由/, '');
    const last = name.slice(Math.max(name.lastIndexOf('和'), name.lastIndexOf('及')) + 1);
    return (
      looksLikeUnit(name) ||
      isCollective(name) ||
      isCollective(last) ||
      /[等）)]$/.test(name) ||
      looksLikeUnit(last)
    );
  }

  private close(word: string): void {
    const role = predicates[word] as UnitRole;
    if (word === '会同') {
      this.settle('lead');
      this.role = this.options.role === 'lead' ? 'lead' : 'support';
      return;
    }
    const follows = this.role !== this.options.role && role === 'responsible';
    // 牵头单位：甲，乙、丙配合: the predicate reaches back to the comma, not to the label.
    if (role === 'support' && this.options.role === 'lead') this.settleUpTo(this.lastComma());
    this.settle(follows ? this.role : role);
    this.role = this.options.role;
  }

  private lastComma(): number {
    const last = this.pending[this.pending.length - 1];
    if (!last) return 0;
    for (let at = last.start - 1; at >= (this.pending[0] as Span).start; at--)
      if (/[，,；;]/.test(this.text[at] as string)) return at;
    return 0;
  }

  private settleUpTo(offset: number): void {
    const later = this.pending.filter((span) => span.start > offset);
    this.pending = this.pending.filter((span) => span.start <= offset);
    this.settle(this.options.role);
    this.pending = later;
  }

  private settle(role: UnitRole): void {
    for (const span of this.pending) {
      const value = this.text.slice(span.start, span.end);
      this.mentions.push({
        value,
        range: { start: span.start, end: span.end },
        role,
        collective: isCollective(value),
        source: this.options.source,
      });
    }
    this.pending = [];
  }

  private readNames(span: Span): void {
    const { left, right } = splitAtTail(this.text, span);
    for (const part of splitAtConjunction(this.text, left)) this.keep(part);
    if (!right) return;
    for (const part of splitAtConjunction(this.text, right))
      if (!namesNobody.test(this.slice(part))) this.keep(part);
  }

  private slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  private keep(untrimmed: Span): void {
    const span = trimName(this.text, untrimmed);
    const name = this.slice(span);
    if (name === '') return;
    const role = roleAnnotation(this.text, span);
    if (role) {
      const bare = { start: span.start, end: role.start };
      const before = this.pending;
      this.pending = [];
      this.keep(bare);
      this.settle(role.role);
      this.pending = before;
      return;
    }
    const known = looksLikeUnit(name) || isCollective(name);
    if (known || (!this.options.strict && !notName.test(name) && name.length <= 60)) this.pending.push(span);
  }
}

const closesRound = characters('）)');

/** 县教育局（牵头）: the bracket after a name may hold its role. */
function roleAnnotation(text: string, span: Span): { start: number; role: UnitRole } | undefined {
  if (!closesRound.has(text, span.end - 1)) return undefined;
  const match = /[（(](牵头|主办|负责|配合|协办|协助|参与)(?:单位|部门)?[）)]$/.exec(
    text.slice(span.start, span.end),
  );
  return match
    ? { start: span.start + match.index, role: predicates[match[1] as string] as UnitRole }
    : undefined;
}

const space = characters(WHITE_SPACE);
const otherSeparators = characters(`/／|｜${WHITE_SPACE}`);
const notSeparators = characters(':：!！?？"');

/** Splits at separators outside brackets; white space separates only where a name is complete before it. */
function splitList(text: string, start: number, end: number): Span[] {
  const chunks: Span[] = [];
  let depth = 0;
  let from = start;
  for (let i = start; i < end; i++) {
    if (isIdeograph(text, i)) continue;
    const mark = markAt(text, i);
    if (mark === Mark.Opens) depth++;
    else if (mark === Mark.Closes) depth = Math.max(0, depth - 1);
    else if (depth > 0 || !(mark === Mark.Pause || mark === Mark.Ends || otherSeparators.has(text, i)))
      continue;
    else if (mark === Mark.Ends && notSeparators.has(text, i)) continue;
    else if (mark === Mark.None && space.has(text, i) && !completeBefore(text, from, i)) continue;
    else if (mark === Mark.Pause && joinsLevels(text, from, i)) continue;
    else {
      if (i > from) chunks.push({ start: from, end: i });
      from = i + 1;
    }
  }
  if (end > from) chunks.push({ start: from, end });
  return chunks;
}

/** 各有关部门、单位: the second noun shares what is said of the first. */
const bareGroup = /^(?:部门|单位|企业)(?![\u4e00-\u9fff]|[（(])|^(?:部门|单位)(?:按|分|负|配|参|落|等|共)/;

const level = '[省市州县区旗盟乡镇](?:[（(][市县区州旗]{1,2}[）)])?';
const levels = new RegExp(`各(?:${level}、)*${level}$`);

/** 各县、市、区政府: levels before one noun are one name. */
function joinsLevels(text: string, start: number, at: number): boolean {
  if (text.slice(start, at) === '各级党委' && text.startsWith('政府', at + 1)) return true;
  if (bareGroup.test(text.slice(at + 1, at + 5)) && isCollective(text.slice(Math.max(start, at - 40), at)))
    return true;
  return (
    levels.test(text.slice(Math.max(start, at - 20), at)) &&
    /^[省市州县区旗盟乡镇](?![直级属场内外里域管街])/.test(text.slice(at + 1, at + 3))
  );
}

function completeBefore(text: string, start: number, end: number): boolean {
  if (end - start > 60) return true;
  const before = text.slice(start, end).trim();
  return looksLikeUnit(before) || isCollective(before) || /(?:牵头|负责|配合)$/.test(before);
}

function findPredicate(
  text: string,
  start: number,
  end: number,
): { start: number; end: number; word: string } | undefined {
  // Searched in the chunk alone: a search in the whole text would run to its end each time nothing is found.
  const chunk = text.slice(start, end);
  predicate.lastIndex = 0;
  for (let match = predicate.exec(chunk); match; match = predicate.exec(chunk)) {
    const after = predicate.lastIndex;
    if (nounTail.test(chunk.slice(after, after + 2)) || insideBrackets(chunk, match.index)) continue;
    return { start: start + match.index, end: start + after, word: match[0] };
  }
  return undefined;
}

/** Names are short: looking back a hundred characters keeps the cost of a long line linear. */
function insideBrackets(text: string, at: number): boolean {
  let depth = 0;
  for (let i = Math.max(0, at - 100); i < at; i++) {
    if (isOpeningBracket(text, i)) depth++;
    else if (isClosingBracket(text, i)) depth--;
  }
  return depth > 0;
}

function stripModifiers(text: string, start: number, end: number): number {
  for (;;) {
    const match = modifiers.exec(text.slice(Math.max(start, end - 4), end));
    if (!match) return end;
    end -= match[0].length;
  }
}

function skipTail(text: string, start: number, end: number): number {
  return start + (predicateTail.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0);
}

/** Splits 甲等有关部门 into the names and what 等 leads to; a 等 inside a name (高等教育处) is none. */
function splitAtTail(text: string, span: Span): { left: Span; right: Span | undefined } {
  if (span.end - span.start > 80) return { left: span, right: undefined };
  const name = text.slice(span.start, span.end);
  for (let at = name.lastIndexOf('等'); at > 0; at = name.lastIndexOf('等', at - 1)) {
    const before = name.slice(0, at);
    const after = name.slice(at + 1);
    const whole = after.trim() === '' || isCollective(after) || /^(?:\d*个?)(?:地|机关)$/.test(after);
    if (
      whole &&
      (looksLikeUnit(before) || isCollective(before) || after.trim() === '' || !looksLikeUnit(name))
    )
      return {
        left: { start: span.start, end: span.start + at },
        right: { start: span.start + at + 1, end: span.end },
      };
  }
  return { left: span, right: undefined };
}

const conjunctions = /以及|[和与暨]|(?<!涉)及/g;

/** Splits 甲和乙 where both sides are units; 发展和改革委员会 stays whole. */
function splitAtConjunction(text: string, span: Span): Span[] {
  if (span.end - span.start > 80) return [span];
  const name = text.slice(span.start, span.end);
  conjunctions.lastIndex = 0;
  for (let match = conjunctions.exec(name); match; match = conjunctions.exec(name)) {
    const left = name.slice(0, match.index);
    const right = name.slice(conjunctions.lastIndex);
    if (!isNameAlone(left) && left !== '') continue;
    if (joinsOneName(left, right)) continue;
    if (left === '' || isNameAlone(right) || splitsFurther(right)) {
      const rest = { start: span.start + conjunctions.lastIndex, end: span.end };
      return [{ start: span.start, end: span.start + match.index }, ...splitAtConjunction(text, rest)];
    }
  }
  return [span];
}

/** 单位 in 有关部门和单位 means 有关单位; 园区 in 园区和企业服务中心 is what the centre serves. */
function joinsOneName(left: string, right: string): boolean {
  if (namesAField(left) && looksLikeUnit(right) && !hasAreaPrefix(right)) return true;
  if (/^(?:部门|单位|企业|机构|个人|人员)$/.test(right)) return true;
  return /^(?:园区|社区|学校|医院|乡镇|街道|企业|村|镇)$/.test(left) && !isCollective(right);
}

/** 各市（州）文化 before 和旅游局: the places and a field, and no unit yet. */
function namesAField(name: string): boolean {
  const places = /^各(?:有关|相关)?(?:[省市县区州旗盟镇乡村]|街道|[（(][^）)]*[）)]|、)+/.exec(name)?.[0];
  const field = places === undefined ? '' : name.slice(places.length);
  return field !== '' && field.length <= 6 && !isCollective(field) && !looksLikeUnit(`县${field}`);
}

function isNameAlone(name: string): boolean {
  return looksLikeUnit(name) || isCollective(name);
}

function splitsFurther(name: string): boolean {
  const at = name.search(/以及|[和及与暨]/);
  return at > 0 && isNameAlone(name.slice(0, at));
}

const beforeName = characters(`${WHITE_SPACE}由*★△▲●`);
const behindName = characters(`${WHITE_SPACE}*★△▲●:：`);

function trimName(text: string, span: Span): Span {
  let { start, end } = span;
  // 县教育局（联系人：张某）, （列第一位的牵头，下同）: who to ring and how to read the list are no part of the name.
  if (closesRound.has(text, space.skipBack(text, start, Math.min(end, start + 120)) - 1)) {
    const contact = /[（(][^（(]*(?:[:：]|联系|电话|\d{6}|下同|第一位)[^（(]*[）)]\s*$/.exec(
      text.slice(start, Math.min(end, start + 120)),
    );
    if (contact) end = start + contact.index;
  }
  // 以上工作由各部门, 各项任务均涉及有关乡镇: what is to be done stands before 由.
  const by = /^[^由]{0,39}?(?:由|涉及(?=各|有关|相关))/.exec(text.slice(start, Math.min(end, start + 40)));
  if (by) start += by[0].length;
  start = beforeName.skip(text, start, end);
  return { start, end: behindName.skipBack(text, start, end) };
}
