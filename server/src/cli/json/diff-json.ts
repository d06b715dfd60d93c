import type { ChangedTask, Comparison } from '../../comparison/compare-drafts';
import type { FieldChanges, ListChange, ListField, WordingChange } from '../../comparison/compare-fields';
import { isRolledOver } from '../../comparison/rolled-over';
import type { WordChange } from '../../comparison/word-diff';
import type { Task } from '../../dialect/model';

/** What `diff --format json` prints; the shape is fixed by the command-line contract (docs/cli.md). */
export interface DiffJson {
  readonly version: 1;
  readonly added: readonly TaskReference[];
  readonly dropped: readonly TaskReference[];
  readonly moved: readonly { readonly old: TaskReference; readonly new: TaskReference }[];
  readonly changed: readonly ChangedJson[];
  readonly splits: readonly { readonly old: TaskReference; readonly new: readonly TaskReference[] }[];
  readonly merges: readonly { readonly old: readonly TaskReference[]; readonly new: TaskReference }[];
}

export interface TaskReference {
  readonly number: number;
  readonly title: string;
  readonly line: number;
}

export interface ChangedJson {
  readonly old: TaskReference;
  readonly new: TaskReference;
  readonly fields: FieldsJson;
  /** All that changed is the year of the deadlines, as the plan's did. */
  readonly rolledOver?: true;
}

export type FieldsJson = { readonly [field in ListField]?: ListChange } & {
  readonly title?: { readonly from: string; readonly to: string };
  readonly wording?: {
    readonly from: string;
    readonly to: string;
    readonly words: readonly WordChange[];
  };
};

export function diffJson(comparison: Comparison): DiffJson {
  const { added, dropped, moved, changed, splits, merges } = comparison;
  return {
    version: 1,
    added: added.map(reference),
    dropped: dropped.map(reference),
    moved: moved.map((pair) => ({ old: reference(pair.old), new: reference(pair.new) })),
    changed: changed.map((change) => changedJson(comparison, change)),
    splits: splits.map(({ old, parts }) => ({ old: reference(old), new: parts.map(reference) })),
    merges: merges.map((merge) => ({ old: merge.parts.map(reference), new: reference(merge.new) })),
  };
}

function reference({ number, title, line }: Task): TaskReference {
  return { number, title, line };
}

function changedJson(comparison: Comparison, change: ChangedTask): ChangedJson {
  return {
    old: reference(change.old),
    new: reference(change.new),
    fields: fieldsJson(change.fields),
    ...(isRolledOver(comparison, change) ? { rolledOver: true as const } : {}),
  };
}

function fieldsJson({ title, wording, ...lists }: FieldChanges): FieldsJson {
  return { ...(title ? { title: ends(title) } : {}), ...lists, ...(wording ? { wording } : {}) };
}

function ends({ from, to }: WordingChange): { from: string; to: string } {
  return { from, to };
}
