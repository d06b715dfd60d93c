import { allMarkers } from '../../dialect/all-items';
import { byStyle } from '../../dialect/marker-manner';
import type { Draft, Marker } from '../../dialect/model';
import type { Range, TextEdit } from '../../dialect/range';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** White space in, before or after a marker where the draft's other markers have none. */
export const straySpace: DraftRule = {
  id: 'numbering/stray-space',
  summary: '序号前后有多余的空格',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const markers of byStyle(allMarkers(draft)).values()) {
      const stray = markers.filter(({ flaws }) => flaws.includes('stray-space'));
      if (stray.length === 0) continue;
      const spaced = isSpaced(draft, markers);
      for (const marker of stray) {
        const edits = straySpaces(draft, marker, spaced).map((range): TextEdit => ({ range, newText: '' }));
        report({
          range: marker.lead,
          message: t('序号“{0}”前后有多余的空格，同层次的其他序号没有', marker.text),
          ...(edits.length === 0 ? {} : { fixes: [{ title: t('删除多余的空格'), edits, safe: true }] }),
        });
      }
    }
  },
};

/** Whether the draft puts white space between these markers and their titles. */
function isSpaced(draft: Draft, markers: readonly Marker[]): boolean {
  return (
    markers.filter(({ lead, range }) => hasSpace(draft.text, range.end, lead.end)).length * 2 > markers.length
  );
}

function straySpaces(draft: Draft, marker: Marker, spaced: boolean): Range[] {
  const { lead, range } = marker;
  const places = spacesIn(draft.text, range);
  const before = draft.text.slice(lead.start, range.start);
  // Full-width indentation is how pasted official text begins its paragraphs; what is not white space is Markdown.
  if (/^\s*[ \t]\s*$/.test(before)) places.push({ start: lead.start, end: range.start });
  return spaced ? places : [...places, ...spaceAfter(draft, marker)];
}

function spaceAfter(draft: Draft, { lead, range }: Marker): Range[] {
  return spacesIn(draft.text, { start: range.end, end: lead.end });
}

function hasSpace(text: string, start: number, end: number): boolean {
  return end > start && /\s/.test(text.slice(start, end));
}

function spacesIn(text: string, { start, end }: Range): Range[] {
  return [...text.slice(start, end).matchAll(/\s+/g)].map((match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}
