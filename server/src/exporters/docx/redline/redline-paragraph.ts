import { wordDiff, type WordChange } from '../../../comparison/word-diff';
import { charactersOf, runsOf, textOfCharacters, type SetCharacter } from './characters';
import type { Mark, Revisions } from './revisions';
import { childOf, withNodes, type XmlElement } from '../../../xml/element';

/** The new paragraph with what the old one had besides. */
export function redlineParagraph(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement {
  const pieces = piecesOf(old, current);
  if (pieces.every(({ kind }) => kind === 'equal')) return current;
  return withContent(
    current,
    pieces.flatMap(({ kind, old: before, new: now }) => {
      if (kind === 'equal') return runsOf(now);
      return kind === 'delete'
        ? revisions.mark('w:del', runsOf(before, 'w:delText'))
        : revisions.mark('w:ins', runsOf(now));
    }),
  );
}

/** A paragraph that is new, or gone, as a whole. */
export function wholeParagraph(
  paragraph: XmlElement,
  mark: 'w:ins' | 'w:del',
  revisions: Revisions,
): XmlElement {
  return revisions.markEnd(paragraphContent(paragraph, mark, revisions), mark);
}

/** The same for a paragraph whose end stays: the last one of a cell. */
export function paragraphContent(
  paragraph: XmlElement,
  mark: 'w:ins' | 'w:del',
  revisions: Revisions,
): XmlElement {
  const runs = runsOf(charactersOf(paragraph), mark === 'w:del' ? 'w:delText' : 'w:t');
  return withContent(paragraph, revisions.mark(mark, runs));
}

/** Where a moved paragraph was and where it is; what was reworded on the way is deleted there and inserted here. */
export function movedParagraph(
  old: XmlElement,
  current: XmlElement,
  revisions: Revisions,
): { readonly from: XmlElement; readonly to: XmlElement } {
  const pieces = piecesOf(old, current);
  const side = (paragraph: XmlElement, moved: Mark, changed: Mark, of: 'old' | 'new'): XmlElement => {
    const content = pieces.flatMap((piece) => {
      const mark = piece.kind === 'equal' ? moved : changed;
      return revisions.mark(mark, runsOf(piece[of], mark === 'w:del' ? 'w:delText' : 'w:t'));
    });
    return revisions.markEnd(withContent(paragraph, content), moved);
  };
  return {
    from: side(old, 'w:moveFrom', 'w:del', 'old'),
    to: side(current, 'w:moveTo', 'w:ins', 'new'),
  };
}

/** A stretch of the difference with the characters it is set in, on either side. */
interface Piece {
  readonly kind: WordChange['kind'];
  readonly old: readonly SetCharacter[];
  readonly new: readonly SetCharacter[];
}

function piecesOf(old: XmlElement, current: XmlElement): Piece[] {
  const [before, now] = [charactersOf(old), charactersOf(current)];
  let [x, y] = [0, 0];
  return wordDiff(textOfCharacters(before), textOfCharacters(now)).map(({ kind, text }) => {
    const oldEnd = kind === 'insert' ? x : x + text.length;
    const newEnd = kind === 'delete' ? y : y + text.length;
    const piece = { kind, old: before.slice(x, oldEnd), new: now.slice(y, newEnd) };
    [x, y] = [oldEnd, newEnd];
    return piece;
  });
}

function withContent(paragraph: XmlElement, content: readonly XmlElement[]): XmlElement {
  const properties = childOf(paragraph, 'w:pPr');
  return withNodes(paragraph, [...(properties ? [properties] : []), ...content]);
}
