import { readHeading } from '../../dialect/structure';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

const LONGEST_HEADING = 30;
const STOPS = /[。；，、：;,:.]+$/;

/** A heading on a line of its own takes no end punctuation. */
export const headingStop: DraftRule = {
  id: 'text/heading-stop',
  summary: '独立成行的标题末尾有标点',
  level: 'info',
  certainty: '疑似',
  ground: '惯例',
  scope: 'draft',
  reads: ['structure', 'titles'],
  overlooks: ({ before, after }) => !mayEndHeading(before.text) && !mayEndHeading(after.text),
  check(draft, _context, report) {
    for (const item of draft.outline) {
      // Below the chapters a full stop is as common as none: （一）指导思想。 and the text on the next line.
      const heads = item.level === 1 && (item.children.length > 0 || item.paragraphs.length > 0);
      if (item.runIn || !heads || item.title.length > LONGEST_HEADING) continue;
      const tail = STOPS.exec(draft.text.slice(item.titleRange.start, item.lineRange.end));
      if (tail === null || /^[：:]$/.test(tail[0])) continue;
      const range = { start: item.lineRange.end - tail[0].length, end: item.lineRange.end };
      report({
        range,
        message: t('标题“{0}”独立成行，末尾不用“{1}”', item.title.replace(/[；，、;,.]+$/, ''), tail[0]),
        fixes: [{ title: t('删去末尾标点'), edits: [{ range, newText: '' }], safe: true }],
      });
    }
  },
};

/** Whether a line ends as no heading should, and no text follows its title on it. */
function mayEndHeading(line: string): boolean {
  if (!STOPS.test(line)) return false;
  const text = line.trimStart();
  // Behind Markdown's own marks the marker is not looked for here.
  return text.startsWith('#') || readHeading(text).runInStart === text.length;
}
