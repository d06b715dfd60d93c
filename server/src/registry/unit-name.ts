import { remember } from '../dialect/remember';
import { toSimplified } from '../dialect/simplified';

/**
 * A unit's name taken apart: 奉节县应急管理局 → area 奉节县, core 应急管理局. The core is written in one common form, so
 * that 中共奉节县委员会组织部 and 县委组织部 have the same one.
 */
export interface UnitName {
  /** In simplified characters, white space removed and brackets in one form. */
  readonly text: string;
  readonly area: Area;
  readonly core: string;
}

export interface Area {
  /** The last place's own name with its level (奉节县); '' where the name only says the level (县…) or nothing. */
  readonly place: string;
  /** 省 市 县 区 州 旗; '' where the name begins with no area. */
  readonly level: string;
}

export const NO_AREA: Area = { place: '', level: '' };

/** Names written out in full (as on a seal) and the form everybody uses. */
const COMMON_FORMS: readonly (readonly [RegExp, string])[] = [
  [/^中国共产主义青年团(.+?)委员会/, '$1团委'],
  [/^共青团(.+?)委(?:员会)?(?=$|.)/, '$1团委'],
  [/^团([省市县区州旗]|.{2,8}?[省市县区州旗])委(?:员会)?(?=$)/, '$1团委'],
  [/^中国人民政治协商会议(.+?)委员会/, '$1政协'],
  [/^政协(.+?[省市县区州旗])委员会/, '$1政协'],
  [/^(?:中国共产党|中共)(.+?[省市县区州旗])委员会/, '$1委'],
  [/^(?:中国共产党|中共)/, ''],
  [/^国家税务总局(.+税务局)$/, '$1'],
  [/纪律检查委员会/, '纪委'],
  [/监察委员会/, '监委'],
  [/纪委[、和]?.{0,8}?监委(?:机关)?$/, '纪委监委'],
  [/人民代表大会/, '人大'],
  [/常务委员会/, '常委会'],
  [/人民政府/, '政府'],
  [/人民法院$/, '法院'],
  [/人民检察院$/, '检察院'],
  [/人民武装部$/, '人武部'],
  // 某市公安局某区分局 is the district's 某区公安分局.
  [/^.{1,6}市(.{2,12})局(.{1,8}[县区])分局$/, '$2$1分局'],
  // A township is named by itself, its government or its office.
  [/(镇|乡|街道)(?:政府|办事处|街道办|办)$/, '$1'],
  // So is a zone: 生态工业园区 and its 管委会.
  [/(园区|开发区|高新区|经开区|新区|景区|保税区|度假区|示范区)(?:管理委员会|管委会)$/, '$1'],
];

/** Words that begin with or hold a level character and are no area. */
const NO_AREA_BEGINNING =
  /^(?:市场|市容|市民(?![政族宗营])|市政(?![府协法务])|市域|区划|区域|区块|县域|[省市县区]级|省际|州际)/;
const NO_PLACE =
  /(?:城市|都市|园区|社区|小区|景区|库区|矿区|林区|牧区|灾区|山区|湖区|城区|街区|校区|厂区|片区|灌区|辖区|地区|战区|军区|市区|郊区|边区|特区|开发区|示范区|保护区|功能区|合作区|高新区|经开区|集聚区|产业区|工业区|度假区|保税区|自贸区|实验区|试验区|名胜区|旅游区|风景区|服务区|超市|上市|门市|股市|各[省市县区])$/;
const LEVELS = '省市县区州旗';
/** Longest name of a place with its level (积石山保安族东乡族撒拉族自治县 has 15 characters). */
const LONGEST_PLACE = 16;

/** Takes a name apart. `knownPlaces` (奉节县) are recognised before anything else. */
export function readUnitName(name: string, knownPlaces: readonly string[] = []): UnitName {
  return knownPlaces.length === 0 ? readByForm(name) : readAfresh(name, knownPlaces);
}

const readByForm = remember((name) => readAfresh(name, []));

function readAfresh(name: string, knownPlaces: readonly string[]): UnitName {
  const text = toSimplified(name)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\(/g, '（')
    .replace(/\)/g, '）');
  let common = text;
  for (const [form, replacement] of COMMON_FORMS) common = common.replace(form, replacement);
  const { area, length } = readArea(common, knownPlaces);
  return { text, area, core: common.slice(length) };
}

function readArea(name: string, knownPlaces: readonly string[]): { area: Area; length: number } {
  let area = NO_AREA;
  let length = 0;
  for (;;) {
    const next = placeLength(name, length, area, knownPlaces);
    if (next === 0) return { area, length };
    const word = name.slice(length, length + next);
    // 奉节县县委办公室: the bare level repeats the place before it.
    area = { place: word.length > 1 ? word : area.place, level: word.slice(-1) };
    length += next;
    if (word.length === 1) return { area, length };
  }
}

/** The length of the place or level that begins at `start`; 0 where none does or nothing would be left of the name. */
function placeLength(name: string, start: number, before: Area, knownPlaces: readonly string[]): number {
  const rest = name.length - start;
  for (const place of knownPlaces)
    if (rest > place.length && name.startsWith(place, start)) return place.length;
  const tail = name.slice(start, start + LONGEST_PLACE + 1);
  if (rest < 2 || NO_AREA_BEGINNING.test(tail)) return 0;
  if (LEVELS.includes(tail.charAt(0))) return before.level === '' || before.level === tail.charAt(0) ? 1 : 0;
  for (let length = 2; length < tail.length && length <= LONGEST_PLACE; length++) {
    const word = tail.slice(0, length);
    if (isPlace(word, tail.charAt(length))) return length;
    if (endsPlaceSearch(word)) return 0;
  }
  return 0;
}

function isPlace(word: string, next: string): boolean {
  const level = word.slice(-1);
  if (!LEVELS.includes(level) || NO_PLACE.test(word)) return false;
  // 广州市, 自贡市市…: the level is the later character; 沙市区 likewise.
  if (LEVELS.includes(next) && next !== level) return false;
  if (level === '州') return word.endsWith('自治州');
  if (level === '旗') return word.length >= 3;
  if (level === '区') return word.length >= 3;
  return word.length >= (level === '县' ? 2 : 3);
}

/** Past a word that only departments have (局, 办…), no place can begin the name. */
function endsPlaceSearch(word: string): boolean {
  const last = word.slice(-1);
  return '局委办厅署'.includes(last) || word.endsWith('中心') || word.endsWith('管理');
}

/** Whether two areas can be the same: what one leaves unsaid fits anything, what both say must agree. */
export function areasAgree(a: Area, b: Area): boolean {
  if (a.level && b.level && a.level !== b.level) return false;
  return !a.place || !b.place || a.place === b.place;
}

/** An area completed from 区划前缀 (重庆市奉节县): the place, where the name says nothing or only that level. */
export function completeArea(area: Area, prefix: string | undefined): Area {
  if (!prefix || area.place) return area;
  const places = readPlaces(prefix);
  if (!area.level) return areaOf(places.at(-1) ?? '');
  return areaOf(places.findLast((place) => place.endsWith(area.level)) ?? '', area.level);
}

/** The places of a 区划前缀, the widest first: 重庆市奉节县 → 重庆市, 奉节县. */
export function readPlaces(prefix: string): readonly string[] {
  const text = toSimplified(prefix).replace(/\s+/g, '');
  return text.match(/.{1,15}?(?:省|自治区|自治州|自治县|市|县|区|旗|盟)(?![省市县区])/g) ?? [];
}

function areaOf(place: string, level = place.slice(-1)): Area {
  return { place, level };
}
