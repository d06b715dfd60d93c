import type { Draft } from './model';
import { numberedRuns, replaceNumeral, type NumberedEntry, type NumberedRun } from './numbered-entries';
import { intersects, type Range, type TextEdit } from './range';
import { findReferences } from './references';
import { t } from '../localise';

/** Edits that put a draft's numbers in order, with the mentions of what moved. */
export interface Renumbering {
  readonly edits: readonly TextEdit[];
  /** How many items and attachments get another number, and how many mentions follow them. */
  readonly items: number;
  readonly references: number;
  /** In Chinese, for previews and messages. */
  readonly summary: string;
}

/** Renumbers the whole draft, or only what `selection` touches; locked numbers stay and are counted on from. */
export function renumberEdits(draft: Draft, selection?: Range): Renumbering {
  return renumberRuns(draft, numberedRuns(draft), selection);
}

/** Renumbers the given runs of a draft. */
export function renumberRuns(draft: Draft, runs: readonly NumberedRun[], selection?: Range): Renumbering {
  const changes = runs.flatMap((run) => planRun(run, selection));
  const markers = changes.map(({ entry, number }) => ({ range: entry.range, newText: entry.write(number) }));
  const references = changes.length === 0 ? [] : referenceEdits(draft, changes);
  return {
    edits: [...markers, ...references].sort((a, b) => a.range.start - b.range.start),
    items: markers.length,
    references: references.length,
    summary: summarise(markers.length, references.length),
  };
}

interface Change {
  readonly entry: NumberedEntry;
  readonly number: number;
}

function planRun({ entries, start }: NumberedRun, selection: Range | undefined): Change[] {
  const changes: Change[] = [];
  let next = start;
  for (const entry of entries) {
    const fixed = entry.locked || (selection !== undefined && !touches(selection, entry.range));
    if (fixed) next = entry.number;
    else if (entry.number !== next || entry.doubtful) changes.push({ entry, number: next });
    next++;
  }
  return changes;
}

/** An empty selection touches the item it stands in front of or at the end of. */
function touches(selection: Range, range: Range): boolean {
  return intersects(selection, range) || (selection.start <= range.end && selection.end >= range.start);
}

function referenceEdits(draft: Draft, changes: readonly Change[]): TextEdit[] {
  const numbers = new Map(changes.map(({ entry, number }) => [entry.subject, number]));
  const edits: TextEdit[] = [];
  for (const { target, numeral } of findReferences(draft)) {
    const number = target === undefined ? undefined : numbers.get(target);
    if (number === undefined) continue;
    const newText = replaceNumeral(draft.text.slice(numeral.start, numeral.end), number);
    edits.push({ range: numeral, newText });
  }
  return edits;
}

function summarise(items: number, references: number): string {
  if (items === 0) return t('序号无须调整');
  return t('调整 {0} 处序号{1}', items, references === 0 ? '' : t('，并更正 {0} 处引用', references));
}
