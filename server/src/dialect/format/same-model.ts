import { allItems } from '../all-items';
import type { Draft, Located, SpreadText } from '../model';

/** Whether two drafts say the same: everything people or rules read of them, apart from how it is written. */
export function isSameModel(a: Draft, b: Draft): boolean {
  return JSON.stringify(summarise(a)) === JSON.stringify(summarise(b));
}

function summarise(draft: Draft): unknown {
  const { notice } = draft;
  return [
    spread(draft.title),
    [notice.title, notice.addressees].map(spread),
    [notice.issuer, notice.docNumber, notice.issuingSentence, notice.signature, notice.date, notice.note].map(
      textOf,
    ),
    [...notice.cc, notice.printer, notice.printDate].map(textOf),
    draft.preamble.map(({ range }) => bare(draft.text.slice(range.start, range.end))),
    allItems(draft).map((item) => [
      item.level,
      item.number,
      bare(item.title),
      item.isFraming,
      item.paragraphs.length,
    ]),
    draft.tasks.map(({ fields, complete, rows }) => [
      [...fields.units].map(({ value, role }) => `${role} ${value}`).sort(),
      [...fields.deadlines, ...fields.targets, ...fields.frequencies].map(({ value }) => bare(value)).sort(),
      rows.length,
      complete,
    ]),
    draft.attachmentsListed.map(({ number, title }) => [number, bare(title)]),
    draft.attachments.map(({ number, title }) => [number, spread(title)]),
    draft.tables.map(({ columns, rows, attachment }) => [
      columns.map(({ header, role }) => [bare(header.value), role]),
      rows.map(({ cells }) => cells.map(({ value }) => bare(value))),
      attachment,
    ]),
    draft.directives.map(({ kind, rules, inline }) => [kind, rules.map(({ value }) => value), inline]),
  ];
}

function textOf(located: Located | undefined): string | undefined {
  return located && bare(located.value);
}

function spread(text: SpreadText | undefined): string | undefined {
  return text && bare(text.value);
}

/** White space and the widths of marks in clauses make no difference. */
function bare(text: string): string {
  return text.replace(/\s+/g, '').replace(/;/g, '；').replace(/:/g, '：');
}
