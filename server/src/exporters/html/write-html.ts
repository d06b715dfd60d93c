import {
  paginate,
  type Page,
  type PageBlock,
  type PageParagraph,
  type PageTable,
} from '../document/paginate';
import { ALTERNATIVE_FONTS } from '../document/fonts';
import { imprintLists } from '../document/imprint-lists';
import { letterHeadHeight } from '../document/letter-head';
import { twipsOf, typeArea, type Margins } from '../document/measures';
import type {
  DocumentPlan,
  ExportProfile,
  Face,
  ImprintPlan,
  IssuerStackPlan,
  ParagraphPlan,
  RunPlan,
} from '../document/plan';
import { cellLines } from '../document/table-rows';
import { pageStyles } from './styles';

/** Writes a planned document as paged HTML that needs nothing from outside: no scripts, no fonts, no pictures. */
export function writeHtml(plan: DocumentPlan): string {
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(plan.title)}</title>`,
    `<style>${documentStyles(plan)}</style>`,
    '</head>',
    '<body>',
    ...renderPages(plan),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The pages alone, for the preview, which has a frame of its own. Elements carry their place in the draft. */
export function renderPages(plan: DocumentPlan): readonly string[] {
  return paginate(plan).map((page) => renderPage(page, plan.profile));
}

const FACE_CLASSES: Readonly<Record<Face, string>> = {
  小标宋: 'xiaobiaosong',
  黑体: 'heiti',
  楷体: 'kaiti',
  仿宋: 'fangsong',
  宋体: 'songti',
};

/** Where none of a face's fonts is installed. */
const GENERIC: Readonly<Record<Face, string>> = {
  小标宋: 'serif',
  黑体: 'sans-serif',
  楷体: 'serif',
  仿宋: 'serif',
  宋体: 'serif',
};

export function documentStyles({ profile }: DocumentPlan): string {
  return pageStyles(profile) + fontStyles(profile);
}

function fontStyles({ fonts }: ExportProfile): string {
  return (Object.keys(FACE_CLASSES) as Face[])
    .map((face) => {
      const names = [fonts[face], ...ALTERNATIVE_FONTS[face]].map(
        (font) => `'${font.replace(/['\\<>]/g, '')}'`,
      );
      return `.${FACE_CLASSES[face]}{font-family:${[...names, GENERIC[face]].join(',')}}`;
    })
    .join('');
}

function renderPage(page: Page, profile: ExportProfile): string {
  const { width } = typeArea(profile.margins);
  const blocks = page.blocks.map((block) => renderBlock(block, width)).join('');
  const head = page.letterMark === undefined ? '' : renderLetterHead(page.letterMark, profile.margins);
  const face = page.number % 2 === 0 ? ' back' : '';
  return `<section class="page ${page.orientation}${face}" id="page-${page.number}">${head}<div class="area">${blocks}</div>${renderNumber(page, profile)}</section>`;
}

/** The mark of a letter between the page's top and its first rule; the second rule at the foot. */
function renderLetterHead(mark: ParagraphPlan, margins: Margins): string {
  const below = letterHeadHeight(mark, margins);
  const bottom = below + twipsOf(margins.top) - mark.before;
  const [line = []] = mark.lines;
  return `<div class="letter-head" style="top:${points(mark.before)};height:${points(bottom)};line-height:${points(mark.pitch)}">${line.map(renderRun).join('')}</div><div class="letter-foot"></div><div style="height:${points(below)}"></div>`;
}

function renderStack({ names, suffix, size, before, pitch, widths }: IssuerStackPlan): string {
  const lines = names.map((name) => `<div class="spread">${escapeHtml(name)}</div>`).join('');
  return `<div class="stack xiaobiaosong red" style="margin-top:${points(before)};font-size:${size}pt;line-height:${points(pitch)}"><div style="width:${points(widths[0])}">${lines}</div><div class="suffix" style="width:${points(widths[1])}">${escapeHtml(suffix)}</div></div>`;
}

function renderNumber({ number, letterMark, unnumbered }: Page, { pageNumbers }: ExportProfile): string {
  if (pageNumbers === 'none' || unnumbered || letterMark !== undefined) return '';
  const side = pageNumbers === 'centre' ? 'centre' : number % 2 === 1 ? 'right' : 'left';
  return `<div class="number songti ${side}">— ${number} —</div>`;
}

/** `width`: that of the type area, twips. */
function renderBlock(block: PageBlock, width: number): string {
  switch (block.kind) {
    case 'lines':
      return renderParagraph(block, width);
    case 'table':
      return renderTable(block);
    case 'issuer-stack':
      return renderStack(block);
    case 'imprint':
      return renderImprint(block);
  }
}

function renderParagraph({ paragraph, lines, begins, ends }: PageParagraph, width: number): string {
  const { source, indent } = paragraph;
  const place = source === undefined ? '' : ` data-start="${source.start}" data-end="${source.end}"`;
  const first = begins ? indent.left + indent.firstLine : indent.left;
  const style = [
    begins && paragraph.before > 0 ? `margin-top:${points(paragraph.before)}` : '',
    `margin-right:${points(indent.right)}`,
    `line-height:${points(paragraph.pitch)}`,
  ].filter((rule) => rule !== '');
  const content = lines
    .map((line, i) => {
      const left = i === 0 ? first : indent.left;
      return `<div class="line ${paragraph.align}" style="padding-left:${points(left)}">${renderLine(line, paragraph, width) || '&nbsp;'}</div>`;
    })
    .join('');
  return `<div class="paragraph ${paragraph.role}${paragraph.redRule && ends ? ' ruled' : ''}"${place} style="${style.join(';')}">${content}</div>`;
}

/** Text after a tab stands at the tab's place. */
function renderLine(line: readonly RunPlan[], { tabs }: ParagraphPlan, width: number): string {
  let next = 0;
  let open = false;
  let html = '';
  for (const run of line)
    run.text.split('\t').forEach((piece, i) => {
      if (i > 0) {
        const stop = tabs[next++];
        html += `${open ? '</span>' : ''}<span class="tabbed" style="${tabStyle(stop, width)}">`;
        open = true;
      }
      html += renderRun({ ...run, text: piece });
    });
  return open ? `${html}</span>` : html;
}

function tabStyle(stop: ParagraphPlan['tabs'][number] | undefined, width: number): string {
  if (stop === undefined) return 'margin-left:1em';
  return stop.align === 'left'
    ? `position:absolute;left:${points(stop.at)}`
    : `position:absolute;right:${points(width - stop.at)}`;
}

function renderRun({ text, face, size, color }: RunPlan): string {
  if (text === '') return '';
  const red = color === 'red' ? ' red' : '';
  return `<span class="${FACE_CLASSES[face]}${red}" style="font-size:${size}pt">${escapeHtml(text)}</span>`;
}

function renderTable(part: PageTable): string {
  const { table, from, to } = part;
  const total = table.widths.reduce((sum, width) => sum + width, 0);
  const columns = table.widths
    .map((width) => `<col style="width:${((100 * width) / total).toFixed(2)}%">`)
    .join('');
  const header = table.header
    .map((cell) => `<th class="${FACE_CLASSES[cell.face]}">${escapeHtml(cell.text)}</th>`)
    .join('');
  const rows = table.rows.slice(from, to).map((row, r) => {
    const cells = row.map((cell, c) => {
      if (cell.rowSpan === 0 && r > 0) return '';
      const span = spanOnPage(table, from + r, c, to);
      const lines = linesOnPage(part, from + r, c)
        .map(escapeHtml)
        .join('<br>');
      return `<td class="${FACE_CLASSES[cell.face]} ${cell.align}"${span > 1 ? ` rowspan="${span}"` : ''}>${lines}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const place =
    table.source === undefined ? '' : ` data-start="${table.source.start}" data-end="${table.source.end}"`;
  return `<table${place}><colgroup>${columns}</colgroup><thead><tr>${header}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** A cell's lines; of a row that stands on two pages those that this one shows. */
function linesOnPage(
  { table, from, to, skipped, shown }: PageTable,
  row: number,
  column: number,
): readonly string[] {
  const cell = table.rows[row]?.[column];
  if (cell === undefined) return [];
  const first = row === from ? skipped : 0;
  const end = row === to - 1 ? shown : Infinity;
  if (first === 0 && end === Infinity) return cell.text.split('\n');
  return cellLines(cell, table.widths[column] ?? 0).slice(first, end);
}

/** Rows a cell covers before the page ends; a cell whose span began on the page before goes on here. */
function spanOnPage(table: PageTable['table'], row: number, column: number, to: number): number {
  let span = 1;
  while (row + span < to && table.rows[row + span]?.[column]?.rowSpan === 0) span++;
  return span;
}

function renderImprint(plan: ImprintPlan): string {
  const { ruled, printer, printDate } = plan;
  const lists = imprintLists(plan)
    .map((list) => `<div class="copies">${escapeHtml(list)}</div>`)
    .join('');
  if (!ruled) return `<div class="imprint plain fangsong">${lists}</div>`;
  const date = printDate === '' ? '' : `${escapeHtml(printDate)}印发`;
  return `<div class="imprint fangsong">${lists}<div class="printed"><span>${escapeHtml(printer)}</span><span>${date}</span></div></div>`;
}

function points(twips: number): string {
  return `${twips / 20}pt`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
