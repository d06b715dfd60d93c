import type { DraftRule } from '../rule';
import { nearestWord } from '../../registry/edit-distance';
import { list, t } from '../../localise';

const WORDS = ['非任务', '任务', '锁定编号', '忽略', '忽略开始', '忽略结束', '忽略全文'];

/** A comment that begins with 要点： but is no directive: a slip that would go unnoticed. */
export const unknownDirective: DraftRule = {
  id: 'directive/unknown-directive',
  summary: '不认识的指令',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
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
        message: t(
          '没有“{0}”这条指令，{1}',
          word,
          near === undefined ? t('可写的是{0}', list(WORDS)) : t('是否为“{0}”', near),
        ),
        ...(near === undefined || word === ''
          ? {}
          : {
              fixes: [{ title: t('改为“{0}”', near), edits: [{ range: place, newText: near }], safe: true }],
            }),
      });
    }
  },
};
