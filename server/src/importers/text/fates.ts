import { headCells } from '../../dialect/second-header';
import { EDITOR_RESIDUE } from '../../dialect/furniture';
import type { Draft, Located, SpreadText, Table } from '../../dialect/model';
import type { Range } from '../../dialect/range';
import { t } from '../../localise';
import { isPlanLabel, noticeListLines } from './notice-list';

/** What becomes of a line of the source. */
export type Fate =
  | { readonly kind: 'keep' }
  | { readonly kind: 'drop'; readonly why: string }
  /** Said in the front matter, but for `rest`. */
  | { readonly kind: 'front-matter'; readonly what: string; readonly rest: string }
  /** A paragraph of the notice that front matter has no key for. */
  | { readonly kind: 'notice-text' }
  /** 附件说明 that stands in the notice, before the plan. */
  | { readonly kind: 'listed' }
  | { readonly kind: 'title' }
  | { readonly kind: 'attachment-title'; readonly number: number }
  | { readonly kind: 'table'; readonly table: Table };

/** Tells what becomes of each line; lines that are not named are kept. */
export function readFates(draft: Draft): ReadonlyMap<number, Fate> {
  const fates = new Map<number, Fate>();
  const known: Known = {
    // Without a notice there is nothing before the plan but the page around it.
    planStart: hasNotice(draft) ? (draft.title?.range.start ?? draft.body.start) : 0,
    parts: noticeParts(draft),
    furniture: new Set(draft.furniture.map(({ start }) => start)),
  };
  for (const block of draft.blocks) {
    if (block.kind !== 'text') continue;
    fates.set(block.line, fateOf(draft, block.range, known));
  }
  for (const table of draft.tables) {
    if (table.source !== 'flattened' || !isCovered(draft, table)) continue;
    const last = draft.lines.lineAt(table.range.end);
    for (let line = table.line; line <= last; line++) fates.set(line, { kind: 'table', table });
  }
  return fates;
}

function hasNotice({ notice }: Draft): boolean {
  return (
    notice.title !== undefined || notice.addressees !== undefined || notice.issuingSentence !== undefined
  );
}

/** What is asked for each line. */
interface Known {
  readonly planStart: number;
  readonly parts: readonly NoticePart[];
  /** Where lines of furniture begin. */
  readonly furniture: ReadonlySet<number>;
}

interface NoticePart {
  readonly what: string;
  readonly part: Located;
}

function fateOf(draft: Draft, range: Range, { planStart, parts, furniture: around }: Known): Fate {
  const claims = parts.filter(({ part }) => part.range.start >= range.start && part.range.end <= range.end);
  const furniture = around.has(range.start);
  if (claims.length > 0) {
    const what = [...new Set(claims.map(({ what: name }) => name))].join('、');
    return {
      kind: 'front-matter',
      what,
      rest: furniture
        ? ''
        : restOf(
            draft,
            range,
            claims.map(({ part }) => part.range),
          ),
    };
  }
  if (isPartOf(draft.title, range)) return { kind: 'title' };
  if (furniture) return { kind: 'drop', why: t('文件之外的文字') };
  if (range.end <= planStart && isPlanLabel(draft, range))
    return { kind: 'drop', why: t('要点是通知的附件，导出时照附件说明标注') };
  if (range.end <= planStart)
    return draft.attachmentsListed.some(
      ({ titleRange }) => range.start <= titleRange.start && titleRange.end <= range.end,
    )
      ? { kind: 'listed' }
      : { kind: 'notice-text' };
  const attachment = draft.attachments.findIndex(({ title }) => isPartOf(title, range));
  return attachment >= 0 ? { kind: 'attachment-title', number: attachment } : { kind: 'keep' };
}

function isPartOf(text: SpreadText | undefined, range: Range): boolean {
  return text?.parts.some((part) => range.start <= part.range.start && part.range.end <= range.end) ?? false;
}

/** Every part of the notice as it stands in the text; what front matter itself says is not in the text. */
function noticeParts(draft: Draft): readonly NoticePart[] {
  const { notice } = draft;
  const named: readonly (readonly [string, readonly (Located | undefined)[]])[] = [
    ['发文字号', [notice.docNumber]],
    ['通知标题', notice.title?.parts ?? []],
    ['主送', notice.addressees?.parts ?? []],
    ['印发语', notice.text],
    ['附件说明', noticeListLines(draft)],
    ['署名', linesWithin(draft, notice.signature)],
    ['成文日期', [notice.date]],
    ['附注', [notice.note]],
    ['抄送', notice.cc],
    ['印发机关', [notice.printer]],
    ['印发日期', [notice.printDate]],
  ];
  const after = draft.frontMatter?.range.end ?? -1;
  return named.flatMap(([what, parts]) =>
    parts.flatMap((part) => (part !== undefined && part.range.start > after ? [{ what, part }] : [])),
  );
}

/** A part that goes over several lines, line by line. */
function linesWithin(draft: Draft, part: Located | undefined): readonly Located[] {
  if (part === undefined) return [];
  const { start, end } = part.range;
  return draft.blocks
    .filter(({ range }) => range.start >= start && range.end <= end)
    .map(({ range }) => ({ value: draft.text.slice(range.start, range.end), range }));
}

/** What of a line no part of the notice says: labels and punctuation are nothing. */
function restOf(draft: Draft, range: Range, taken: readonly Range[]): string {
  let rest = '';
  for (let at = range.start; at < range.end; at++)
    rest += taken.some(({ start, end }) => start <= at && at < end) ? ' ' : draft.text.charAt(at);
  const bare = rest.replace(EDITOR_RESIDUE, '').replace(/抄\s*[送报]|分\s*送|印发/g, '');
  return bare.replace(/[\s\u3000：:，,、；;。.*_#]+/g, '') === '' ? '' : bare.trim();
}

/** Whether header and cells hold every character between a table's beginning and end. */
export function isCovered(draft: Draft, table: Table): boolean {
  const cells = [...headCells(table.columns), ...table.rows.flatMap((row) => row.cells)];
  const bare = (text: string): string =>
    [...text.replace(/[\s\u00a0\u2000-\u200b\u3000\ufeff]+/g, '')].sort().join('');
  const last = draft.lines.rangeOf(draft.lines.lineAt(table.range.end)).end;
  const first = draft.lines.rangeOf(table.line).start;
  return bare(draft.text.slice(first, last)) === bare(cells.map(({ value }) => value).join(''));
}
