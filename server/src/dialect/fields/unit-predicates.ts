import { WHITE_SPACE } from '../character-set';
import type { UnitRole } from '../model';
import type { Range } from '../range';
import { closesRound, isClosingBracket, isOpeningBracket } from './brackets';
import { characters } from './signs';
import { Words } from './words';

/* The words that say what the units of a list are to do: 甲牵头, 乙、丙配合. */

/** What says the role of the names before it: 甲牵头, 乙、丙配合, 甲会同乙. */
const roles: Readonly<Record<string, UnitRole>> = {
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
/** 丙指导: names those who look on, as 指导单位：丙 does. */
export const LOOKS_ON = '指导';
const predicate =
  /负责牵头|牵头|主办|会同|负责|落实|承办|组织实施|实施|配合|协助|协办|协同|参与|参加|支持|指导$/g;
const beginsPredicate = characters('负牵主会落承组实配协参支指');
/** After a predicate these make it part of a noun: 负责人, 牵头部门. */
const nounTail =
  /^(?:人|同志|制|单位|部门|科室|处室|领导|责任|中心|办|组织|项目|情况|机制|作用|任|原则|的原则)/;
/** What may stand between the names and their predicate. */
const modifiers = new Words([
  ...'分别 共同 联合 各自 按照 依照 根据 依据 按 依 结合实际 结合职责 各自职责 职责 职能 分工 密切 积极 主动 具体 统筹 全力 抓好 认真 负总责 总 一并 协调 做好 予以 等 、 ， ,'.split(
    ' ',
  ),
  ...WHITE_SPACE,
]);
/** What may follow a predicate without being a name. */
const predicateTail =
  /^(?:抓总|抓好|抓|各自领域|相关工作|有关工作|工作|落实|实施|组织实施|推进|完成|做好|的|地|、|，|,|。|\s)+/;

export interface Predicate extends Range {
  readonly word: string;
  readonly role: UnitRole;
}

/** The first between two offsets that stands outside brackets and is no part of a noun. */
export function findPredicate(text: string, start: number, end: number): Predicate | undefined {
  if (beginsPredicate.find(text, start, end) === end) return undefined;
  // Searched in the chunk alone: a search in the whole text would run to its end each time nothing is found.
  const chunk = text.slice(start, end);
  predicate.lastIndex = 0;
  for (let match = predicate.exec(chunk); match; match = predicate.exec(chunk)) {
    const after = predicate.lastIndex;
    if (nounTail.test(chunk.slice(after, after + 2)) || insideBrackets(chunk, match.index)) continue;
    const word = match[0];
    return { start: start + match.index, end: start + after, word, role: roles[word] ?? 'support' };
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

/** Where the names end that stand between `start` and a predicate at `end`: before 分别, 等, 、. */
export function stripModifiers(text: string, start: number, end: number): number {
  return modifiers.skipBack(text, start, end);
}

/** Where the next name may begin behind a predicate that ends at `start`. */
export function skipTail(text: string, start: number, end: number): number {
  return start + (predicateTail.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0);
}

/** 县教育局（牵头）: the bracket after a name may hold its role. */
export function roleAnnotation(text: string, span: Range): { start: number; role: UnitRole } | undefined {
  if (!closesRound(text, span.end - 1)) return undefined;
  const match = /[（(](牵头|主办|负责|配合|协办|协助|参与)(?:单位|部门)?[）)]$/.exec(
    text.slice(span.start, span.end),
  );
  return match ? { start: span.start + match.index, role: roles[match[1] as string] as UnitRole } : undefined;
}
