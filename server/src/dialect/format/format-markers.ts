import { allItems } from '../all-items';
import { byStyle } from '../marker-manner';
import type { Draft, Marker, MarkerFlaw } from '../model';
import type { TextEdit } from '../range';

/** What only spoils a marker's form. A marker in another level's style is for a person to decide. */
const FORMAL: readonly MarkerFlaw[] = [
  'missing-separator',
  'wrong-separator',
  'unbalanced-bracket',
  'stray-space',
  'full-width-digits',
];

/** Writes flawed markers as the draft writes its others. Indentation before them goes with the line's own. */
export function markerEdits(draft: Draft): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  for (const markers of byStyle(allItems(draft).map(({ marker }) => marker)).values()) {
    const space = usualSpace(draft, markers);
    for (const { flaws, expected, range, lead } of markers) {
      if (flaws.length === 0 || !flaws.every((flaw) => FORMAL.includes(flaw))) continue;
      const whole = { start: range.start, end: lead.end };
      const newText = expected + space;
      if (draft.text.slice(whole.start, whole.end) !== newText) edits.push({ range: whole, newText });
    }
  }
  return edits;
}

/** The white space this draft puts behind most markers of a style. */
function usualSpace({ text }: Draft, markers: readonly Marker[]): string {
  const spaces = markers.map(({ range, lead }) => text.slice(range.end, lead.end));
  const [space = ''] = spaces.filter((found) => found !== '');
  return spaces.filter((found) => found !== '').length * 2 > spaces.length ? space : '';
}
