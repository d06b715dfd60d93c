import type { ReportWriter } from '../report';
import { childrenOf, textsIn, type XmlElement } from '../../xml/element';
import { t } from '../../localise';

/** What only counts pages: — 1 —, 第1页 共3页, 1/3. */
const PAGE_NUMBER = /^[\s\d\-—–－·.,/／|第页共总码]*$/;

/** Headers and footers are set anew by export: what they say besides the page number goes to the report. */
export function reportMargins(margins: readonly XmlElement[], report: ReportWriter): void {
  const said = new Set<string>();
  for (const margin of margins) {
    const place = margin.name === 'w:hdr' ? t('页眉') : t('页脚');
    for (const paragraph of paragraphsIn(margin)) {
      const text = textsIn(paragraph, 'w:t').trim();
      // A document repeats its header for first, odd and even pages.
      if (PAGE_NUMBER.test(text) || said.has(place + text)) continue;
      said.add(place + text);
      report.add('dropped', t('{0}里的文字', place), { text });
    }
  }
}

function paragraphsIn(element: XmlElement): readonly XmlElement[] {
  const own = childrenOf(element, 'w:p');
  return own.length > 0 ? own : element.children.flatMap(paragraphsIn);
}
