import assert from 'node:assert/strict';
import { importText } from '../../server/src/importers/text/import-text';

const bare = (words: string): string => words.replace(/<br>|\\/g, '').replace(/[\s|\u200b\ufeff]+/g, '');

/** Every line of the source is in the draft or, word for word, in the report. */
export function assertNothingLost(source: string): void {
  const { text, report } = importText(source);
  const there = bare([text, ...report.entries.map((entry) => entry.text ?? '')].join('\n'));
  const title = bare(/^# (.*)$/m.exec(text)?.[1] ?? '');
  for (const line of source.split(/\r\n|\r|\n/)) {
    // Underlines of headings and tables are syntax; residue is reported apart from its line.
    if (/^[\s\-=|:#]*$/.test(line)) continue;
    // So is what makes the title an item or a quotation.
    const words = bare(line.replace(/^(?:\s|#|[-*+>]\s)+/, ''));
    if (words !== '' && title.includes(words)) continue;
    // What stands beside the title on its line is told apart from it.
    if (title !== '' && words.includes(title) && there.includes(words.replace(title, ''))) continue;
    for (const part of line.replace(/^[\s#]+/, '').split(/(\[bookmark:[^\]]*\])/))
      assert.ok(there.includes(bare(part)), `lost: ${part}`);
  }
}
