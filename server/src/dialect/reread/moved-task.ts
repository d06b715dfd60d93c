import type { Item, TableRow, Task, TaskFields } from '../model';
import { moveRange, StatedFields } from '../move-fields';
import type { Range } from '../range';

/** As it was read, further on. A class for the same reason as `LazyDraft`. */
export class MovedTask implements Task {
  readonly number: number;
  readonly title: string;
  readonly line: number;
  readonly range: Range;
  readonly fields: TaskFields;
  readonly above: Task['above'];
  readonly complete: Task['complete'];

  constructor(
    { number, title, range, fields, above, complete }: Task,
    readonly item: Item,
    readonly rows: readonly TableRow[],
    by: number,
  ) {
    this.number = number;
    this.title = title;
    this.line = item.line;
    this.range = moveRange(range, by);
    this.fields = new StatedFields([{ fields, start: by }]);
    this.above = above;
    this.complete = complete;
  }

  get section(): Item | undefined {
    return this.item.parent;
  }
}
