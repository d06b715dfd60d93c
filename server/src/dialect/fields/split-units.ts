import { WHITE_SPACE } from '../character-set';
import type { Range } from '../range';
import { closesRound } from './brackets';
import { isIdeograph, Mark, markAt } from './marks';
import { characters } from './signs';
import { hasAreaPrefix, isCollective, isField, looksLikeUnit } from './unit-name';

/* Where one name of a list of units ends and the next one begins. */

const space = characters(WHITE_SPACE);
const otherSeparators = characters(`/／|｜${WHITE_SPACE}`);
const notSeparators = characters(':：!！?？"');

/** Splits at separators outside brackets; white space separates only where a name is complete before it. */
export function splitList(text: string, start: number, end: number): Range[] {
  const chunks: Range[] = [];
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

/** 各乡镇党委、政府, 各街道党工委、办事处: the two of one place are one name where the second says nothing of the place. */
const partyCommittee = /党(?:工|[（(]工[）)])?委$/;
const government =
  /^(?:(?:人民)?政府|办事处)(?![\u4e00-\u9fff])|^(?:(?:人民)?政府|办事处)[按分负牵配具落共等要应须和及与均都]/;

const level = '(?:县级市|[省市州县区旗盟乡镇](?:[（(][市县区州旗]{1,2}[）)])?)';
const levels = new RegExp(`各(?:${level}、)*${level}$`);

/** What the second noun begins with in all of these: most names begin with something else. */
const mayJoin = characters('部单企人政办省市州县区旗盟乡镇');

/** 各县、市、区政府: levels before one noun are one name. */
function joinsLevels(text: string, start: number, at: number): boolean {
  if (!mayJoin.has(text, at + 1)) return false;
  if (
    partyCommittee.test(text.slice(Math.max(start, at - 6), at)) &&
    government.test(text.slice(at + 1, at + 16))
  )
    return true;
  if (bareGroup.test(text.slice(at + 1, at + 5)) && isCollective(text.slice(Math.max(start, at - 40), at)))
    return true;
  return (
    levels.test(text.slice(Math.max(start, at - 20), at)) &&
    /^(?:县级市|[省市州县区旗盟乡镇](?![直级属场内外里域管街]))/.test(text.slice(at + 1, at + 4))
  );
}

function completeBefore(text: string, start: number, end: number): boolean {
  if (end - start > 60) return true;
  const before = text.slice(start, end).trim();
  return looksLikeUnit(before) || isCollective(before) || /(?:牵头|负责|配合|科)$/.test(before);
}

const tail = characters('等');
/** 甲、乙等和各镇. */
const joinsGroup = /^(?:以及|[和与及])/;

/** Splits 甲等有关部门 into the names and what 等 leads to; a 等 inside a name (高等教育处) is none. */
export function splitAtTail(text: string, span: Range): { left: Range; right: Range | undefined } {
  if (span.end - span.start > 80 || tail.find(text, span.start, span.end) === span.end)
    return { left: span, right: undefined };
  const name = text.slice(span.start, span.end);
  for (let at = name.lastIndexOf('等'); at > 0; at = name.lastIndexOf('等', at - 1)) {
    const before = name.slice(0, at);
    const after = name.slice(at + 1);
    const whole =
      after.trim() === '' ||
      isCollective(after.replace(joinsGroup, '')) ||
      /^(?:\d*个?)(?:地|机关)$/.test(after);
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

const beginsConjunction = characters('以和与暨及');
const conjunctions = /以及|[和与暨]|(?<!涉)及/g;

/** Splits 甲和乙 where both sides are units; 发展和改革委员会 stays whole. */
export function splitAtConjunction(text: string, span: Range): Range[] {
  if (span.end - span.start > 80 || beginsConjunction.find(text, span.start, span.end) === span.end)
    return [span];
  const name = text.slice(span.start, span.end);
  conjunctions.lastIndex = 0;
  for (let match = conjunctions.exec(name); match; match = conjunctions.exec(name)) {
    const left = name.slice(0, match.index);
    const right = name.slice(conjunctions.lastIndex);
    if ((!isNameAlone(left) && left !== '') || endsInBracket.test(left)) continue;
    if (joinsOneName(left, right)) continue;
    if (left === '' || isNameAlone(right) || splitsFurther(right)) {
      const rest = { start: span.start + conjunctions.lastIndex, end: span.end };
      return [{ start: span.start, end: span.start + match.index }, ...splitAtConjunction(text, rest)];
    }
  }
  return [span];
}

/** 县发展改革委（粮食 before 和储备局）: what stands in brackets says more of the name before them. */
const endsInBracket = /[（(〔［【〖[][^）)〕］】〗\]]*$/;

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

const beginsBy = characters('由涉');

/** The usual surnames, and those of two characters that plans are likely to have. */
const surname =
  '(?:欧阳|上官|司徒|司马|诸葛|尉迟|皇甫|夏侯|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛范彭郎鲁韦马苗凤方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻贾路娄江童颜郭梅盛林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫房解应宗丁宣邓郁单杭洪包左石崔吉龚程邢裴陆荣翁荀甄曲封靳段焦侯全宁仇甘厉武符刘景詹龙叶黎白赖乔闻翟谭劳冉桑桂牛边尚温庄晏柴阎向古易廖耿匡国文欧沃岳帅冷简辛饶曾关肖游涂闫付代覃邸隋佟苟仲米车巩聂晁勾敖融訾辜])';
const persons = new RegExp(`[（(]((?:[、，,\\s]*${surname}[ \\u3000]*[\\u4e00-\\u9fff]{1,2})+)[）)]\\s*$`);

/** 县住建局（张伟）: how much of the text the bracket takes that says who is in charge there; 0 where it says what. */
function lengthOfPersons(name: string): number {
  const match = persons.exec(name);
  if (!match || !looksLikeUnit(name.slice(0, match.index).trim())) return 0;
  const isOffice = (match[1] ?? '')
    .split(/[、，,\s]+/)
    .some((one) => isField(one) || looksLikeUnit(`县${one}`));
  return isOffice ? 0 : match[0].length;
}

/** A name without the marks and remarks around it. */
export function trimName(text: string, span: Range): Range {
  let { start, end } = span;
  // 县教育局（联系人：张某）, （列第一位的牵头，下同）: who to ring and how to read the list are no part of the name.
  if (closesRound(text, space.skipBack(text, start, Math.min(end, start + 120)) - 1)) {
    const contact = /[（(][^（(]*(?:[:：]|联系|电话|\d{6}|下同|第一位)[^（(]*[）)]\s*$/.exec(
      text.slice(start, Math.min(end, start + 120)),
    );
    if (contact) end = start + contact.index;
    else end -= lengthOfPersons(text.slice(start, Math.min(end, start + 120)));
  }
  // 以上工作由各部门, 各项任务均涉及有关乡镇: what is to be done stands before 由.
  const near = Math.min(end, start + 40);
  if (beginsBy.find(text, start, near) < near)
    start += /^[^由]{0,39}?(?:由|涉及(?=各|有关|相关))/.exec(text.slice(start, near))?.[0].length ?? 0;
  start = beforeName.skip(text, start, end);
  return { start, end: behindName.skipBack(text, start, end) };
}
