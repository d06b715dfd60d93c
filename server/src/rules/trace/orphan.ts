import { coverageOf } from '../../trace/coverage';
import type { TraceLink } from '../../trace/read-trace';
import type { Superiors } from '../../trace/superiors';
import type { DraftRule } from '../rule';
import { list, t } from '../../localise';

/** 落实：市要点第99项, where the superior's plan has no such item. */
export const orphan: DraftRule = {
  id: 'trace/orphan',
  summary: '落实的上级要点里没有这一项',
  level: 'info',
  certainty: '必错',
  ground: '本单位',
  scope: 'draft',
  check(draft, { superiors }, report) {
    for (const link of coverageOf(draft, superiors.plans).orphans) {
      // The plan it means may be the one that could not be read.
      if (link.fault === 'no-plan' && superiors.missing.length > 0) continue;
      report({ range: link.range, message: explain(link, superiors) });
    }
  },
};

function explain({ fault, label, superior }: TraceLink, { plans }: Superiors): string {
  const names = list(plans.map(({ name }) => name));
  switch (fault) {
    case 'no-plan':
      return t('不知道“{0}”是哪一份上级要点的：文首写的有{1}', label, names);
    case 'several-items':
      return t('“{0}”不止一项，请写明在第几部分', label);
    default:
      return t('{0}里没有这一项：“{1}”', superior?.name ?? '', label);
  }
}
