import { marginsOfPage, PAPER, twipsOf, type SheetLayout } from '../document/measures';
import { LETTER_FOOT, LETTER_RULE_WIDTH, letterRuleOverhang } from '../document/letter-head';

/**
 * Pages as paper, on screen and in print. Figures are those of the plan: points and millimetres. 28 characters of
 * 16 pt exceed the type area by 5.75 pt, so that each gives up a quarter of a point. Pages with an even number are backs.
 */
export function pageStyles(sheet: SheetLayout): string {
  const { margins } = sheet;
  const { top, bottom, left, right } = margins;
  const back = marginsOfPage(sheet, 2);
  // On the axis of the type area.
  const ruleLeft = (twipsOf(left) - letterRuleOverhang(margins)) / 20;
  const rule = `left:${ruleLeft}pt;width:${LETTER_RULE_WIDTH / 20}pt`;
  return `
@page{size:A4;margin:0}
@page turned{size:A4 landscape;margin:0}
html{background:#777}
body{margin:0;font-size:16pt;color:#000}
.page{--left:${left}mm;--right:${right}mm;position:relative;box-sizing:border-box;background:#fff;color:#000;margin:6mm auto;box-shadow:0 1mm 4mm rgba(0,0,0,.5);overflow:hidden;break-after:page}
.page.back{--left:${back.left}mm;--right:${back.right}mm}
.page.portrait{width:${PAPER.width}mm;height:${PAPER.height}mm;padding:${top}mm var(--right) ${bottom}mm var(--left)}
.page.landscape{width:${PAPER.height}mm;height:${PAPER.width}mm;padding:var(--left) ${top}mm var(--right) ${bottom}mm;page:turned}
.area{position:relative;height:100%}
.line{position:relative;white-space:pre;min-height:1lh;text-align:left;letter-spacing:-.25pt}
.line.center{text-align:center}
.line.right{text-align:right}
.ruled{border-bottom:.5mm solid #f00;padding-bottom:2mm}
.red{color:#f00}
.stack{display:flex;justify-content:center;align-items:center}
.spread{text-align:justify;text-align-last:justify}
.suffix{text-align:right}
.letter-head{position:absolute;${rule};text-align:center;box-sizing:border-box;border-bottom:3pt double #f00}
.letter-foot{position:absolute;${rule};bottom:${LETTER_FOOT / 20}pt;border-top:3pt double #f00}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:12pt;line-height:18pt}
td,th{border:.5pt solid #000;padding:0 1.5mm;font-weight:normal;vertical-align:middle;overflow-wrap:anywhere}
td.center{text-align:center}
.imprint.plain{border:0}
.imprint{position:absolute;left:0;right:0;bottom:0;font-size:14pt;line-height:27.7pt;border-top:.35mm solid #000;border-bottom:.35mm solid #000}
.copies{padding:0 14pt 0 56pt;text-indent:-42pt;}
.copies+.printed{border-top:.25mm solid #000}
.printed{display:flex;justify-content:space-between;padding:0 14pt}
.number{position:absolute;bottom:calc(${bottom - 7}mm - 7pt);font-size:14pt;line-height:14pt}
.number.right{right:calc(var(--right) + 14pt)}
.number.left{left:calc(var(--left) + 14pt)}
.number.centre{left:var(--left);right:var(--right);text-align:center}
.page.landscape .number{bottom:auto;top:auto;right:auto;left:calc(${bottom - 7}mm - 7pt);writing-mode:vertical-rl}
.page.landscape .number.right{bottom:calc(var(--right) + 14pt)}
.page.landscape .number.left{top:calc(var(--left) + 14pt)}
.page.landscape .number.centre{top:var(--left);bottom:var(--right)}
@media print{html{background:none}.page{margin:0;box-shadow:none}}
`;
}
