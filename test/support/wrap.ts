export interface PageOptions {
  /** Characters in a line of the page; two digits or Latin letters take the room of one. */
  readonly width?: number;
  /** Whether first lines are set in by two characters, as on the page; copied text often lost that. */
  readonly indented: boolean;
  /** Lines on a page, with its number and running head between; absent where the text was one page. */
  readonly pageLines?: number;
}

const MAY_NOT_END = '（〔【《“‘';
const MAY_NOT_BEGIN = '，。、；：！？）》”’〕】,.;:)]';

/** A text as it is copied from a laid-out page: broken at its width, page numbers between the lines. */
export function wrapText(text: string, { width = 28, indented, pageLines }: PageOptions): string {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    const words = paragraph.trim();
    if (words === '') lines.push('');
    else lines.push(...breakLines(words, width, indented));
  }
  return (pageLines === undefined ? lines : numberPages(lines, pageLines)).join('\n');
}

function breakLines(words: string, width: number, indented: boolean): string[] {
  const lines: string[] = [];
  let line = indented ? '\u3000\u3000' : '';
  let room = 2 * (width - 2);
  for (const character of words) {
    const taken = /[\u0020-\u007e]/.test(character) ? 1 : 2;
    if (taken > room && !MAY_NOT_BEGIN.includes(character)) {
      const carried = MAY_NOT_END.includes(line.slice(-1)) ? line.slice(-1) : '';
      lines.push(line.slice(0, line.length - carried.length));
      [line, room] = [carried, 2 * (width - carried.length)];
    }
    line += character;
    room -= taken;
  }
  return [...lines, line];
}

function numberPages(lines: readonly string[], pageLines: number): string[] {
  return lines.flatMap((line, i) =>
    i > 0 && i % pageLines === 0 ? ['', `— ${i / pageLines} —`, '', '云溪县人民政府文件', line] : [line],
  );
}
