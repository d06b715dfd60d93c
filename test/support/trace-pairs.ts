import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../server/src/dialect/draft';
import type { Draft, Task } from '../../server/src/dialect/model';
import { concerns, readTrace } from '../../server/src/trace/read-trace';
import { createSuperior, superiorsNamedBy } from '../../server/src/trace/superiors';
import { root } from './lsp-client';

/** A superior's plan, a draft that carries it out without saying so, and who carries out what. */
export interface TracePair {
  readonly topic: string;
  readonly superior: Draft;
  readonly draft: Draft;
  /** By index: a task of the superior's and those of the draft that carry it out. */
  readonly carriers: ReadonlyMap<number, ReadonlySet<number>>;
}

const folder = path.join(root, 'test/unit/fixtures/trace');
const STATEMENT = /；落实：[^〕]*/gu;

/** The invented pairs, each of two levels of government that write of one thing in their own words. */
export function inventedPairs(): TracePair[] {
  return readdirSync(folder).map((topic) =>
    pairOf(topic, read(path.join(folder, topic, '上级.md')), read(path.join(folder, topic, '本级.md'))),
  );
}

/** The pair among the samples; what it leaves unsaid for the reader to see is filled in. */
export function samplePair(): TracePair {
  const name = '2026年云溪县防灾减灾工作要点.要点.md';
  const draft = read(path.join(root, 'samples', name));
  const open = /(?<=打通预警信息[^〕]*)〕/u;
  if (!open.test(draft)) throw new Error('the sample is another one now');
  const superior = read(path.join(root, 'samples/上级', name.replace('云溪县', '青江市')));
  return pairOf('样稿', superior, draft.replace(open, '；落实：市要点第2项〕'));
}

function pairOf(topic: string, superiorText: string, text: string): TracePair {
  const stated = readDraft(text);
  const superior = readDraft(superiorText);
  const [named] = superiorsNamedBy(stated);
  if (!named) throw new Error(`${topic} names no superior's plan`);
  const links = readTrace(stated, [createSuperior(named, 'file:///上级.md', superior)]);
  const carriersOf = ({ item }: Task): number[] =>
    links.filter((link) => concerns(link, item)).map(({ task }) => stated.tasks.indexOf(task));
  return {
    topic,
    superior,
    draft: readDraft(text.replace(STATEMENT, '')),
    carriers: new Map(
      superior.tasks.flatMap((task, index) => {
        const carriers = carriersOf(task);
        return carriers.length === 0 ? [] : [[index, new Set(carriers)] as const];
      }),
    ),
  };
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
