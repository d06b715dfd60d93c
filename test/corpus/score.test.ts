import assert from 'node:assert/strict';
import type { OutlineJson } from '../../server/src/cli/json/outline-json';
import type { TasksJson } from '../../server/src/cli/json/tasks-json';
import { NodeFiles } from '../../server/src/cli/node-files';
import { describeCorpus, type CorpusDocument } from '../support/corpus';
import { runInMemory } from '../support/memory-io';
import { normalise, overlaps, Score } from '../support/score';

/** The F1 each kind must reach. Structure is held to what is reached; phrases in prose have room to be general. */
const REQUIRED: Readonly<Record<string, number>> = {
  title: 100,
  notice: 100,
  cc: 100,
  outline: 100,
  tasks: 100,
  'task units': 98,
  'task leads': 98,
  'task collectives': 98,
  'task deadlines': 95,
  'task frequencies': 95,
  'task targets': 95,
  'table rows': 98,
  'row units': 98,
  'row leads': 98,
  'row collectives': 98,
  'numbering defects': 100,
};

interface Gold {
  readonly title: string;
  readonly notice: Readonly<Record<string, string | null>> & { readonly cc?: readonly string[] };
  readonly outline: readonly { readonly level: number; readonly number: number; readonly title: string }[];
  readonly tasks: readonly GoldTask[];
  readonly tables: readonly GoldTable[];
  readonly numberingDefects: readonly { readonly line: number }[];
}

type GoldTask = { readonly number: number; readonly title: string } & Readonly<
  Record<Field | Doubtful, string[]>
>;
type Field = 'units' | 'leads' | 'collectives' | 'deadlines' | 'frequencies' | 'targets';
type Doubtful = 'unitsBorderline' | 'deadlinesBorderline' | 'frequenciesVague' | 'targetsBorderline';

interface GoldTable {
  readonly attachment: number;
  readonly kind?: string;
  readonly rows?: readonly GoldRow[];
  readonly numberingDefects?: readonly { readonly line: number }[];
}

interface GoldRow {
  readonly name: string;
  readonly nameFilled?: string;
  readonly target: string;
  readonly unitsAtomic?: string[];
  readonly leadsAtomic?: string[];
  readonly collectives?: string[];
}

describeCorpus('the command line on published plans', (documents) => {
  const score = new Score();

  for (const document of documents) {
    it(`reads ${document.name}`, async () => {
      const gold = document.gold as unknown as Gold;
      const outline = (await json('outline', document)) as OutlineJson;
      const tasks = (await json('tasks', document)) as TasksJson;
      scoreOutline(score, gold, outline);
      scoreTasks(score, gold, tasks);
      scoreTables(score, gold, tasks);
      scoreNumbering(score, gold, await json('check', document));
      assert.equal(tasks.tasks.length, gold.tasks.length);
    }).timeout(30_000);
  }

  for (const [kind, required] of Object.entries(REQUIRED)) {
    it(`finds ${kind} with an F1 of at least ${required}`, () => {
      const { f1, missed, extra } = score.of(kind);
      assert.ok(score.kinds.includes(kind), 'was scored');
      assert.ok(
        f1 >= required,
        `F1 ${f1.toFixed(1)}; missed: ${missed.join(' ｜ ')}; extra: ${extra.join(' ｜ ')}`,
      );
    });
  }
});

async function json(command: string, { file }: CorpusDocument): Promise<unknown> {
  const { stdout, stderr } = await runInMemory([command, file, '--format', 'json'], new NodeFiles());
  assert.equal(stderr, '');
  return JSON.parse(stdout);
}

function scoreOutline(score: Score, gold: Gold, read: OutlineJson): void {
  const key = (item: { level: number; number: number; title: string }): string =>
    `${item.level} ${item.number} ${normalise(item.title)}`;
  const some = (text: string | null | undefined): string[] => (text ? [text] : []);
  score.add('title', [gold.title], some(read.title));
  for (const field of [
    'issuer',
    'docNumber',
    'addressees',
    'signature',
    'date',
    'printer',
    'printDate',
  ] as const) {
    score.add('notice', some(gold.notice[field]), some(read.notice[field]));
  }
  score.add('cc', gold.notice.cc ?? [], read.notice.cc);
  score.add('outline', gold.outline.map(key), read.outline.map(key));
}

function scoreTasks(score: Score, gold: Gold, read: TasksJson): void {
  const key = (task: { number: number; title: string }): string => `${task.number} ${normalise(task.title)}`;
  score.add('tasks', gold.tasks.map(key), read.tasks.map(key));
  for (const task of gold.tasks) {
    const found = read.tasks.find((candidate) => key(candidate) === key(task));
    const doubtful = task.unitsBorderline ?? [];
    score.add('task units', task.units, found?.units ?? [], { doubtful });
    score.add('task leads', task.leads, found?.leads ?? [], { doubtful });
    score.add('task collectives', task.collectives, found?.collectives ?? [], { doubtful });
    score.add('task deadlines', task.deadlines, found?.deadlines.map(({ text }) => text) ?? [], {
      agree: overlaps,
      doubtful: task.deadlinesBorderline ?? [],
    });
    score.add('task frequencies', task.frequencies, found?.frequencies ?? [], {
      agree: overlaps,
      doubtful: [...(task.frequenciesVague ?? []), ...task.targets],
    });
    score.add('task targets', task.targets, found?.targets ?? [], {
      agree: overlaps,
      doubtful: [...(task.targetsBorderline ?? []), ...task.frequencies],
    });
  }
}

function scoreTables(score: Score, gold: Gold, read: TasksJson): void {
  const key = (name: string, target: string): string =>
    `${normalise(name)}|${normalise(target).slice(0, 12)}`;
  for (const table of gold.tables) {
    if (table.kind === 'list' || !table.rows) continue;
    const rows = read.tables.find(({ attachment }) => attachment === table.attachment)?.rows ?? [];
    const goldKey = (row: GoldRow): string => key(row.nameFilled ?? row.name, row.target);
    score.add(
      'table rows',
      table.rows.map(goldKey),
      rows.map(({ name, target }) => key(name, target)),
    );
    for (const row of table.rows) {
      const found = rows.find(({ name, target }) => key(name, target) === goldKey(row));
      score.add('row units', row.unitsAtomic ?? [], found?.units ?? []);
      score.add('row leads', row.leadsAtomic ?? [], found?.leads ?? []);
      score.add('row collectives', row.collectives ?? [], found?.collectives ?? []);
    }
  }
}

/** By line: several findings on one line are one defect seen from several sides. */
function scoreNumbering(score: Score, gold: Gold, read: unknown): void {
  type Finding = { rule: string; range: { start: { line: number } } };
  const { files } = read as { files: { diagnostics: Finding[] }[] };
  const found = files
    .flatMap(({ diagnostics }) => diagnostics)
    .filter(({ rule }) => /^numbering\/|row-number/u.test(rule))
    .map(({ range }) => String(range.start.line));
  const defects = [...gold.numberingDefects, ...gold.tables.flatMap((table) => table.numberingDefects ?? [])];
  const lines = defects.map(({ line }) => String(line));
  score.add('numbering defects', [...new Set(lines)], [...new Set(found)]);
}
