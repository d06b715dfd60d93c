import type { TextBlock } from '../blocks';
import type { Item } from '../model';
import { moveRange } from '../move-fields';
import type { EditMap, RewrittenLines } from './edit-map';
import { roleOfLine } from './item-line';
import type { LinedText } from './lined-text';

/** What of an item stands in its text. */
export type ItemText = Pick<Item, 'title' | 'titleRange' | 'lineRange' | 'paragraphs'>;

/** The text of an item of which lines were put in, taken out or divided; its title stands where it stood on its line. */
export function readOwnText(text: LinedText, map: EditMap, rewritten: RewrittenLines): ItemText {
  const { item } = rewritten.own;
  const by = map.shiftOf(item.line);
  const [first, ...others] = ownTexts(text, map, rewritten) as [TextBlock, ...TextBlock[]];
  const runIn = item.paragraphs.slice(0, item.runIn ? 1 : 0).map(({ range }) => {
    return { range: { start: range.start + by, end: first.range.end }, line: first.line };
  });
  return {
    title: item.title,
    titleRange: moveRange(item.titleRange, by),
    lineRange: first.range,
    paragraphs: [...runIn, ...others.map(({ range, line }) => ({ range, line }))],
  };
}

/** The blocks of text on rewritten lines. */
export function ownTexts(text: LinedText, map: EditMap, { own, lastText }: RewrittenLines): TextBlock[] {
  const first = map.lineNow(own.first);
  return Array.from({ length: lastText + 1 }, (_, index) => textOn(text, first + index)).flatMap(
    (block) => block ?? [],
  );
}

/** What of text stands on one of them; undefined where it is blank. */
export function textOn({ text, lines }: LinedText, line: number): TextBlock | undefined {
  const lineRange = lines.rangeOf(line);
  const role = roleOfLine(text.slice(lineRange.start, lineRange.end));
  return role && { ...role.block, line, lineRange, range: moveRange(role.block.range, lineRange.start) };
}
