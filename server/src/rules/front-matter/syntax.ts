import type { DraftRule } from '../rule';

/** Front matter that cannot be read as YAML, so that nothing in it takes effect. */
export const syntax: DraftRule = {
  id: 'front-matter/syntax',
  summary: '前言的格式有误',
  level: 'error',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check({ frontMatter }, _context, report) {
    frontMatter?.problems.forEach(report);
  },
};
