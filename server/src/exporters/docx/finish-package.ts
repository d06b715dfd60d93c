import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { DocumentPlan } from '../document/plan';
import { addComments } from './comments/write-comments';
import { MOMENT, zipPackage } from '../zip-package';

/**
 * Puts right what the docx library cannot say: paragraph properties that keep Word from moving Chinese text off the
 * grid, the moment of writing, comments. See docs/official-format.md for each trap.
 */
export function finishPackage(bytes: Uint8Array, plan: DocumentPlan): Uint8Array {
  const files = Object.entries(unzipSync(bytes)).map(([name, content]): [string, Uint8Array] => {
    const xml = FINISHERS.find(([pattern]) => pattern.test(name))?.[1];
    return [name, xml === undefined ? content : strToU8(xml(strFromU8(content)))];
  });
  return zipPackage(addComments(Object.fromEntries(files), plan));
}

const FINISHERS: readonly (readonly [RegExp, (xml: string) => string])[] = [
  [/^docProps\/core\.xml$/, (xml) => xml.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, MOMENT)],
  [/^word\/(?:document|header\d+|footer\d+)\.xml$/, finishParagraphs],
  [/^word\/settings\.xml$/, finishSettings],
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

function finishSettings(xml: string): string {
  const spacing = '<w:characterSpacingControl w:val="compressPunctuation"/>';
  return xml.includes('characterSpacingControl')
    ? xml
    : xml.replace(/(<w:compat>|<\/w:settings>)/, `${spacing}$1`);
}
