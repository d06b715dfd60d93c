import assert from 'node:assert/strict';
import { compareDrafts } from '../../../server/src/dialect/compare-drafts';
import { readDraft } from '../../../server/src/dialect/draft';
import { REACH, type DraftPart } from '../../../server/src/dialect/draft-change';
import type { Attachment, Draft, Task } from '../../../server/src/dialect/model';
import { optionsFor } from '../../../server/src/rules/configuration/levels';
import { allRules } from '../../../server/src/rules/index';
import type { Rule } from '../../../server/src/rules/rule';
import { NO_SUPERIORS } from '../../../server/src/trace/superiors';
import { generatePlan, generateUnitRegistry } from '../../bench/plans';
import { corpusDocuments } from '../../support/corpus';
import { INVENTED_DRAFT } from '../../support/invented-draft';
import { inventedPlans } from '../../support/plans';
import { registryOf } from '../../support/registries';

/** A property of a draft; what items tasks are, and what these are called, stands in two of them. */
type Property = keyof Draft | 'items of tasks';

describe('What rules say they read', () => {
  const registry = registryOf(generateUnitRegistry());
  const published = [...inventedPlans(), ...corpusDocuments()].map(({ text }) => text);
  const texts = [INVENTED_DRAFT, generatePlan(9000), ...published];

  for (const rule of allRules.filter(({ scope }) => scope !== 'run'))
    it(`holds for ${rule.id}`, () => {
      for (const text of texts) assert.deepEqual(undeclared(rule, readDraft(text)), []);
    });

  it('would not hold for a rule that looks at tables and speaks of structure alone', () => {
    const rule: Rule = {
      ...(allRules[0] as Rule),
      scope: 'draft',
      reads: ['structure'],
      check: ({ tables, outline }) => void [tables.length, outline.length],
    };
    assert.deepEqual(undeclared(rule, readDraft(INVENTED_DRAFT)), ['tables']);
  });

  it('would not hold for a rule of one task that looks at the others', () => {
    const rule: Rule = {
      ...(allRules[0] as Rule),
      scope: 'task',
      check: ({ tasks }) => void tasks[0]?.fields,
    };
    assert.deepEqual(undeclared(rule, readDraft(INVENTED_DRAFT)), ['tasks']);
  });

  /** The properties of a draft that a rule looks at though it does not run again where they alone are others. */
  function undeclared(rule: Rule, draft: Draft): Property[] {
    const parts = partsOf(rule);
    if (parts === undefined) return [];
    return touchedBy(rule, draft).filter((property) => {
      const told = toldBy.get(property);
      return told !== undefined && !told.some((part) => parts.includes(part));
    });
  }

  function partsOf(rule: Rule): readonly DraftPart[] | undefined {
    if (rule.scope === 'draft') return rule.reads;
    return rule.scope === 'task' ? (rule.manner?.reads ?? []) : [];
  }

  function touchedBy(rule: Rule, draft: Draft): Property[] {
    const touched = new Set<Property>();
    const watched = watch(draft, touched);
    const context = { options: optionsFor(rule, []), registry, siblings: [], superiors: NO_SUPERIORS };
    if (rule.scope === 'draft') rule.check(watched, context, () => undefined);
    if (rule.scope === 'task') {
      rule.manner?.of(watched);
      for (const task of draft.tasks) rule.check(watched, context, () => undefined, task);
    }
    return [...touched];
  }
});

/** A draft that notes what of it is looked at. */
function watch(draft: Draft, touched: Set<Property>): Draft {
  return watchOne(draft, (property) => {
    if (property === 'tasks')
      return draft.tasks.map((task) => watchOne(task, (of) => note(ofTask(of), task[of])));
    if (property !== 'attachments') return note(property, draft[property]);
    return draft.attachments.map((one) => watchOne(one, (of) => note(ofAttachment(of), one[of])));
  });

  function note<Value>(property: Property, value: Value): Value {
    touched.add(property);
    return value;
  }
}

function watchOne<Whole extends object>(whole: Whole, get: (property: keyof Whole) => unknown): Whole {
  return new Proxy(whole, { get: (_, property) => get(property as keyof Whole) });
}

function ofTask(property: keyof Task): Property {
  const ofItem: readonly (keyof Task)[] = ['item', 'number', 'title', 'line', 'section'];
  return ofItem.includes(property) ? 'items of tasks' : 'tasks';
}

function ofAttachment(property: keyof Attachment): Property {
  return property === 'tables' ? 'tables' : 'attachments';
}

/** In everything another plan than the invented one, of another year. */
const UNLIKE = `${generatePlan(2000).replaceAll('2026', '2025')}\n\n<!-- 要点：忽略全文 text/doubled -->\n\n~~~\n代码\n~~~\n`;

/** What stands behind so many characters changes nothing that stands before them. */
const APART = ' '.repeat(2 * REACH);

/** For each property the parts that a comparison finds other where it alone is; without those that make plans others. */
const toldBy = findParts();

function findParts(): ReadonlyMap<Property, readonly DraftPart[]> {
  const before = readDraft(INVENTED_DRAFT + APART);
  const after = readDraft(`${INVENTED_DRAFT}${APART} `);
  const other = readDraft(UNLIKE);
  const told = new Map<Property, readonly DraftPart[]>();
  for (const property of Object.keys(before) as (keyof Draft)[]) {
    // Text is looked at where something stands that was looked at already.
    if (property === 'text') continue;
    const edit = compareDrafts(before, { ...after, [property]: other[property] });
    if (edit !== undefined) told.set(property, [...edit.parts]);
  }
  told.set('items of tasks', [...(told.get('outline') ?? []), ...(told.get('tasks') ?? [])]);
  return told;
}
