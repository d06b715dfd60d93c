import { textWidth } from '../dialect/text-width';

export { padToWidth, textWidth } from '../dialect/text-width';

/** Breaks a text into lines of at most `width` columns; no line begins with closing punctuation. */
export function wrapToWidth(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => wrapParagraph([...paragraph], width));
}

function wrapParagraph(characters: readonly string[], width: number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  for (const character of characters) {
    if (line.length > 0 && textWidth(line.join('')) + textWidth(character) > width) {
      const carried = NEVER_FIRST.test(character) && line.length > 1 ? line.splice(-1) : [];
      lines.push(line.join(''));
      line = carried;
    }
    line.push(character);
  }
  return [...lines, line.join('')];
}

const NEVER_FIRST = /[、，。；：！？）〕】》”’…%％]/u;
