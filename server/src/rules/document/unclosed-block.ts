import type { DraftRule } from '../rule';
import { t } from '../../localise';

/** A fence or comment that is never closed: all the text after it would vanish from the outline. */
export const unclosedBlock: DraftRule = {
  id: 'document/unclosed-block',
  summary: '代码块或注释没有结束',
  level: 'error',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check(draft, _context, report) {
    for (const block of draft.blocks) {
      if (block.kind === 'text' || block.kind === 'table' || !block.unclosed) continue;
      const line = draft.lines.rangeOf(block.line);
      const range = { start: block.range.start, end: Math.min(block.range.end, line.end) };
      const what =
        block.kind === 'code'
          ? t('代码块（```）')
          : block.kind === 'yaml'
            ? t('文首信息（---）')
            : t('注释（<!--）');
      report({ range, message: t('{0}没有结束标记，其后的文字都不会作为正文识别', what) });
    }
  },
};
