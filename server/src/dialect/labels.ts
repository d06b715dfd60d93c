import type { Message } from '../localise';
import type { Item } from './model';
import type { Range } from './range';
import type { RequiredField } from './summary';

/** How users call the fields every task should state. */
export const FIELD_LABELS: Readonly<Record<RequiredField, Message>> = {
  target: '目标',
  unit: '责任单位',
  deadline: '完成时限',
};

/** An item as people quote it: `（一）强化基层基础`. */
export function itemLabel(item: Item): string {
  return item.marker.text + item.title;
}

/** What `itemLabel` quotes: the marker and the title, without text that runs in behind them. */
export function headingOf({ marker, titleRange }: Item): Range {
  return { start: marker.range.start, end: Math.max(marker.range.end, titleRange.end) };
}
