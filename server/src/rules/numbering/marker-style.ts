import { allMarkers } from '../../dialect/all-items';
import type { MarkerFlaw } from '../../dialect/model';
import type { DraftRule } from '../rule';
import { t, type Message } from '../../localise';

/** How a marker departs from the manner of its level, with the words for it. */
const DEPARTURES: Readonly<Partial<Record<MarkerFlaw, Message>>> = {
  'wrong-style': '用了别的层次的序号样式',
  'wrong-separator': '后面的标点与同层次的序号不一致',
  'unbalanced-bracket': '括号不成对',
};

/** A marker unlike the others of its level: 6、 between 五、 and 七、, 1、 among 1., （一) with one bracket half-width. */
export const markerStyle: DraftRule = {
  id: 'numbering/marker-style',
  summary: '序号样式与同层次不一致',
  level: 'warning',
  certainty: '必错',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    for (const { flaws, text, range, expected } of allMarkers(draft)) {
      if (flaws.length === 0) continue;
      const departure = flaws.map((flaw) => DEPARTURES[flaw]).find((words) => words !== undefined);
      if (departure === undefined || text === expected) continue;
      report({
        range,
        message: t('序号“{0}”{1}，应写作“{2}”', text, t(departure), expected),
        fixes: [{ title: t('改为“{0}”', expected), edits: [{ range, newText: expected }], safe: true }],
      });
    }
  },
};
