import assert from 'node:assert/strict';
import type { OutlineJson } from '../../server/src/cli/json/outline-json';
import type { TasksJson } from '../../server/src/cli/json/tasks-json';
import { NodeFiles } from '../../server/src/cli/node-files';
import type { CorpusDocument } from './corpus';
import { runInMemory } from './memory-io';
import { normalise, overlaps, type Score } from './score';

interface Gold {
  readonly title: string;
  readonly notice: Readonly<Record<string, string | null>> & { readonly cc?: readonly string[] };
  readonly outline: readonly { readonly level: number; readonly number: number; readonly title: string }[];
  readonly tasks: readonly GoldTask[];
  readonly tables: readonly GoldTable[];
  readonly numberingDefects: readonly { readonly line: number }[];
  readonly otherFindings?: readonly { readonly line: number; readonly confidence?: string }[];
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

/** Reads a published plan by the command line and adds to the score how that agrees with its annotations. */
export async function scorePlan(score: Score, document: CorpusDocument): Promise<void> {
  const gold = document.gold as unknown as Gold;
  const tasks = (await json('tasks', document)) as TasksJson;
  scoreOutline(score, gold, (await json('outline', document)) as OutlineJson);
  scoreTasks(score, gold, tasks);
  scoreTables(score, gold, tasks);
  const findings = findingsOf(await json('check', document));
  scoreNumbering(score, gold, findings);
  scoreOthers(score, gold, findings);
}

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

interface Finding {
  readonly rule: string;
  readonly level: string;
  readonly range: { readonly start: { readonly line: number } };
}

function findingsOf(read: unknown): readonly Finding[] {
  return (read as { files: { diagnostics: Finding[] }[] }).files.flatMap(({ diagnostics }) => diagnostics);
}

/** By line: several findings on one line are one defect seen from several sides. */
function linesOf(places: readonly { readonly line: number }[]): string[] {
  return [...new Set(places.map(({ line }) => String(line)))];
}

function scoreNumbering(score: Score, gold: Gold, findings: readonly Finding[]): void {
  const found = findings.filter(({ rule }) => /^numbering\/|row-number/u.test(rule));
  const defects = [...gold.numberingDefects, ...gold.tables.flatMap((table) => table.numberingDefects ?? [])];
  score.add('numbering defects', linesOf(defects), linesOf(found.map(({ range }) => range.start)));
}

/** What a reviewer would mark besides numbers and units. Half-width punctuation is one finding for a whole draft. */
function scoreOthers(score: Score, { otherFindings = [] }: Gold, findings: readonly Finding[]): void {
  const found = findings.filter(
    ({ rule, level }) =>
      /^(?:text|document|clause|front-matter)\//u.test(rule) &&
      !/half-width|row-number/u.test(rule) &&
      /^(?:error|warning)$/u.test(level),
  );
  const sure = otherFindings.filter(({ confidence = 'high' }) => confidence === 'high');
  score.add('other findings', linesOf(sure), linesOf(found.map(({ range }) => range.start)), {
    doubtful: linesOf(otherFindings),
  });
}
