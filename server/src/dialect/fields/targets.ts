import { WHITE_SPACE } from '../character-set';
import type { Located, Range } from '../range';
import { achieving, achievingDirectly, comparators, focusing, stating } from './expressions/target-words';
import { ascendingTest, namesIn, pieceAround, piecesAround } from './pieces';
import { alternatives, findAnchors, type Anchor } from './quantities';
import { characters, pairSign, sign, signsIn } from './signs';
import { Words } from './words';

/** What a text must hold, besides an anchor, for anything in it to count as a target. */
const trigger =
  /[\d０-９%％‰]|分之|成以上|成左右|为零|[一二两三四五六七八九十百][个家项所座处次场期名支部台套]|全|零|尽|不发生|不出现|不新增|无新增|基本消除|番|同步|只[减增升降]|前[一二三四五六七八九十]/;

const boundBefore = new RegExp(`(?:${alternatives(comparators)})(?:每[人户亩](?:每[年月天日])?)?\\s?$`);
/** What is measured without a unit, or by years of age: 发展指数达85, 预期寿命达80岁. */
const measureBefore = /(?:指数|得分|评分|分值|总分|系数|强度|寿命|年龄)[^，]{0,6}$/;
/** A verb after the counted thing: 3个项目开工, 15家企业完成建设. */
const achievedAfter =
  /完成|建成|开工|竣工|投产|投用|达标|落地|挂牌|投入使用|上线|验收|拆除|拆解|整治|改造|建设|实现|覆盖|全部|脱贫|摘帽|升级|接入|安装|任务|注册|入库|签约|公开|参加|参保|开展|纳入|通过|参与/;
/** How much of a sentence a phrase takes before its verb or after its number. */
const before = 26;
const after = 32;

/** Measurable results a text states: percentages, counted objects, zero and full-coverage results, ratios, paces. */
export function readTargets(text: string, signs = signsIn(text)): Located[] {
  const anchors = findAnchors(text, signs);
  if (anchors.length === 0 || !trigger.test(text)) return [];
  const inName = ascendingTest(namesIn(text, signs));
  const mayReport = stateInWords.isIn(signs) || stateInOne.isIn(signs);
  const found: Range[] = [];
  let last: Range | undefined;
  for (const bare of anchors) {
    const isNamed = inName(bare.start);
    if (isNamed && !isQuotedResult(text, bare)) continue;
    const anchor = isNamed ? { ...bare, start: bare.start - 1, end: bare.end + 1 } : bare;
    if (last && anchor.start < last.end) continue;
    const phrase = readPhrase({ text, anchor, mayReport, last });
    if (!phrase) continue;
    last = phrase.start < (last?.end ?? 0) ? { start: (last as Range).end, end: phrase.end } : phrase;
    found.push(last);
  }
  return found.map((range) => ({ value: text.slice(range.start, range.end), range }));
}

/** 全年案件“零发生”: what is reached in quotation marks; “零发生”创建 is a name. */
function isQuotedResult(text: string, { kind, start, end }: Anchor): boolean {
  return (
    kind === 'result' &&
    text[start] === '零' &&
    text[start - 1] === '“' &&
    text[end] === '”' &&
    /^[\s，。；、）)]?$/.test(text.charAt(end + 1))
  );
}

function readPhrase(place: Place): Range | undefined {
  const { text, anchor, last } = place;
  const { piece, chunk } = piecesAround(text, anchor.start, anchor.end);
  const context = {
    text,
    anchor,
    mayReport: place.mayReport,
    chunk,
    piece,
    before: text.slice(chunk.start, anchor.start),
    near: text.slice(piece.start, anchor.start).trimEnd(),
    after: text.slice(anchor.end, piece.end),
    follows: last !== undefined && piece.start - last.end <= 1 && text[last.end] === '、',
  };
  return isTarget(context) ? extent(context) : undefined;
}

/** Where a target is looked for. */
interface Place {
  readonly text: string;
  readonly anchor: Anchor;
  /** Whether the text has words by which it may state what is so already. */
  readonly mayReport: boolean;
  /** The target before. */
  readonly last: Range | undefined;
}

interface Context extends Pick<Place, 'text' | 'anchor' | 'mayReport'> {
  /** Between commas. */
  readonly chunk: Range;
  /** Between pauses (、), too. */
  readonly piece: Range;
  readonly before: string;
  readonly near: string;
  readonly after: string;
  /** Whether the piece follows another target in a list. */
  readonly follows: boolean;
}

function isTarget(context: Context): boolean {
  if (context.mayReport && (stating.test(context.before) || statesPresent(context))) return false;
  switch (context.anchor.kind) {
    case 'percent':
      return (
        !/^(?:以上|以下|以内)?的/.test(context.after) ||
        governingVerb(context.before) === 'achieving' ||
        achievedAfter.test(context.after)
      );
    case 'pace':
      return (
        !/(?:印发|发布|下发|公布|批复|下达)(?:之日)?[后起]?$/.test(context.near) &&
        context.before.length + context.after.length > 2
      );
    case 'decimal':
      return (
        boundBefore.test(context.near) &&
        (/[.万亿]/.test(context.text.slice(context.anchor.start, context.anchor.end)) ||
          measureBefore.test(context.near))
      );
    case 'bound':
      return (
        boundBefore.test(context.near) &&
        !context.after.startsWith('的') &&
        (context.text[context.anchor.end - 1] !== '岁' || measureBefore.test(context.near))
      );
    case 'ratio':
      return /比/.test(context.after.slice(0, 8) + context.near.slice(-8));
    case 'result':
      return (
        !describes(context) &&
        (!/^(?:全覆盖|无死角)$/.test(context.near + context.after) || context.after !== '')
      );
    default:
      return countsResult(context);
  }
}

/** 截至去年底，已建成3所，占60%: the sentence reports, unless it goes on to what is intended. */
function statesPresent({ text, chunk, anchor }: Context): boolean {
  let start = anchor.start;
  const farthest = Math.max(0, chunk.start - 120);
  while (start > farthest && !endOfSentence.has(text, start - 1)) start--;
  const sentence = text.slice(start, anchor.start);
  return reporting.test(sentence) && !intending.test(sentence);
}

const endOfSentence = characters('。；\n');
const reporting =
  /^\s*(?:截至|截止|目前|当前|现阶段|去年|上年|近年来|\d{4}年以来)|(?:(?<![对将把在用合])现有|现已|现辖|共有|下辖)/;
/** Of every match of `stating` and `reporting` there is one or the other. */
const stateInWords = pairSign('仅只目现截去上以此原当近共下', '为有占前已至止年一来阶辖');
const stateInOne = sign('已曾');
const intending = /确保|力争|督促|要|将|推[动进]|计划|努力|争取|继续/;

function countsResult(context: Context): boolean {
  const { near, after, anchor, text } = context;
  const unit = text.slice(anchor.start, anchor.end);
  if (/次$/.test(unit) && /每|[月季年周]度/.test(context.before) && !/全覆盖/.test(after)) return false;
  if (isThreshold(unit, after) && !achievesDirectly(near)) return false;
  if (/^[对凡].*(?:超过|低于|高于|大于|不足)$/.test(near)) return false;
  if (
    /^(?:方面|维度|层面|环节|阶段|层级|问题导向|原则|意识|自信|维护|确立|务必|关键|重点领域|人以)/.test(after)
  )
    return false;
  if (/^.{0,8}为(?:具体|主要)?(?:抓手|重点|契机|主线|载体|核心|支撑)/.test(after)) return false;
  // 对排查出的3个村，: which ones, of which is said behind the comma what becomes of them.
  if (/^对.*的$/.test(near) && !doing.test(after)) return false;
  const direct = achievesDirectly(near);
  if (!direct && after.startsWith('的') && anchor.kind === 'count') return false;
  if (anchor.kind === 'chinese' && /^一[^次场期所家座处]/.test(unit)) return false;
  if (anchor.kind === 'chinese')
    return direct && (/[次场期]$/.test(unit) || !/(?:组织|开展|支持|检查)$/.test(near));
  if (direct || (context.follows && near.length <= 12)) return true;
  if (/^(?:以上|以内|以下|左右)$/.test(after) && near.length >= 2) return true;
  if (/[场次期轮届班]$/.test(unit) && /全年|年内|年度内/.test(context.before)) return true;
  const verb = governingVerb(context.before);
  if (verb === 'achieving' || isBareCount(near, after)) return true;
  if (verb === 'focusing') return false;
  if (achievedAfter.test(after)) return true;
  if (/^[对为]/.test(near) && (doing.test(after) || endOfObjects(context) !== undefined)) return true;
  // 对东路、西路28栋楼体实施亮化: 对 reaches over the pauses.
  return /^对/.test(context.before) && doing.test(after);
}

/** 检查企业20家, 展演30场, 配发器具600件（套）: few words and then the number, with nothing after it. */
function isBareCount(near: string, after: string): boolean {
  return (
    near.length >= 2 &&
    near.length <= 14 &&
    /^(?:[（(][^（）()\d]{1,2}[）)])?(?:以上|以下|以内|左右)?$/.test(after) &&
    lastFocusing(near) < 0
  );
}

/** 9座以上客车, 10人及以上单位: a size that tells which ones, unlike 20个以上领域. */
function isThreshold(unit: string, after: string): boolean {
  return /^(?:及)?以[上下](?!$|[，。；、]|目标|任务)/.test(after) && !/[个家项所种场次期户条件]$/.test(unit);
}

/** 全覆盖的培训: what something is like is no result; 全覆盖的目标 is. */
function describes({ after }: Context): boolean {
  return /^(?:的|式)(?!目标|要求|效果)/.test(after);
}

/** 培训班, 检查站: the verb is part of a noun. */
function isPartOfNoun(next: string): boolean {
  return next !== '' && '班站点室所员期会率'.includes(next);
}

/** 建成3家, 不少于2次: the verb or the bound stands directly before the number. */
function achievesDirectly(near: string): boolean {
  if (boundBefore.test(near)) return true;
  const end = near.slice(-10).replace(/(?:不少于|至少|各|共计|共|总计|约|近|了|一批|再|新)+$/, '');
  return achievingVerbs.startOfWordEnding(end, end.length) >= 0 && !namedWork.test(end);
}

/** 信用体系建设5个文件: what the documents are about, not what is built. */
const namedWork = /(?:体系|制度|机制|能力|作风|队伍|文明|法治|信用|诚信|环境)建设$/;

/** The kind of the last verb before a number. */
function governingVerb(text: string): 'achieving' | 'focusing' | undefined {
  const achieved = governingVerbs.lastIn(text);
  const focused = lastFocusing(text);
  if (achieved < 0 && focused < 0) return undefined;
  return achieved > focused ? 'achieving' : 'focusing';
}

/** 联合执法 is what is done; 联合3家企业 says with whom. */
function lastFocusing(text: string): number {
  return focusingVerbs.lastIn(text.includes('联合') ? text.replace(jointWork, '　　') : text);
}

const jointWork = /联合(?=执法|检查|整治|督查|督导|巡查|巡逻|演练|演习|调研|会商|行动|审批|验收|宣传|培训)/g;

const achievingVerbs = new Words(achieving);
const governingVerbs = new Words(
  achieving.filter((verb) => !achievingDirectly.includes(verb)),
  achievingDirectly,
);
/** 选派党建指导员60名: who is sent, not what the work is aimed at. */
const focusingVerbs = new Words(focusing, [
  '指导员',
  '指导师',
  '指导站',
  '协调员',
  '联合会',
  '联合体',
  '联合社',
]);

function extent(context: Context): Range {
  const { text, anchor, piece } = context;
  const start = startOfPhrase(context);
  const end = endOfObjects(context) ?? Math.min(piece.end, anchor.end + after);
  return trim(text, widen(text, { start, end }, context));
}

/** 对48家加油站，2家油库开展检查: what is counted after 对 goes on to its verb, over commas. */
function endOfObjects({ text, near, after, piece }: Context): number | undefined {
  if (!near.startsWith('对') || doing.test(after)) return undefined;
  let position = piece.end;
  for (let step = 0; step < 5 && /[，,、]/.test(text[position] ?? ''); step++) {
    const next = pieceAround(text, position + 1, position + 1, { atPause: true }).end;
    const part = text.slice(position + 1, next);
    if (!/\d/.test(part)) return undefined;
    if (doing.test(part)) return next;
    position = next;
  }
  return undefined;
}

const doing = /开展|进行|实施|完成/;

function startOfPhrase({ anchor, piece, near }: Context): number {
  const listed = near.lastIndexOf('等');
  const start =
    listed >= 0 && !/^[级于]/.test(near.slice(listed + 1)) ? piece.start + listed + 1 : piece.start;
  const time = leadingTime.exec(near.slice(start - piece.start))?.[0].length ?? 0;
  const counted = anchor.kind === 'count' || anchor.kind === 'chinese';
  const verb =
    (counted && !boundBefore.test(near)) || near.length > before
      ? achievingVerbs.lastIn(near, isPartOfNoun)
      : -1;
  const opening = verb > 8 ? piece.start + verb - (adverbs.exec(near.slice(0, verb))?.[0].length ?? 0) : 0;
  return Math.max(start + time, counted || anchor.start - opening > 6 ? opening : 0, anchor.start - before);
}

/** 今年, 年底前: when is no part of what. */
const leadingTime =
  /^(?:[一二三四五六七八九十]{1,2}是|今年|本年度?|全年|年内|(?:到|至|在|于)?(?:\d{4}年|今年)?\d{1,2}月(?:\d{1,2}日|底|末|份|[上中下]旬)?(?:之?前)?|[上下]半年|第?[一二三四]季度(?:末|底)?(?:之?前)?|(?:到|至|在)?(?:\d{4}年度?|今年|年)(?:底|末)?(?:之?前)?)/;
const adverbs = /(?:(?:推动|推进|力争|确保|实现|全面|至少|计划|按计划|努力|新|再|各|全年|年内|累计)+)$/;

/** 甲率、乙率达100%: what is measured may be a list. */
function widen(text: string, range: Range, { anchor, chunk }: Context): Range {
  if (anchor.kind !== 'percent') return range;
  let { start } = range;
  while (start > chunk.start && text[start - 1] === '、') {
    const left = pieceAround(text, start - 1, start - 1, { atPause: true }).start;
    const measured = text.slice(left, start - 1);
    if (!/[率数量度比]/.test(measured) || /\d/.test(measured) || left >= start - 1) break;
    start = left;
  }
  return { start, end: range.end };
}

const beforePhrase = characters(`${WHITE_SPACE}*，,、：:■□●○◆◇▲△★☆※`);
const behindPhrase = characters(`${WHITE_SPACE}*，,、`);

function trim(text: string, range: Range): Range {
  const start = beforePhrase.skip(text, range.start, range.end);
  return { start, end: behindPhrase.skipBack(text, start, range.end) };
}
