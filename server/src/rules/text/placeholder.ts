import type { Draft } from '../../dialect/model';
import { PLACEHOLDER } from '../../dialect/placeholder';
import type { Range } from '../../dialect/range';
import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** Every placeholder holds one of these words. */
const SOUGHT = soughtPattern(PLACEHOLDER, [...'X×ＸxΧ?？_＿待', 'TODO', 'TBD']);

/** What a writer left to be filled in, in the text and in the front matter. */
export const placeholder: DraftRule = {
  id: 'text/placeholder',
  summary: '留有未填写的内容',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'draft',
  reads: ['document', 'prose'],
  overlooks: overlooksAllBut(SOUGHT),
  check(draft, _context, report) {
    const found = [...inFrontMatter(draft), ...findPattern(draft, SOUGHT)];
    for (const { match, range } of found)
      report({ range, message: t('“{0}”像是待填写的内容，印发前应补齐', match[0]) });
  },
};

interface Found {
  readonly match: RegExpExecArray;
  readonly range: Range;
}

/** Only what the document will bear: nobody prints 检查 or an inline registry. */
function inFrontMatter({ frontMatter, text }: Draft): Found[] {
  const entries = (frontMatter?.entries ?? []).filter(({ value }) => isWords(value));
  return entries.flatMap(({ valueRange }) =>
    [...text.slice(valueRange.start, valueRange.end).matchAll(PLACEHOLDER)].map((match) => {
      const start = valueRange.start + match.index;
      return { match, range: { start, end: start + match[0].length } };
    }),
  );
}

function isWords(value: unknown): boolean {
  return typeof value === 'string' || (Array.isArray(value) && value.every((one) => typeof one === 'string'));
}
