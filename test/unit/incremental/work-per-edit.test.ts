import assert from 'node:assert/strict';
import { readDraft, type ReadDraft } from '../../../server/src/dialect/draft';
import { createFieldReader } from '../../../server/src/dialect/field-reader';
import type { Draft } from '../../../server/src/dialect/model';
import { forgetAll, readsSoFar } from '../../../server/src/dialect/remember';
import { LastVersions } from '../../../server/src/dialect/reread/last-versions';
import { TaskFacts } from '../../../server/src/dialect/reread/task-facts';
import { TextLine } from '../../../server/src/dialect/text-lines';
import { labelledClauses } from '../../../server/src/rules/clause-style';
import { FindingMemory } from '../../../server/src/rules/finding-memory';
import { allRules } from '../../../server/src/rules/index';
import type { Rule } from '../../../server/src/rules/rule';
import { listFindings, runRules } from '../../../server/src/rules/run-rules';
import { NO_SUPERIORS } from '../../../server/src/trace/superiors';
import { generatePlan, generateUnitRegistry } from '../../bench/plans';
import { registryOf } from '../../support/registries';

/** Counted work, never time: what an edit makes the program read again. */
describe('The work of an edit', () => {
  const registry = registryOf(generateUnitRegistry());

  /** Reads version after version, as a document that is open is read. */
  function keepReading(): ReadDraft {
    const fieldReader = createFieldReader();
    const versions = new LastVersions<{ readonly draft: Draft }>();
    return (text) => {
      const [before, earlier] = [versions.last?.draft, versions.earlier?.draft];
      const draft = readDraft(text, { fieldReader, before, earlier });
      versions.keep({ draft });
      return draft;
    };
  }

  function readsOf(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    forgetAll();
    const read = keepReading();
    const text = generatePlan(size);
    const check = (version: string): number => {
      const before = readsSoFar();
      runRules(read(version), { layers: [] }, { registry });
      return readsSoFar() - before;
    };
    return { whole: check(text), edit: check(edit(text)) };
  }

  const middle = (text: string): number => text.indexOf('。', text.length / 2);
  const edits: Readonly<Record<string, (text: string) => string>> = {
    'a character in a paragraph': (text) => `${text.slice(0, middle(text))}实${text.slice(middle(text))}`,
    'a line at the top': (text) => text.replace('\n# ', '\n为此通知。\n\n# '),
    'a fence opened at the top': (text) => text.replace('\n# ', '\n```\n# '),
    'a character taken out of a table': (text) => text.replace(/\| 完成(?=\d+处[^\n]*\n$)/u, '| 完'),
  };
  for (const [name, edit] of Object.entries(edits)) {
    it(`is that of the lines it changes: ${name}`, () => {
      const small = readsOf(10_000, edit);
      const large = readsOf(80_000, edit);
      assert.ok(large.whole > 1000, `${large.whole} readings of the whole draft`);
      assert.ok(large.edit <= 40, `${large.edit} readings after the edit`);
      assert.ok(
        large.edit <= small.edit + 10,
        `${large.edit} in the large draft, ${small.edit} in the small`,
      );
    });
  }

  it('is nothing where nothing changes', () => {
    assert.equal(readsOf(10_000, (text) => text).edit, 0);
  });

  /** How often rules are run for each version: one of draft scope counts once, one of task scope once a task. */
  function runsOfVersions(
    size: number,
    ...edits: readonly ((text: string) => string)[]
  ): readonly [number, ...number[]] {
    let runs = 0;
    const rules = allRules.map((rule): Rule => {
      const check = (...facts: Parameters<typeof rule.check>): void => {
        runs++;
        (rule.check as (...facts: unknown[]) => void)(...facts);
      };
      return { ...rule, check } as Rule;
    });
    const environment = { registry, rules, memory: new FindingMemory() };
    const read = keepReading();
    const text = generatePlan(size);
    const check = (version: string): number => {
      const before = runs;
      runRules(read(version), { layers: [] }, environment);
      return runs - before;
    };
    return [check(text), ...edits.map((edit) => check(edit(text)))];
  }

  function runsOf(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    const [whole, edited] = runsOfVersions(size, edit);
    return { whole, edit: edited as number };
  }

  const inProse = (text: string): string => {
    const at = text.indexOf('长效机制', text.length / 2);
    return `${text.slice(0, at)}好${text.slice(at)}`;
  };

  it('runs the rules that see prose for its one task, where prose is edited', () => {
    const small = runsOf(10_000, inProse);
    const large = runsOf(80_000, inProse);
    assert.ok(large.whole > 3000, `${large.whole} runs for the whole draft`);
    assert.equal(large.edit, small.edit, 'in a large draft as in a small one');
    assert.ok(large.edit < allRules.length, `${large.edit} runs after the edit`);
  });

  it('runs those besides that what a task states concerns, where that is edited, in a long draft as in a short one', () => {
    const edit = (text: string): string => text.replace('责任单位：县', '责任单位：');
    const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
    assert.ok(large.edit > runsOf(80_000, inProse).edit, `${large.edit} runs`);
    assert.ok(large.edit < allRules.length, `${large.edit} runs after the edit`);
    assert.equal(large.edit, small.edit);
  });

  /** How many findings are found, and after the edit how many of them were not found before. */
  function foundAnew(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    const read = keepReading();
    const memory = new FindingMemory();
    const text = generatePlan(size);
    const check = (version: string) => {
      const findings = listFindings(read(version), { layers: [] }, { registry, memory });
      return Array.from({ length: findings.length }, (_, index) => findings.found(index));
    };
    const before = new Set(check(text));
    return { whole: before.size, edit: check(edit(text)).filter((found) => !before.has(found)).length };
  }

  it('finds nothing anew beside the edit, and makes nothing anew of what it found', () => {
    const [small, large] = [foundAnew(10_000, inProse), foundAnew(80_000, inProse)];
    assert.ok(large.whole > 150, `${large.whole} findings in the whole draft`);
    assert.equal(large.edit, small.edit, 'in a large draft as in a small one');
    assert.ok(large.edit < 5, `${large.edit} findings after the edit`);
  });

  const inOneLine: Readonly<Record<string, (text: string) => string>> = {
    'the title of a task': (text) => text.replace(/\n\d+．[^。]+/u, '$&好'),
    'the title of a section': (text) => text.replace(/\n（二）[^\n]+/u, '$&好'),
    'the name of a task in a table': (text) => text.replace(/\n\| 2 \| [^ ]+/u, '$&等'),
    'a number of a table': (text) => text.replace(/\n\| 3/u, '$&0'),
  };
  for (const [name, edit] of Object.entries(inOneLine)) {
    it(`reads only its line, and runs few rules but for one task, in a long draft as in a short one: ${name}`, () => {
      const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
      assert.equal(large.edit, small.edit);
      assert.ok(large.edit < allRules.length, `${large.edit} runs after the edit`);
      assert.ok(readsOf(80_000, edit).edit <= 12, `${readsOf(80_000, edit).edit} readings after the edit`);
    });
  }

  /** In the same place of a short draft and a long one. */
  const divided = (text: string): string => {
    const at = text.indexOf('。', 4000) + 8;
    return `${text.slice(0, at)}\n\n${text.slice(at)}`;
  };

  const inOwnText: Readonly<Record<string, (text: string) => string>> = {
    'a paragraph divided': divided,
    'a line pasted below a task': (text) => text.replace(/\n4．[^\n]*/u, '$&\n要压实责任，成效明显。'),
    'a paragraph taken out': (text) => text.replace(/(\n4．[^\n]*\n)\n[^\n]*\n/u, '$1'),
  };
  for (const [name, edit] of Object.entries(inOwnText)) {
    it(`reads only the item, and runs few rules but for one task, in a long draft as in a short one: ${name}`, () => {
      assert.notEqual(edit(generatePlan(10_000)), generatePlan(10_000));
      const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
      assert.equal(large.edit, small.edit);
      assert.ok(large.edit < (allRules.length * 2) / 3, `${large.edit} runs after the edit`);
      const [few, many] = [readsOf(10_000, edit).edit, readsOf(80_000, edit).edit];
      assert.ok(many <= few && few <= 20, `${many} readings in the large draft, ${few} in the small`);
    });
  }

  /** The lists of a draft's parts that are made, every part moved, while it is checked after an edit. */
  function listsMade(edit: (text: string) => string): readonly string[] {
    const read = keepReading();
    const environment = { registry, memory: new FindingMemory() };
    const text = generatePlan(10_000);
    runRules(read(text), { layers: [] }, environment);
    const draft = read(edit(text));
    const made: string[] = [];
    for (const part of ['tasks', 'items', 'outline', 'blocks'] as const) {
      const make = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(draft), part)?.get;
      assert.ok(make, `${part} are read when somebody asks for them`);
      const get = (): unknown => {
        made.push(part);
        return make.call(draft);
      };
      Object.defineProperty(draft, part, { get });
    }
    runRules(draft, { layers: [] }, environment);
    return made;
  }

  const besideOthers: Readonly<Record<string, (text: string) => string>> = {
    ...inOneLine,
    'a clause written otherwise': (text) => text.replace('；责任单位', ',；责任单位'),
    'a task that no longer says by when': (text) => text.replace('；完成时限：2026年', '；完成时限：××'),
    'a task without a lead': (text) => text.replace('〔牵头单位：', '〔责任单位：'),
  };
  for (const [name, edit] of Object.entries(besideOthers)) {
    it(`moves no tasks, items or blocks but those that rules speak of: ${name}`, () => {
      assert.deepEqual(listsMade(edit), []);
    });
  }

  for (const name of ['a clause written otherwise', 'a task without a lead'])
    it(`runs rules for one task, though they compare it with all: ${name}`, () => {
      const edit = besideOthers[name] as (text: string) => string;
      const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
      assert.ok(large.edit < allRules.length, `${large.edit} runs after the edit`);
      assert.equal(large.edit, small.edit);
    });
  const aboveItems: Readonly<Record<string, (text: string) => string>> = {
    'a line above the title': (text) => text.replace('\n# ', '\n为此通知。\n\n# '),
    'a word in the lead paragraph': (text) => text.replace('制定本工作要点', '特$&'),
    'a lead paragraph put in': (text) => text.replace('\n一、', '\n要压实责任，确保完成。\n$&'),
  };
  for (const [name, edit] of Object.entries(aboveItems)) {
    it(`moves no tasks, items or blocks, and reads but the head: ${name}`, () => {
      assert.deepEqual(listsMade(edit), []);
      const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
      assert.equal(large.edit, small.edit);
      assert.ok(large.edit < allRules.length / 2, `${large.edit} runs after the edit`);
      assert.ok(readsOf(80_000, edit).edit <= 20, `${readsOf(80_000, edit).edit} readings after the edit`);
    });
  }

  it('runs no rule of the whole draft for the full stop of the text behind a title, or for units that are not there', () => {
    const ran: string[] = [];
    const rules = allRules.map((rule): Rule => {
      const check = (...facts: unknown[]): void => {
        ran.push(rule.id);
        (rule.check as (...facts: unknown[]) => void)(...facts);
      };
      return { ...rule, check } as Rule;
    });
    const environment = { registry, rules, memory: new FindingMemory() };
    const read = keepReading();
    const text = generatePlan(10_000);
    runRules(read(text), { layers: [] }, environment);
    ran.length = 0;
    runRules(read(text.replace(/\n\d+．[^。]+(?=。[^〔县\n]+。\n)/u, '$&好')), { layers: [] }, environment);
    assert.ok(ran.includes('task/several-leads'), `rules ran for the task: ${ran.join()}`);
    assert.deepEqual(
      ran.filter((id) => id === 'text/heading-stop' || id === 'clause/prose'),
      [],
    );
  });

  it('runs no rule for tasks that only moved, where a line comes in above them', () => {
    const edit = (text: string): string => text.replace('\n# ', '\n为此通知。\n\n# ');
    const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
    assert.equal(large.edit, small.edit);
    assert.ok(large.edit < allRules.length / 2, `${large.edit} runs after the edit`);
  });

  it('runs the rules that look at one task for the tasks that are new, where a chapter is pasted', () => {
    const chapter = '十一、新章\n\n1．新任务。达标率95%。\n\n2．又一项。全部办结。\n\n';
    const edit = (text: string): string => text.replace(/(?=\n三、)/u, `\n${chapter}`);
    const [small, large] = [runsOf(10_000, edit), runsOf(80_000, edit)];
    const ofTask = allRules.filter(({ scope }) => scope === 'task').length;
    assert.equal(large.edit, small.edit);
    // The task right above is looked at, too.
    assert.ok(large.edit <= allRules.length + 3 * ofTask, `${large.edit} runs after the edit`);
  });

  /** How many stretches of prose are searched for patterns or gone through for marks without their partners. */
  function searchesOf(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    let searches = 0;
    const { found, holds } = TextLine.prototype;
    const rules = allRules.filter(({ id }) => id === 'text/unbalanced' || id === 'text/wrong-word');
    const environment = { registry, rules, memory: new FindingMemory() };
    const read = keepReading();
    const plan = generatePlan(size);
    const check = (version: string): number => {
      const before = searches;
      runRules(read(version), { layers: [] }, environment);
      return searches - before;
    };
    try {
      TextLine.prototype.found = function () {
        searches++;
        return found.call(this);
      };
      TextLine.prototype.holds = function (characters) {
        searches++;
        return holds.call(this, characters);
      };
      return { whole: check(plan), edit: check(edit(plan)) };
    } finally {
      Object.assign(TextLine.prototype, { found, holds });
    }
  }

  const overLines: Readonly<Record<string, (text: string) => string>> = {
    'a line at the top': (text) => text.replace('\n# ', '\n为此通知。\n\n# '),
    'a pasted chapter': (text) => text.replace(/(?=\n三、)/u, '\n十一、新章\n\n1．新任务。达标率95%。\n'),
    'a paragraph divided': divided,
    'a fence opened at the end': (text) => `${text}\n\`\`\`\n新任务。\n`,
  };
  for (const [name, edit] of Object.entries(overLines)) {
    it(`looks for patterns and lone marks in changed lines only: ${name}`, () => {
      const [small, large] = [searchesOf(10_000, edit), searchesOf(80_000, edit)];
      assert.ok(large.whole > 1000, `${large.whole} looks at lines of the whole draft`);
      assert.ok(large.edit <= 10, `${large.edit} looks after the edit`);
      assert.equal(large.edit, small.edit, 'in a large draft as in a small one');
    });
  }

  /** Of how many tasks something is told that is told of each by itself. */
  function tellingsOf(size: number, edit: (text: string) => string): { whole: number; edit: number } {
    let tellings = 0;
    const facts = new TaskFacts(({ task, draft: { text } }) => {
      tellings++;
      return [task.title, labelledClauses(task, text).length];
    });
    const environment = { registry, memory: new FindingMemory() };
    const read = keepReading();
    const plan = generatePlan(size);
    const tell = (version: string) => {
      const before = tellings;
      const draft = read(version);
      runRules(draft, { layers: [] }, environment);
      const told = facts.of(draft, undefined);
      return { draft, told, count: tellings - before };
    };
    const whole = tell(plan);
    const edited = tell(edit(plan));
    const alone = readDraft(edit(plan)).tasks.map((task) => [
      task.title,
      labelledClauses(task, edit(plan)).length,
    ]);
    assert.deepEqual(edited.told, alone);
    return { whole: whole.count, edit: edited.count };
  }

  const overTasks: Readonly<Record<string, (text: string) => string>> = {
    'a pasted chapter': (text) =>
      text.replace(/(?=\n三、)/u, '\n十一、新章\n\n1．新任务。达标率95%。\n\n2．又一项。全部办结。\n'),
    'a task taken out': (text) => text.replace(/\n3．(?:(?!\n4．).)*/su, ''),
    'a fence opened at the end': (text) => `${text}\n\`\`\`\n新任务。\n`,
    'a line at the top': (text) => text.replace('\n# ', '\n为此通知。\n\n# '),
  };
  for (const [name, edit] of Object.entries(overTasks)) {
    it(`tells of tasks that are new or beside the edit only: ${name}`, () => {
      const [small, large] = [tellingsOf(10_000, edit), tellingsOf(80_000, edit)];
      assert.ok(large.whole > 200, `${large.whole} tasks in the whole draft`);
      assert.equal(large.edit, small.edit, 'in a large draft as in a small one');
      assert.ok(large.edit <= 4, `${large.edit} tasks after the edit`);
    });
  }

  /** A plan in which a few tasks are not like the others. */
  function planWithOddTasks(): Draft {
    const edits = Object.values(besideOthers).slice(-3);
    const plan = edits.reduce((text, edit) => edit(text), generatePlan(20_000));
    return readDraft(plan.replace(/〔[^〕]*〕/u, '由县教育局牵头，县民政局配合。').replace('。〔', '〔'));
  }

  for (const rule of allRules) {
    if (rule.scope !== 'task' || rule.manner === undefined) continue;
    const { manner, check, id } = rule;
    it(`looks at no task twice to tell which ones the manner of ${id} concerns, and leaves none out`, () => {
      const draft = planWithOddTasks();
      const found = new Set<number>();
      const context = { options: {}, registry, siblings: [], superiors: NO_SUPERIORS };
      for (const [index, task] of draft.tasks.entries()) check(draft, context, () => found.add(index), task);
      const again = planWithOddTasks();
      const is = manner.of(again);
      const lookedAt = new Set<number>();
      for (const [index, task] of again.tasks.entries()) {
        const { fields } = task;
        Object.defineProperty(task, 'fields', { get: () => (lookedAt.add(index), fields) });
      }
      const concerned = is === undefined ? [] : manner.concerns(again);
      assert.deepEqual([...lookedAt], []);
      assert.deepEqual(
        [...found].filter((index) => concerned[index] !== true),
        [],
      );
    });
  }

  const toBeTakenBack: Readonly<Record<string, (text: string) => string>> = {
    'a pasted chapter': (text) => text.replace(/(?=\n三、)/u, '\n十一、新章\n\n1．新任务。达标率95%。\n'),
    'a fence opened at the top': (text) => text.replace('\n# ', '\n```\n# '),
    'a task taken out': (text) => text.replace(/\n3．(?:(?!\n4．).)*/su, ''),
  };
  const asItWas = (text: string): string => text;
  /** Superiors' plans may say something else by now. */
  const seeMore = allRules.filter((rule) => rule.scope === 'draft' && rule.reads === undefined).length;
  for (const [name, edit] of Object.entries(toBeTakenBack)) {
    it(`reads nothing, and runs no rule for the draft, where an edit is taken back and made again: ${name}`, () => {
      const [, , back, again] = runsOfVersions(20_000, edit, asItWas, edit);
      const ofRun = allRules.filter(({ scope }) => scope === 'run').length;
      assert.deepEqual([back, again], [seeMore + ofRun, seeMore + ofRun]);
      const read = keepReading();
      const plan = generatePlan(10_000);
      const [first, edited] = [plan, edit(plan)].map((text) => read(text));
      assert.equal(read(plan), first);
      assert.equal(read(edit(plan)), edited);
    });
  }

  it('looks at the tasks alone that stay in a fence, where it is closed after something was written in it', () => {
    const open = (text: string): string => text.replace('\n# ', '\n```\n# ');
    const write = (text: string): string => open(text).replace('制定本工作要点', '特$&');
    const writeMore = (text: string): string => open(text).replace('制定本工作要点', '特此$&');
    const close = (text: string): string =>
      writeMore(text).replace('\n一、', '\n```\n$&').replace('```\n# ', '# ');
    const edits = [open, write, writeMore, close];
    const [small, large] = [runsOfVersions(10_000, ...edits), runsOfVersions(80_000, ...edits)];
    assert.ok(large[0] > 3000, `${large[0]} runs for the whole draft`);
    assert.ok((large.at(-1) as number) < 2 * allRules.length, `${large.at(-1)} runs when it is closed`);
    assert.equal(large.at(-1), small.at(-1));
  });

  it('runs all rules for all tasks where the plan gets another year', () => {
    const { whole, edit } = runsOf(10_000, (text) => text.replaceAll('2026年', '2027年'));
    assert.equal(edit, whole);
  });
});
