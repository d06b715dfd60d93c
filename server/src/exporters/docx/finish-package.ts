import type { DocumentPlan } from '../document/plan';
import { addComments } from './comments/write-comments';
import { changeParts, MOMENT, zipPackage } from '../zip-package';

/**
 * Puts right what the docx library cannot say: paragraph properties that keep Word from moving Chinese text off the
 * grid, the moment of writing, comments. See docs/official-format.md for each trap.
 */
export function finishPackage(bytes: Uint8Array, plan: DocumentPlan): Uint8Array {
  const parts = changeParts(
    bytes,
    (name, xml) => FINISHERS.find(([pattern]) => pattern.test(name))?.[1](xml, plan) ?? xml,
  );
  return zipPackage(addComments(parts, plan));
}

const FINISHERS: readonly (readonly [RegExp, (xml: string, plan: DocumentPlan) => string])[] = [
  [/^docProps\/core\.xml$/, (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, MOMENT)],
  [/^word\/(?:document|header\d+)\.xml$/, finishParagraphs],
  [/^word\/footer\d+\.xml$/, finishFooter],
  [/^word\/settings\.xml$/, finishSettings],
  // The library's built-in styles are blue; whoever uses one on the document gets black.
  [/^word\/styles\.xml$/, (xml) => xml.replace(/(<w:color w:val=")[0-9A-F]{6}"/g, '$1000000"')],
];

/**
 * No automatic space between Chinese and Latin text or digits, strict line-break rules, no hanging punctuation; exact
 * pitches must not be rounded to the grid. The order is the schema's (CT_PPrBase).
 */
function finishParagraphs(xml: string): string {
  const inserted =
    '<w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/><w:snapToGrid w:val="0"/>';
  return xml.replace(/<w:pPr>(.*?)<\/w:pPr>/gs, (_, properties: string) => {
    const place = /<w:(?:spacing|ind|contextualSpacing|jc|textAlignment|outlineLvl|rPr|sectPr)\b/.exec(
      properties,
    );
    const at = place?.index ?? properties.length;
    return `<w:pPr>${properties.slice(0, at)}${inserted}${properties.slice(at)}</w:pPr>`;
  });
}

/** Some programs count the page number among the numbered lines of a draft. */
function finishFooter(xml: string, { profile }: DocumentPlan): string {
  const finished = finishParagraphs(xml);
  if (!profile.lineNumbers) return finished;
  return finished.replace(/<w:pPr>.*?(?=<w:(?:pBdr|kinsoku)\b)/gs, '$&<w:suppressLineNumbers/>');
}

/**
 * Chinese punctuation may give way at a line's end, lines that end with a break are not stretched, and what is not said
 * to be in another language is Chinese. The order is the schema's (CT_Settings).
 */
function finishSettings(xml: string, { profile }: DocumentPlan): string {
  return xml
    .replace('<w:defaultTabStop', `${profile.duplex ? '<w:mirrorMargins/>' : ''}<w:defaultTabStop`)
    .replace(
      '<w:compat>',
      '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:doNotExpandShiftReturn/>',
    )
    .replace('</w:compat>', '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>');
}
