import { textWithout } from '../comparison/task-content';
import type { ClausePart, Draft } from '../dialect/model';
import { contains, type TextEdit } from '../dialect/range';
import { digestOf, rememberedDigests } from './digest';
import { digestKey, type TraceLink } from './read-trace';
import { changeDigests } from './remember-digests';

/** What may stand between places. */
const BETWEEN = /^[\s、，,；;。和及与]*$/u;

/**
 * Names in all statements the items of the superior's plan by the numbers they bear now. All at once: a number that one
 * item has left is another's, and an entry of the front matter can hold for one of them only.
 */
export function followItems(draft: Draft, links: readonly TraceLink[]): readonly TextEdit[] {
  const moved = links.filter((link) => link.formerly !== undefined);
  const statements = draft.tasks
    .flatMap(({ fields }) => fields.clauses.flatMap(({ parts }) => parts))
    .filter(({ field, content }) => field === 'carries-out' && moved.some(isIn(content)));
  const edits = statements.map((statement) => rewrite(draft, statement, links));
  if (edits.some((edit) => edit === undefined)) return [];
  return [...changeDigests(draft, digestsOf(draft, moved)), ...edits.filter((edit) => edit !== undefined)];
}

/** Undefined where a statement says more than places: that is not ours to leave out. */
function rewrite(
  { text }: Draft,
  { content }: ClausePart,
  links: readonly TraceLink[],
): TextEdit | undefined {
  const own = links.filter(isIn(content));
  const rest = textWithout(
    text,
    content.range,
    own.map(({ range }) => range),
  );
  if (!BETWEEN.test(rest)) return undefined;
  return { range: content.range, newText: [...new Set(own.map(currentLabel))].join('、') };
}

function isIn({ range }: ClausePart['content']): (link: TraceLink) => boolean {
  return (link) => contains(range, link.range);
}

/** As the item is quoted by its number of today. */
export function currentLabel({ superior, target, formerly, label }: TraceLink): string {
  return superior && target && formerly !== undefined ? digestKey(superior, target) : label;
}

/** The edit by which the front matter remembers what has the number now: that is what the statement means. */
export function keepNumber(draft: Draft, { superior, formerly }: TraceLink): readonly TextEdit[] {
  if (!superior || !formerly?.heir) return [];
  const digest = digestOf(superior.draft, formerly.heir);
  return changeDigests(draft, new Map([...rememberedDigests(draft), [formerly.key, digest]]));
}

function digestsOf(draft: Draft, moved: readonly TraceLink[]): ReadonlyMap<string, string> {
  const digests = new Map(rememberedDigests(draft));
  for (const { formerly } of moved) digests.delete(formerly?.key ?? '');
  for (const { superior, target } of moved)
    if (superior && target) digests.set(digestKey(superior, target), digestOf(superior.draft, target));
  return digests;
}
