import { isMap, isScalar, parseDocument } from 'yaml';
import type { Draft } from '../../dialect/model';
import type { Rule } from '../rule';
import type { ConfigurationLayer } from './levels';
import { readChecks, type ConfigurationProblem } from './read-checks';

const CHECKS_KEY = '检查';

/** The settings a draft makes for itself in its front matter, with their faults; undefined where it makes none. */
export function frontMatterLayer(
  draft: Draft,
  rules: readonly Rule[],
): { layer: ConfigurationLayer; problems: readonly ConfigurationProblem[] } | undefined {
  const entry = draft.frontMatter?.entries.find(({ key }) => key.value === CHECKS_KEY);
  if (entry === undefined) return undefined;
  // The entry alone is parsed again because the Draft keeps plain values, and faults need their places.
  const offset = entry.key.range.start;
  const source = draft.text.slice(offset, entry.valueRange.end);
  const { contents } = parseDocument(source, { logLevel: 'silent' });
  const pair = isMap(contents) ? contents.items[0] : undefined;
  const value = pair?.value ?? (isScalar(pair?.key) ? pair.key : null);
  const read = pair?.value == null ? { checks: new Map(), problems: [] } : readChecks(value, rules, offset);
  return {
    layer: { origin: 'front-matter', name: CHECKS_KEY, checks: read.checks },
    problems: read.problems,
  };
}
