import { intersects } from '../../dialect/range';
import { validateFrontMatter } from '../../dialect/validate-front-matter';
import type { DraftRule } from '../rule';

/** A key of the front matter that there is not, or a value that does not fit it. */
export const schema: DraftRule = {
  id: 'front-matter/schema',
  summary: '前言中的项目名或内容有误',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'draft',
  reads: ['document'],
  check({ frontMatter }, _context, report) {
    if (frontMatter === undefined) return;
    // What YAML misread is reported as that; how the misreading fits the schema helps nobody.
    const misread = frontMatter.problems.map(({ range }) => range);
    for (const problem of validateFrontMatter(frontMatter))
      if (!misread.some((range) => intersects(range, problem.range))) report(problem);
  },
};
