import type { RunRule } from '../rule';

/** A fault in the front matter's 检查:, which would otherwise silently have no effect. */
export const checks: RunRule = {
  id: 'front-matter/checks',
  summary: '“检查”中的规则名、级别或选项有误',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'run',
  check(_draft, _context, report, { configurationProblems }) {
    configurationProblems.forEach(report);
  },
};
