import {
  paginate,
  type Page,
  type PageBlock,
  type PageParagraph,
  type PageTable,
} from '../document/paginate';
import type { DocumentPlan, ExportProfile, Face, ImprintPlan, RunPlan } from '../document/plan';
import { STYLES } from './styles';

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
    `<style>${STYLES}${fontStyles(plan.profile)}</style>`,
    '</head>',
    '<body>',
    renderPages(plan),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The pages alone, for the preview, which has a frame of its own. Elements carry their place in the draft. */
export function renderPages(plan: DocumentPlan): string {
  return paginate(plan)
    .map((page) => renderPage(page, plan.profile))
    .join('\n');
}

const FACE_CLASSES: Readonly<Record<Face, string>> = {
  小标宋: 'xiaobiaosong',
  黑体: 'heiti',
  楷体: 'kaiti',
  仿宋: 'fangsong',
  宋体: 'songti',
};

/** Fonts that stand in where the named one is not installed, nearest first. */
const FALLBACKS: Readonly<Record<Face, string>> = {
  小标宋:
    "'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', STZhongsong, SimSun, 'Songti SC', 'Noto Serif CJK SC', serif",
  黑体: "SimHei, 'Heiti SC', 'Noto Sans CJK SC', sans-serif",
  楷体: "KaiTi, STKaiti, 'Kaiti SC', 'AR PL KaitiM GB', serif",
  仿宋: "FangSong, STFangsong, 'Fangsong SC', FandolFang, serif",
  宋体: "SimSun, STSong, 'Songti SC', 'Noto Serif CJK SC', serif",
};

export function fontStyles(profile: ExportProfile): string {
  return (Object.keys(FACE_CLASSES) as Face[])
    .map(
      (face) =>
        `.${FACE_CLASSES[face]}{font-family:'${profile.fonts[face].replace(/['\\<>]/g, '')}',${FALLBACKS[face]}}`,
    )
    .join('');
}

function renderPage(page: Page, profile: ExportProfile): string {
  const blocks = page.blocks.map(renderBlock).join('');
  return `<section class="page ${page.orientation}" id="page-${page.number}"><div class="area">${blocks}</div>${renderNumber(page, profile)}</section>`;
}

function renderNumber({ number }: Page, { pageNumbers }: ExportProfile): string {
  if (pageNumbers === 'none') return '';
  const side = pageNumbers === 'centre' ? 'centre' : number % 2 === 1 ? 'right' : 'left';
  return `<div class="number songti ${side}">— ${number} —</div>`;
}

function renderBlock(block: PageBlock): string {
  switch (block.kind) {
    case 'lines':
      return renderParagraph(block);
    case 'table':
      return renderTable(block);
    case 'imprint':
      return renderImprint(block);
  }
}

function renderParagraph({ paragraph, lines, begins, ends }: PageParagraph): string {
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
      return `<div class="line ${paragraph.align}" style="padding-left:${points(left)}">${line.map(renderRun).join('') || '&nbsp;'}</div>`;
    })
    .join('');
  return `<div class="paragraph ${paragraph.role}${paragraph.redRule && ends ? ' ruled' : ''}"${place} style="${style.join(';')}">${content}</div>`;
}

function renderRun({ text, face, size, color }: RunPlan): string {
  const red = color === 'red' ? ' red' : '';
  const tabs = escapeHtml(text).replace(/\t/g, '<span class="tab"></span>');
  return `<span class="${FACE_CLASSES[face]}${red}" style="font-size:${size}pt">${tabs}</span>`;
}

function renderTable({ table, from, to }: PageTable): string {
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
      const lines = cell.text.split('\n').map(escapeHtml).join('<br>');
      return `<td class="${FACE_CLASSES[cell.face]} ${cell.align}"${span > 1 ? ` rowspan="${span}"` : ''}>${lines}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const place =
    table.source === undefined ? '' : ` data-start="${table.source.start}" data-end="${table.source.end}"`;
  return `<table${place}><colgroup>${columns}</colgroup><thead><tr>${header}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

/** Rows a cell covers before the page ends; a cell whose span began on the page before goes on here. */
function spanOnPage(table: PageTable['table'], row: number, column: number, to: number): number {
  let span = 1;
  while (row + span < to && table.rows[row + span]?.[column]?.rowSpan === 0) span++;
  return span;
}

function renderImprint({ copies, printer, printDate }: ImprintPlan): string {
  const copiesRow = copies === '' ? '' : `<div class="copies">抄送：${escapeHtml(copies)}。</div>`;
  const date = printDate === '' ? '' : `${escapeHtml(printDate)}印发`;
  return `<div class="imprint fangsong">${copiesRow}<div class="printed"><span>${escapeHtml(printer)}</span><span>${date}</span></div></div>`;
}

function points(twips: number): string {
  return `${twips / 20}pt`;
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
