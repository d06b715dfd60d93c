import type { DraftRule } from '../rule';
import { nearestWord } from '../../registry/edit-distance';

const WORDS = ['非任务', '任务', '锁定编号', '忽略', '忽略开始', '忽略结束', '忽略全文'];

/** A comment that begins with 要点： but is no directive: a slip that would go unnoticed. */
export const unknownDirective: DraftRule = {
  id: 'directive/unknown-directive',
  summary: '不认识的指令',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  check(draft, _context, report) {
    for (const { kind, range } of draft.directives) {
      if (kind !== 'unknown') continue;
      const written = /要点[：:]\s*([^\s>-]*)/.exec(draft.text.slice(range.start, range.end));
      const word = written?.[1] ?? '';
      const near = nearestWord(word, WORDS);
      const start = range.start + (written === null ? 0 : written.index + written[0].length - word.length);
      const place = word === '' ? range : { start, end: start + word.length };
      report({
        range: place,
        message: `没有“${word}”这条指令，${near === undefined ? `可写的是${WORDS.join('、')}` : `是否为“${near}”`}`,
        ...(near === undefined || word === ''
          ? {}
          : { fixes: [{ title: `改为“${near}”`, edits: [{ range: place, newText: near }], safe: true }] }),
      });
    }
  },
};
