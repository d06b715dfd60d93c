import type { Directive, Draft } from '../../dialect/model';
import type { Located, Range } from '../../dialect/range';
import type { Fix, RunRule } from '../rule';
import { list, t } from '../../localise';

/** An ignore directive (or one of its rules) that silences nothing, for the fault it spoke of is gone. */
export const unusedIgnore: RunRule = {
  id: 'directive/unused-ignore',
  summary: '忽略指令没有起作用',
  level: 'warning',
  certainty: '必错',
  ground: '惯例',
  scope: 'run',
  check(draft, _context, report, { unusedIgnores }) {
    for (const { directive, rules } of unusedIgnores) {
      const whole = rules.length === directive.rules.length;
      for (const entry of whole ? rules.slice(0, 1) : rules) {
        const names = list((whole ? rules : [entry]).map(({ value }) => `“${value}”`));
        report({
          range: whole ? directive.range : entry.range,
          message: t('这里没有可以忽略的{0}问题，指令已无用处', names),
          fixes: [whole ? removeDirective(draft, directive) : removeEntry(draft, directive, entry)],
        });
      }
    }
  },
};

function removeDirective(draft: Draft, { range, kind, rules }: Directive): Fix {
  const places = [range];
  // The end of a region goes with its beginning, where it ends no other.
  const end = kind === 'ignore-start' ? endOfRegion(draft, range, rules) : undefined;
  if (end !== undefined) places.push(end);
  const edits = places.map((place) => ({ range: wholeLine(draft, place), newText: '' }));
  return { title: t('删除这条忽略指令'), edits, safe: true };
}

function endOfRegion(draft: Draft, after: Range, rules: readonly Located[]): Range | undefined {
  const following = draft.directives.filter(({ range }) => range.start >= after.end);
  const next = following.find(({ kind }) => kind === 'ignore-start' || kind === 'ignore-end');
  const same = next?.rules.every(({ value }, index) => value === rules[index]?.value);
  return next?.kind === 'ignore-end' && same ? next.range : undefined;
}

/** The directive with its line where it stands alone on it. */
function wholeLine(draft: Draft, place: Range): Range {
  const line = draft.lines.rangeOf(draft.lines.lineAt(place.start));
  const alone = draft.text.slice(line.start, line.end).trim() === draft.text.slice(place.start, place.end);
  return alone ? { start: line.start, end: draft.lines.startOf(draft.lines.lineAt(place.start) + 1) } : place;
}

/** The entry with the separator after it, or before it where it is the last. */
function removeEntry({ text }: Draft, directive: Directive, { value, range }: Located): Fix {
  const last = directive.rules.at(-1)?.range.start === range.start;
  const before = last
    ? (/[\s,，、]*$/.exec(text.slice(directive.range.start, range.start))?.[0].length ?? 0)
    : 0;
  const after = last ? 0 : (/^[\s,，、]*/.exec(text.slice(range.end))?.[0].length ?? 0);
  const edits = [{ range: { start: range.start - before, end: range.end + after }, newText: '' }];
  return { title: t('从指令中删除“{0}”', value), edits, safe: true };
}
