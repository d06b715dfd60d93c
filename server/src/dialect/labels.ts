import type { Item } from './model';
import type { RequiredField } from './summary';

/** How users call the fields every task should state. */
export const FIELD_LABELS: Readonly<Record<RequiredField, string>> = {
  target: '目标',
  unit: '责任单位',
  deadline: '完成时限',
};

/** An item as people quote it: `（一）强化基层基础`. */
export function itemLabel(item: Item): string {
  return item.marker.text + item.title;
}
