import type { Baseline, BaselineEntry } from './baseline';
import { isRecord, type JsonRecord } from './json';
import { t } from '../localise';

/** The baseline a file holds, or what is wrong with it, in Chinese. */
export type ReadBaseline = Baseline | { readonly problem: string };

/** Reads a baseline file; nothing of a faulty one is taken, since what it means to accept cannot be told. */
export function parseBaseline(text: string): ReadBaseline {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: t('不是 JSON 文件，或者合并时留下了冲突标记') };
  }
  if (!isRecord(value) || value['version'] !== 1 || !isRecord(value['files']))
    return { problem: t('不是基线文件（应有 "version": 1 和 "files"）') };
  const files = Object.entries(value['files']).map(
    ([path, entries]) => [path, readEntries(entries)] as const,
  );
  const faulty = files.find(([, entries]) => entries === undefined);
  if (faulty) return { problem: t('“{0}”下的内容不合要求，应为问题的列表', faulty[0]) };
  return { files: new Map(files.map(([path, entries]) => [path, entries ?? []])) };
}

function readEntries(value: unknown): BaselineEntry[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const entries = value.map(readEntry);
  return entries.every((entry) => entry !== undefined) ? entries : undefined;
}

function readEntry(value: unknown): BaselineEntry | undefined {
  if (!isRecord(value)) return undefined;
  const { rule, quote, count = 1 } = value;
  if (typeof rule !== 'string' || typeof quote !== 'string') return undefined;
  if (typeof count !== 'number' || !Number.isInteger(count) || count < 1) return undefined;
  const [before, after, within] = [textOf(value, 'before'), textOf(value, 'after'), textOf(value, 'within')];
  return { rule, quote, before, after, within, count };
}

function textOf(value: JsonRecord, key: string): string {
  const text = value[key];
  return typeof text === 'string' ? text : '';
}

/** One finding a line, so that version control shows what was accepted and what is gone. */
export function formatBaseline({ files }: Baseline): string {
  const blocks = [...files]
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => {
      const lines = entries.map((entry) => `      ${JSON.stringify(written(entry))}`);
      return `    ${JSON.stringify(path)}: [\n${lines.join(',\n')}\n    ]`;
    });
  const body = blocks.length === 0 ? '{}' : `{\n${blocks.join(',\n')}\n  }`;
  return `{\n  "version": 1,\n  "files": ${body}\n}\n`;
}

function written({ rule, quote, before, after, within, count }: BaselineEntry): JsonRecord {
  return { rule, quote, before, after, within, ...(count > 1 ? { count } : {}) };
}

/** What an update did to a baseline, in findings. */
export interface BaselineChange {
  readonly baseline: Baseline;
  readonly accepted: number;
  readonly added: number;
  readonly removed: number;
}

/**
 * Puts in what was found in some drafts now. Entries of those drafts that no longer occur go, and so do drafts that
 * are no more; drafts that were not looked at stay as they are.
 */
export function updateBaseline(
  old: Baseline,
  found: ReadonlyMap<string, readonly BaselineEntry[]>,
  exists: (path: string) => boolean,
): BaselineChange {
  const kept = [...old.files].filter(([path]) => !found.has(path) && exists(path));
  const baseline = { files: new Map([...kept, ...found]) };
  const [before, after] = [countsOf(old), countsOf(baseline)];
  return {
    baseline,
    accepted: sum(after),
    added: surplus(after, before),
    removed: surplus(before, after),
  };
}

function countsOf({ files }: Baseline): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [path, entries] of files) {
    for (const { rule, quote, count } of entries) {
      const key = JSON.stringify([path, rule, quote]);
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

function surplus(of: ReadonlyMap<string, number>, over: ReadonlyMap<string, number>): number {
  return [...of].reduce((total, [key, count]) => total + Math.max(0, count - (over.get(key) ?? 0)), 0);
}
