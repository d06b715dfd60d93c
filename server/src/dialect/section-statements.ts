import type { FieldReader } from './field-reader';
import { characters } from './fields/signs';
import type { DeadlineMention, Item, StatedAbove, UnitMention } from './model';
import { isWritten } from './placeholder';
import { parseChineseNumeral } from './numerals';
import { contains, type Range } from './range';

const NOTHING: StatedAbove = { units: [], deadlines: [] };
/** Without one of these nothing is a clause; what prose says of somebody is not said of all tasks. */
const opensClause = /[（(〔［[【〖：:]/;

/** What a section's text states of all tasks in it: 一、抓好项目建设（责任单位：经济发展办）. */
export function readSectionStatement(
  text: string,
  year: number | undefined,
  reader: FieldReader,
): StatedAbove {
  if (!opensClause.test(text)) return NOTHING;
  const { clauses, units, deadlines } = reader.fields(text, year);
  const stated = clauses.filter(({ kind }) => kind === 'bracket');
  return withoutPlaces(
    units.filter(({ source }) => source === 'bracket'),
    deadlines.filter(({ range }) => stated.some((clause) => contains(clause.range, range))),
  );
}

function withoutPlaces(units: readonly UnitMention[], deadlines: readonly DeadlineMention[]): StatedAbove {
  return {
    units: units.filter(isWritten).map(({ value, role, collective }) => ({ value, role, collective })),
    deadlines: deadlines.filter(isWritten).map(({ value, date }) => ({ value, date })),
  };
}

/** 以上两项由县教育局负责, below the last of the tasks that it is said of: of how many, if it says so. */
const OF_SEVERAL =
  /^(?:以上|上述)(?:各|([\d一二两三四五六七八九十]{1,3}))[项条](?:重点)?(?:任务|工作|措施|事项|项目|内容)?[，,：:]?/;

/** Whether a paragraph states something of several tasks. */
export function speaksOfSeveral(text: string): boolean {
  return ofSeveral(text, 0) !== undefined;
}

function ofSeveral(text: string, at: number): number | undefined {
  if (!text.startsWith('以上', at) && !text.startsWith('上述', at)) return undefined;
  const match = OF_SEVERAL.exec(text.slice(at, at + 20));
  if (match === null) return undefined;
  const count = match[1];
  if (count === undefined) return Infinity;
  return /^\d/.test(count) ? Number(count) : (parseChineseNumeral(count.replace('两', '二')) ?? Infinity);
}

/** Reads what is stated of tasks elsewhere than in their own text, each section once however many tasks it has. */
export class SectionReader {
  private readonly known = new Map<Item, StatedAbove>();
  private readonly several = new Map<Item, ReadonlyMap<Item, StatedAbove>>();

  constructor(
    private readonly text: string,
    private readonly year: number | undefined,
    private readonly reader: FieldReader,
  ) {}

  /** What the sections state that an item stands under, and what is said of it together with the tasks below it. */
  above(item: Item): StatedAbove {
    const { parent } = item;
    if (parent === undefined) return NOTHING;
    const together = this.ofSeveralIn(parent).get(item);
    return together === undefined ? this.of(parent) : join(this.of(parent), together);
  }

  private of(section: Item): StatedAbove {
    let stated = this.known.get(section);
    if (stated === undefined) {
      const own = ownPiecesOf(section, this.text)
        .map(({ start, end }) => readSectionStatement(this.text.slice(start, end), this.year, this.reader))
        .reduce(
          (all, one) => ({
            units: [...all.units, ...one.units],
            deadlines: [...all.deadlines, ...one.deadlines],
          }),
          NOTHING,
        );
      stated = section.parent === undefined ? own : join(this.above(section), own);
      this.known.set(section, stated);
    }
    return stated;
  }

  /** The items of a section that a paragraph below one of them speaks of besides its own. */
  private ofSeveralIn(section: Item): ReadonlyMap<Item, StatedAbove> {
    let stated = this.several.get(section);
    if (stated === undefined) this.several.set(section, (stated = this.readSeveral(section.children)));
    return stated;
  }

  private readSeveral(items: readonly Item[]): ReadonlyMap<Item, StatedAbove> {
    const stated = new Map<Item, StatedAbove>();
    let from = 0;
    items.forEach((item, index) => {
      for (const { range } of item.paragraphs) {
        const count = ofSeveral(this.text, range.start);
        if (count === undefined) continue;
        const { units, deadlines } = this.reader.fields(this.text.slice(range.start, range.end), this.year);
        for (const one of items.slice(Math.max(from, index + 1 - count), index))
          stated.set(one, withoutPlaces(units, deadlines));
        from = index + 1;
      }
    });
    return stated;
  }
}

/** What stands nearer is said more closely. */
function join(above: StatedAbove, nearer: StatedAbove): StatedAbove {
  return {
    units: nearer.units.length > 0 ? nearer.units : above.units,
    deadlines: nearer.deadlines.length > 0 ? nearer.deadlines : above.deadlines,
  };
}

/**
 * The texts of an item without those of the items below it: its line after the marker, and its paragraphs. 请各牵头单位
 * 于3月底前报送方案 below the last item speaks of the plan, to those who received it.
 */
export function ownPiecesOf(item: Item, text: string): readonly Range[] {
  const pieces = [{ start: item.titleRange.start, end: item.lineRange.end }];
  for (const { range } of item.paragraphs)
    if (range.start >= item.lineRange.end && !asksReaders(text, range.start)) pieces.push(range);
  return pieces;
}

function asksReaders(text: string, at: number): boolean {
  const asks = text.startsWith('请', at);
  if (!readers.has(text, asks ? at + 1 : at)) return false;
  const opening = text.slice(asks ? at + 1 : at, at + LONGEST_ASKING);
  return asks ? /^(?:各|有关|相关)/.test(opening) : speaksOfPlan.test(opening);
}

const readers = characters('各有相');
const LONGEST_ASKING = 120;
/** 各部门要对照本要点…, 各单位于12月15日前报送年度工作总结: what those who carry the plan out report of all of it. */
const speaksOfPlan =
  /^(?:各|有关|相关)(?:[^，。；：:\n]{0,12}?)(?:部门|单位|科室|处室|股室|街道|乡镇|镇|学院|支部|成员)(?:[^。\n]{0,24}?(?:对照|按照|根据|围绕)?本(?:要点|方案|清单|计划|安排|分工)|[^。\n]{0,60}?(?:(?:年度|全年|年终|贯彻落实)(?:工作)?(?:总结|情况|完成情况|落实情况)[^。；\n]{0,16}报|报(?:送|告)?[^，。；\n]{0,12}(?:年度|全年|年终)(?:工作)?(?:总结|情况|完成情况|落实情况)))/;
