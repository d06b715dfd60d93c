import type { Range } from '../../server/src/dialect/range';

/** A place in a text with what is expected there. */
export interface Mark {
  readonly range: Range;
  readonly labels: readonly string[];
}

export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Reads a text with marks: `⟦（四）⟧{numbering/gap}深化…` expects a finding of that rule on exactly `（四）`. Marks may
 * be nested and bear several labels; they leave no trace in the text.
 */
export function readMarkedText(source: string): MarkedText {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  for (let position = 0; position < source.length;) {
    const char = source.charAt(position);
    if (char === '⟦') {
      open.push(text.length);
      position++;
    } else if (char === '⟧') {
      const start = open.pop();
      const labels = /^⟧\{([^}]*)\}/.exec(source.slice(position));
      if (start === undefined || labels === null) throw new Error(`stray mark at ${position}: ${source}`);
      marks.push({
        range: { start, end: text.length },
        labels: (labels[1] ?? '').split(',').map((label) => label.trim()),
      });
      position += labels[0].length;
    } else {
      text += char;
      position++;
    }
  }
  if (open.length > 0) throw new Error(`unclosed mark: ${source}`);
  return { text, marks };
}

/** The same text with findings written in as marks, to compare with a marked one. */
export function writeMarks(text: string, marks: readonly Mark[]): string {
  const inserts = marks.flatMap(({ range, labels }) => {
    const size = range.end - range.start;
    const closing = `⟧{${labels.join(', ')}}`;
    if (size === 0) return [{ at: range.start, order: 0, insert: `⟦${closing}` }];
    // At one place marks end before others begin, the inner ones first; the outer ones begin first.
    return [
      { at: range.start, order: 1 / size, insert: '⟦' },
      { at: range.end, order: -1 / size, insert: closing },
    ];
  });
  inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let result = '';
  let position = 0;
  for (const { at, insert } of inserts) {
    result += text.slice(position, at) + insert;
    position = at;
  }
  return result + text.slice(position);
}
