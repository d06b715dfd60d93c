import type { Directive, Draft } from '../dialect/model';
import type { Located, Range } from '../dialect/range';
import { keysFor } from './configuration/levels';
import type { Finding, RuleId } from './rule';

/** One rule entry of one ignore directive, and the part of the text it covers. */
interface Ignore {
  readonly directive: Directive;
  readonly entry: Located;
  readonly covers: Range;
}

/** The ignore directives of a draft, asked finding by finding. */
export class Suppression {
  private readonly ignores: readonly Ignore[];

  constructor(draft: Draft) {
    this.ignores = ignoresOf(draft);
  }

  get isEmpty(): boolean {
    return this.ignores.length === 0;
  }

  /** The entries that silence this finding, by their place among all. */
  silencing(rule: RuleId, { range: { start } }: Pick<Finding, 'range'>): readonly number[] {
    if (this.ignores.length === 0) return NONE;
    const keys = keysFor(rule);
    return this.ignores.flatMap(({ covers, entry }, index) =>
      start >= covers.start && start <= covers.end && keys.includes(entry.value) ? [index] : [],
    );
  }

  directives(entries: readonly number[]): readonly Directive[] {
    return entries.flatMap((index) => this.ignores[index]?.directive ?? []);
  }

  /** Entries that silenced nothing, by directive; those of rules that did not run cannot be judged. */
  unused(
    ran: readonly { readonly id: RuleId }[],
    used: ReadonlySet<number>,
  ): { directive: Directive; rules: Located[] }[] {
    if (this.ignores.length === 0) return [];
    const judged = new Set(ran.flatMap(({ id }) => keysFor(id)));
    const byDirective = new Map<Directive, Located[]>();
    for (const [index, { directive, entry }] of this.ignores.entries()) {
      if (used.has(index) || !judged.has(entry.value)) continue;
      byDirective.set(directive, [...(byDirective.get(directive) ?? []), entry]);
    }
    return [...byDirective].map(([directive, rules]) => ({ directive, rules }));
  }
}

const NONE: readonly number[] = [];

function ignoresOf(draft: Draft): Ignore[] {
  const ignores: Ignore[] = [];
  for (const directive of draft.directives) {
    for (const entry of directive.rules) {
      const covers = coverage(draft, directive, entry);
      if (covers !== undefined) ignores.push({ directive, entry, covers });
    }
  }
  return ignores;
}

function coverage(draft: Draft, directive: Directive, entry: Located): Range | undefined {
  switch (directive.kind) {
    case 'ignore-next':
      return directive.inline ? draft.lines.rangeOf(directive.line) : nextLine(draft, directive);
    case 'ignore-file':
      return { start: 0, end: draft.text.length };
    case 'ignore-start':
      return { start: directive.range.end, end: regionEnd(draft, directive, entry) };
    default:
      return undefined;
  }
}

/** The next line that holds text: blank lines and further directives in between do not count. */
function nextLine(draft: Draft, directive: Directive): Range | undefined {
  const lastLine = draft.lines.lineAt(Math.max(directive.range.start, directive.range.end - 1));
  for (let line = lastLine + 1; line <= draft.lines.count; line++) {
    const range = draft.lines.rangeOf(line);
    const text = draft.text.slice(range.start, range.end).trim();
    if (text !== '' && !text.startsWith('<!--')) return range;
  }
  return undefined;
}

/** Where a region ends: at 忽略结束 that names the rule or none; at the draft's end where there is none. */
function regionEnd(draft: Draft, directive: Directive, entry: Located): number {
  const end = draft.directives.find(
    ({ kind, range, rules }) =>
      kind === 'ignore-end' &&
      range.start >= directive.range.end &&
      (rules.length === 0 || rules.some(({ value }) => value === entry.value)),
  );
  return end?.range.start ?? draft.text.length;
}
