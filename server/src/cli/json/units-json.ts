import type { Draft } from '../../dialect/model';
import type { UnitStatus, UnitTally } from '../../registry/tally-units';

/** What `units --format json` prints; field by field as docs/cli.md fixes it. */
export interface UnitsJson {
  readonly version: 1;
  readonly units: readonly UnitJson[];
}

export interface UnitJson {
  readonly name: string;
  readonly status: UnitStatus;
  /** The full name in the registry; null where there is none. */
  readonly official: string | null;
  readonly count: number;
  readonly places: readonly PlaceJson[];
}

export interface PlaceJson {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

export function unitsJson(tallies: readonly UnitTally[], pathOf: (draft: Draft) => string): UnitsJson {
  return {
    version: 1,
    units: tallies.map(({ name, status, official, places }) => ({
      name,
      status,
      official: official ?? null,
      count: places.length,
      places: places.map(({ draft, mention: { range } }) => ({
        path: pathOf(draft),
        line: draft.lines.lineAt(range.start),
        column: draft.lines.columnAt(range.start),
      })),
    })),
  };
}
