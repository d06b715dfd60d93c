import type { Draft } from '../../dialect/model';
import type { Range } from '../../dialect/range';

/** Text without the Markdown around it: emphasis, code marks, comments. */
export function plainText(draft: Draft, { start, end }: Range): string {
  return draft.text
    .slice(start, end)
    .replace(/<!--.*?(?:-->|$)/g, '')
    .replace(/\*\*|__/g, '')
    .replace(/[ \t]+$/, '');
}
