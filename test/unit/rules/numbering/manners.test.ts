import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readDraft } from '../../../../server/src/dialect/draft';
import { NO_CONFIGURATION } from '../../../../server/src/rules/configuration/levels';
import { allRules } from '../../../../server/src/rules/index';
import { checkText } from '../../../support/check-text';
import {
  MANNERS,
  planLines,
  writePlan,
  type Manner,
  type PlanLine,
  type Sizes,
} from '../../../support/invented-plan';

const anySizes = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), {
  minLength: 1,
  maxLength: 6,
});
const sizes = fc.array(fc.array(fc.integer({ min: 3, max: 5 }), { minLength: 2, maxLength: 3 }), {
  minLength: 3,
  maxLength: 5,
});

const rules = allRules.filter(({ id }) => id.startsWith('numbering/'));

describe('Numbering of plans in other manners', () => {
  for (const manner of MANNERS) {
    it(`is in order in ${manner.name}`, () => {
      fc.assert(
        fc.property(anySizes, (counts) => {
          const lines = planLines(manner, counts);
          const text = writePlan(manner, lines);
          assert.equal(readDraft(text).outline.length, lines.length, 'every marker is read');
          assert.deepEqual(findings(text), [], text);
        }),
        { numRuns: 20 },
      );
    });

    it(`has one finding for one slip in ${manner.name}`, () => {
      const slip = fc.constantFrom('drop', 'repeat', 'swap');
      fc.assert(
        fc.property(sizes, fc.nat(), slip, (counts, at, kind) => {
          const lines = slipped(manner, counts, at, kind);
          const text = writePlan(manner, lines);
          assert.equal(findings(text).length, 1, text + findings(text).join('\n'));
        }),
        { numRuns: 15 },
      );
    });
  }
});

function findings(text: string): string[] {
  return checkText(text, NO_CONFIGURATION, { rules }).map(({ rule, message }) => `${rule} ${message}`);
}

/** A plan with one task's number wrong, at a place where neighbours on both sides tell that it is. */
function slipped(manner: Manner, counts: Sizes, at: number, kind: 'drop' | 'repeat' | 'swap'): PlanLine[] {
  const lines = planLines(manner, counts);
  const inner = lines.flatMap((line, index) => {
    const [before, after] = [lines[index - 1], lines[index + 1]];
    return line.kind === 'task' && before?.kind === 'task' && after?.kind === 'task' ? [index] : [];
  });
  const index = inner[at % inner.length] ?? 0;
  const target = lines[index] as PlanLine;
  const previous = lines[index - 1] as PlanLine;
  if (kind === 'drop') lines.splice(index, 1);
  else if (kind === 'repeat') lines[index] = { ...target, number: previous.number };
  else
    lines.splice(
      index - 1,
      2,
      { ...previous, number: target.number },
      { ...target, number: previous.number },
    );
  return lines;
}
