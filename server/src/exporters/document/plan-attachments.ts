import { nameOfColumn } from '../../dialect/second-header';
import type { Attachment, Draft, Located, SpreadText, Table } from '../../dialect/model';
import { cellText } from '../../dialect/table-cells';
import { typeArea, TYPE_SIZES } from './measures';
import { fitColumns } from './column-widths';
import { blank, paragraph, run, titleParagraph } from './paragraphs';
import type { CellPlan, ExportProfile, ParagraphPlan, PlanBlock, SectionPlan, TablePlan } from './plan';
import type { DivisionAttachment } from './plan-division';
import { planItems } from './plan-body';
import { breakTitle } from './title-lines';

/** More columns or wider cells than these need the page turned. */
const PORTRAIT_COLUMNS = 5;

/** Attachments, each on a new page; wide tables on turned pages. */
export function planAttachments(
  draft: Draft,
  profile: ExportProfile,
  { first, division }: { readonly first: number; readonly division: DivisionAttachment | undefined },
): readonly SectionPlan[] {
  const area = typeArea(profile.margins);
  const several = first > 1 || division !== undefined;
  const own = draft.attachments.map((attachment, i): SectionPlan => {
    const landscape = attachment.tables.some((table) => table.columns.length > PORTRAIT_COLUMNS);
    const orientation = landscape ? 'landscape' : 'portrait';
    const width = landscape ? area.height : area.width;
    return {
      orientation,
      blocks: [
        ...planHead(labelOf(attachment, several ? i + first : undefined), attachment, profile, orientation),
        ...planContent(draft, attachment, { width, clauses: profile.clauses }),
      ],
    };
  });
  return division === undefined ? own : [...own, planDivisionSection(division, profile)];
}

/** One attachment bears no number, several do; `place` is that of an attachment which is one of several. */
function labelOf({ label }: Attachment, place: number | undefined): string {
  const written = label.value.replace(/[\s\u3000]/g, '');
  return place === undefined || written !== '附件' ? written : `${written}${place}`;
}

function planDivisionSection(
  { number, title, table }: DivisionAttachment,
  profile: ExportProfile,
): SectionPlan {
  const label = number === 1 ? '附件' : `附件${number}`;
  return {
    orientation: 'landscape',
    blocks: [...planHead(label, { title: { value: title } }, profile, 'landscape'), table],
  };
}

/** What the head of an attachment is made of; places in the draft where it stands there. */
interface AttachmentHead {
  readonly label?: Located;
  readonly title: (Partial<SpreadText> & { readonly value: string }) | undefined;
}

/** 附件N: 三号黑体 on the first line, its title centred on the third (7.4). */
export function planHead(
  label: string,
  attachment: AttachmentHead,
  { titleShape }: ExportProfile,
  orientation: SectionPlan['orientation'] = 'portrait',
): readonly PlanBlock[] {
  const head: PlanBlock[] = [
    paragraph('attachment-label', [[run(label, '黑体')]], {
      pageBreakBefore: true,
      source: attachment.label?.range,
    }),
    blank(),
  ];
  const { title } = attachment;
  if (title === undefined) return head;
  const lines = breakTitle(
    title.value,
    title.parts?.map((part) => part.value.trim()),
    titleShape,
    orientation,
  );
  const { lines: runs, ...rest } = titleParagraph(lines, { source: title.range });
  return [...head, { ...rest, role: 'attachment-title', lines: runs }, blank()];
}

function planContent(
  draft: Draft,
  attachment: Attachment,
  { width, clauses }: { width: number; clauses: ExportProfile['clauses'] },
): readonly PlanBlock[] {
  const text = planItems(draft, attachment, clauses);
  const tables = attachment.tables.map((table) => planTable(table, width));
  return inSourceOrder([...text, ...tables]);
}

export function inSourceOrder(
  blocks: readonly (ParagraphPlan | TablePlan)[],
): readonly (ParagraphPlan | TablePlan)[] {
  return [...blocks].sort((a, b) => (a.source?.start ?? 0) - (b.source?.start ?? 0));
}

/** A task table: header repeated on every page, cells that hold nothing merged with the one above. */
export function planTable(table: Table, width: number): TablePlan {
  const narrow = table.columns.map(({ role }) => role === 'number' || role === 'deadline');
  const header = table.columns.map((column): CellPlan => ({
    text: cellText(nameOfColumn(column)).replace(/[\s\u3000]+/g, ''),
    align: 'center',
    face: '黑体',
    size: TYPE_SIZES.小四,
    rowSpan: 1,
    source: column.header.range,
  }));
  const rows = table.rows.map((row, r) =>
    row.cells.map((cell, c): CellPlan => ({
      text: cellText(cell.value),
      align: narrow[c] ? 'center' : 'left',
      face: '仿宋',
      size: TYPE_SIZES.小四,
      rowSpan: spanOf(table, r, c),
      source: cell.range,
    })),
  );
  const isNumber = (column: number): boolean => table.columns[column]?.role === 'number';
  return {
    kind: 'table',
    widths: fitColumns([header, ...rows], width, isNumber),
    header,
    rows,
    source: table.range,
  };
}

/** Name and number cells left empty continue the one above; the span is counted where it begins. */
function spanOf(table: Table, row: number, column: number): number {
  const role = table.columns[column]?.role;
  if (role !== 'name' && role !== 'number') return 1;
  const isMerged = (r: number): boolean => {
    const candidate = table.rows[r];
    if (candidate === undefined || r === 0 || (candidate.cells[column]?.value.trim() ?? '') !== '')
      return false;
    return role === 'name' || candidate.expectedNo === undefined;
  };
  if (isMerged(row)) return 0;
  let span = 1;
  while (isMerged(row + span)) span++;
  return span;
}
