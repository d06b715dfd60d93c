import { allItems } from '../../dialect/all-items';
import type { Item } from '../../dialect/model';
import { groupBy, mostFrequent } from '../../dialect/group-by';
import type { DraftRule } from '../rule';
import { t } from '../../localise';

/**
 * An item that leaves out a level which its like in the same draft have: （1） straight under 一、 where the other
 * chapters go 一、 （一） 1. A manner that leaves a level out everywhere is the draft's own and stays silent.
 */
export const levelJump: DraftRule = {
  id: 'numbering/level-jump',
  summary: '序号越级',
  level: 'info',
  certainty: '疑似',
  ground: '国标',
  scope: 'draft',
  reads: ['document', 'structure'],
  check(draft, _context, report) {
    const parents = allItems(draft).filter(({ children, isFraming }) => children.length > 0 && !isFraming);
    for (const [level, alike] of groupBy(parents, ({ level }) => level)) {
      const usual = mostFrequent(alike.map(firstLevel));
      if (usual === undefined || alike.filter((parent) => firstLevel(parent) === usual).length < LIKE)
        continue;
      for (const parent of alike) {
        const first = parent.children[0];
        // Skipping 1. below （一） is common where tasks are short; two levels down is a slip.
        if (first === undefined || first.level <= usual + 1 || first.level <= level + 1) continue;
        report({
          range: first.marker.range,
          message: t(
            '“{0}”之下直接用了“{1}”，越过了本稿其他部分所用的层次',
            parent.marker.text,
            first.marker.text,
          ),
          related: [{ range: parent.marker.range, message: t('上一层次') }],
        });
      }
    }
  },
};

/** So many others must keep the level before one that leaves it out is reported. */
const LIKE = 2;

function firstLevel({ children }: Item): number {
  return children[0]?.level ?? 0;
}
