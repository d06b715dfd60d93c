import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { readDraft } from '../../../../server/src/dialect/draft';
import { lockedItems } from '../../../../server/src/dialect/locked-items';
import type { Draft, Item } from '../../../../server/src/dialect/model';
import { numberingFaults } from '../../../../server/src/dialect/numbering-faults';
import { applyEdits } from '../../../../server/src/dialect/range';
import {
  insertItemAfter,
  isRefusal,
  moveItem,
  stepItem,
  type Destination,
  type Rearrangement,
  type Refusal,
  type Step,
} from '../../../../server/src/dialect/rearrange/rearrange';
import { findReferences } from '../../../../server/src/dialect/references';
import { root } from '../../../support/lsp-client';
import { inventedPlans } from '../../../support/plans';
import { MANNERS, planLines, writePlan } from '../../../support/invented-plan';

const STEPS: readonly Step[] = ['up', 'down', 'promote', 'demote'];
const PLACES: readonly Destination['place'][] = ['before', 'after', 'into'];
const sizes = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 4,
});

interface Choice {
  readonly item: number;
  readonly target: number;
  readonly act: Step | Destination['place'] | 'insert';
}
const choices = fc.record<Choice>({
  item: fc.nat(),
  target: fc.nat(),
  act: fc.constantFrom(...STEPS, ...PLACES, 'insert' as const),
});

describe('Any move', () => {
  for (const manner of MANNERS) {
    it(`keeps every task, the order of numbers and what mentions mean in ${manner.name}`, () => {
      fc.assert(
        fc.property(sizes, choices, fc.nat(), (counts, choice, mention) => {
          const lines = planLines(manner, counts);
          const at = mention % lines.length;
          const plan = writePlan(manner, lines);
          check(plan.trimEnd() + mentionOf(readDraft(plan), at), choice);
        }),
        { numRuns: 30 },
      );
    });
  }

  for (const { name, text } of writtenDrafts()) {
    it(`keeps them in ${name}`, () => {
      const draft = readDraft(text);
      fc.assert(
        fc.property(choices, (choice) => check(text, choice, draft)),
        { numRuns: 12 },
      );
    });
  }

  it('down and then up again, or up and down, gives the old text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MANNERS),
        sizes,
        fc.nat(),
        fc.boolean(),
        (manner, counts, item, downFirst) => {
          const text = writePlan(manner, planLines(manner, counts));
          const [there, back]: Step[] = downFirst ? ['down', 'up'] : ['up', 'down'];
          const draft = readDraft(text);
          const answer = stepItem(draft, pick(draft, item), there as Step, readDraft);
          if (isRefusal(answer)) return;
          const moved = readDraft(applyEdits(text, answer.edits));
          const again = moved.outline.find(({ marker }) => marker.lead.end === answer.cursor);
          assert.ok(again);
          const returned = stepItem(moved, again, back as Step, readDraft);
          assert.ok(!isRefusal(returned));
          assert.equal(applyEdits(moved.text, returned.edits), text);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function writtenDrafts(): { readonly name: string; readonly text: string }[] {
  const folder = path.join(root, 'samples');
  const samples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.要点.md'))
    .map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }));
  return [...samples, ...inventedPlans()];
}

function pick(draft: Draft, seed: number): Item {
  return draft.outline[seed % draft.outline.length] as Item;
}

/** A sentence that mentions a task by a number that only it bears. */
function mentionOf(draft: Draft, seed: number): string {
  const task = draft.tasks[seed % draft.tasks.length];
  const alone = draft.tasks.filter(({ number }) => number === task?.number).length === 1;
  return alone ? `与第${task?.number}项任务衔接。\n` : '\n';
}

function act(draft: Draft, { item, target, act }: Choice): Rearrangement | Refusal {
  const chosen = pick(draft, item);
  if (act === 'insert') return insertItemAfter(draft, chosen, readDraft);
  if (act === 'before' || act === 'after' || act === 'into')
    return moveItem(draft, chosen, { place: act, target: pick(draft, target) }, readDraft);
  return stepItem(draft, chosen, act, readDraft);
}

function check(text: string, choice: Choice, draft = readDraft(text)): void {
  if (draft.outline.length === 0) return;
  const answer = act(draft, choice);
  if (isRefusal(answer)) return assert.match(answer.problem, /。$/);
  const after = readDraft(applyEdits(text, answer.edits));
  const explained = `${JSON.stringify(choice)} ${pick(draft, choice.item).title}\n${text}\n→\n${after.text}`;
  const written = lineTexts(after).filter((line) => choice.act !== 'insert' || line !== '');
  assert.deepEqual(
    written,
    lineTexts(draft).filter((line) => choice.act !== 'insert' || line !== ''),
    explained,
  );
  const faults = (of: Draft) => numberingFaults(of).length;
  assert.ok(faults(after) <= faults(draft), `new faults: ${explained}`);
  assert.deepEqual(lockedNumbers(after), lockedNumbers(draft));
  assert.equal(before(after), before(draft), 'what stands before the items stays');
  const unclear = answer.unclear.length;
  const lost = mentioned(draft).filter((title) => !mentioned(after).includes(title)).length;
  assert.ok(lost <= unclear, `mentions: ${explained}`);
}

/** What each line says besides numbers, in no order. */
function lineTexts(draft: Draft): string[] {
  const { text } = draft;
  const marks = draft.outline.map(({ marker, line }) => ({
    range: { start: draft.lines.startOf(line), end: marker.lead.end },
    newText: '',
  }));
  const mentions = findReferences(draft).map(({ numeral }) => ({ range: numeral, newText: '#' }));
  const inMark = (at: number) => marks.some(({ range }) => range.start <= at && at < range.end);
  return applyEdits(text, [...marks, ...mentions.filter(({ range }) => !inMark(range.start))])
    .split(/\r?\n/)
    .map((line) =>
      line.replace(/第[一二三四五六七八九十\d（）()]+(项|部分|章|条|点|款|个)/gu, '第#$1').trim(),
    )
    .filter((line) => line !== '')
    .sort();
}

function lockedNumbers(draft: Draft): [string, number][] {
  return [...lockedItems(draft)].map(({ title, number }): [string, number] => [title, number]).sort();
}

function before({ text, items: [first] }: Draft): string {
  return text.slice(0, first?.range.start).replace(/(?:<!--[^]*?-->|[\s\u3000#])*$/u, '');
}

function mentioned(draft: Draft): string[] {
  return findReferences(draft).flatMap(({ target }) => (target && 'marker' in target ? target.title : []));
}
