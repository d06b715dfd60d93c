import type { Directive, Draft } from '../dialect/model';
import type { Located, Range } from '../dialect/range';
import { keysFor } from './configuration/levels';
import type { Finding, RuleId } from './rule';

/** One rule entry of one ignore directive, the part of the text it covers, and whether it silenced anything. */
interface Ignore {
  readonly directive: Directive;
  readonly entry: Located;
  readonly covers: Range;
  used: boolean;
}

/** The ignore directives of a draft, asked finding by finding. */
export class Suppression {
  private readonly ignores: readonly Ignore[];

  constructor(draft: Draft) {
    this.ignores = ignoresOf(draft);
  }

  /** The directives that silence this finding; each of them counts as used. */
  silencing(rule: RuleId, finding: Finding): readonly Directive[] {
    if (this.ignores.length === 0) return [];
    const directives: Directive[] = [];
    const keys = keysFor(rule);
    for (const ignore of this.ignores) {
      const { start } = finding.range;
      if (start < ignore.covers.start || start > ignore.covers.end) continue;
      if (!keys.includes(ignore.entry.value)) continue;
      ignore.used = true;
      directives.push(ignore.directive);
    }
    return directives;
  }

  /** Entries that silenced nothing, by directive; those of rules that did not run cannot be judged. */
  unused(ran: readonly RuleId[]): { directive: Directive; rules: Located[] }[] {
    const judged = new Set(ran.flatMap(keysFor));
    const byDirective = new Map<Directive, Located[]>();
    for (const { directive, entry, used } of this.ignores) {
      if (used || !judged.has(entry.value)) continue;
      byDirective.set(directive, [...(byDirective.get(directive) ?? []), entry]);
    }
    return [...byDirective].map(([directive, rules]) => ({ directive, rules }));
  }
}

function ignoresOf(draft: Draft): Ignore[] {
  const ignores: Ignore[] = [];
  for (const directive of draft.directives) {
    for (const entry of directive.rules) {
      const covers = coverage(draft, directive, entry);
      if (covers !== undefined) ignores.push({ directive, entry, covers, used: false });
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
