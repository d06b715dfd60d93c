import { EDITOR_RESIDUE, isPageNumber } from '../../dialect/furniture';
import type { Draft } from '../../dialect/model';
import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

const MARKS = soughtPattern(EDITOR_RESIDUE, ['[', '{']);
const ENTITY = soughtPattern(/&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash|middot|#\d{1,6});/g, ['&']);
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&nbsp;': '',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&mdash;': '—',
  '&middot;': '·',
};

/** Bookmarks, field codes, HTML entities and lines of the web page left within the document. */
export const residue: DraftRule = {
  id: 'text/residue',
  summary: '编辑软件或网页的残留',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document', 'prose'],
  overlooks: overlooksAllBut(MARKS, ENTITY),
  check(draft, _context, report) {
    for (const { match, range } of findPattern(draft, MARKS)) {
      const fix = { title: t('删去残留'), edits: [{ range, newText: '' }], safe: true };
      report({
        range,
        message: t('“{0}”是编辑软件留下的标记，不属于公文内容，应删去', match[0]),
        fixes: [fix],
      });
    }
    for (const { match, range } of findPattern(draft, ENTITY)) {
      const newText = REPLACEMENTS[match[0]];
      const fixes =
        newText === undefined ? [] : [{ title: t('改为相应字符'), edits: [{ range, newText }], safe: true }];
      report({ range, message: t('“{0}”是网页代码的残留', match[0]), fixes });
    }
    for (const range of furnitureWithin(draft)) {
      const fix = { title: t('删去此行'), edits: [{ range, newText: '' }], safe: false };
      report({ range, message: messageOf(draft.text.slice(range.start, range.end).trim()), fixes: [fix] });
    }
  },
};

function messageOf(line: string): string {
  return isPageNumber(line)
    ? t('“{0}”是印刷稿的页码，混在正文当中，应删去（导出时自动加页码）', line)
    : t('“{0}…”是网页的附加信息，混在公文当中，应删去', line.slice(0, 16));
}

/** Whole lines of furniture between the first and the last line of the document; what stands around it is the page's own. */
function furnitureWithin(draft: Draft): Draft['furniture'] {
  const first = draft.notice.title?.range.start ?? draft.title?.range.start;
  if (first === undefined) return [];
  return draft.furniture
    .filter(({ start }) => start > first && start < draft.body.end)
    .map(({ start }) => draft.lines.rangeOf(draft.lines.lineAt(start)));
}
