import type { FieldReader } from './field-reader';
import type { Item } from './model';
import { isWritten } from './placeholder';
import { contains, type Range } from './range';

/** What a section states of all tasks in it: 一、抓好项目建设（责任单位：经济发展办）. */
export interface SectionStatement {
  readonly unit: boolean;
  readonly deadline: boolean;
}

const NOTHING: SectionStatement = { unit: false, deadline: false };
/** Without one of these nothing is a clause; what prose says of somebody is not said of all tasks. */
const opensClause = /[（(〔［[【〖：:]/;

export function readSectionStatement(
  text: string,
  year: number | undefined,
  reader: FieldReader,
): SectionStatement {
  if (!opensClause.test(text)) return NOTHING;
  const { clauses, units, deadlines } = reader.fields(text, year);
  const stated = clauses.filter(({ kind }) => kind === 'bracket');
  return {
    unit: units.some((unit) => unit.source === 'bracket' && isWritten(unit)),
    deadline: deadlines.some(
      (deadline) => isWritten(deadline) && stated.some(({ range }) => contains(range, deadline.range)),
    ),
  };
}

/** Reads what sections state, each once however many tasks it has. */
export class SectionReader {
  private readonly known = new Map<Item, SectionStatement>();

  constructor(
    private readonly text: string,
    private readonly year: number | undefined,
    private readonly reader: FieldReader,
  ) {}

  /** What the sections state that an item stands under. */
  above({ parent }: Item): SectionStatement {
    return parent === undefined ? NOTHING : this.of(parent);
  }

  private of(section: Item): SectionStatement {
    let stated = this.known.get(section);
    if (stated === undefined) {
      const statements = ownPiecesOf(section, this.text).map(({ start, end }) =>
        readSectionStatement(this.text.slice(start, end), this.year, this.reader),
      );
      stated = [this.above(section), ...statements].reduce(join, NOTHING);
      this.known.set(section, stated);
    }
    return stated;
  }
}

function join(one: SectionStatement, other: SectionStatement): SectionStatement {
  return { unit: one.unit || other.unit, deadline: one.deadline || other.deadline };
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
  return text.startsWith('请', at) && /^(?:各|有关|相关)/.test(text.slice(at + 1, at + 3));
}
