import { readDraft } from '../../server/src/dialect/draft';
import { NO_CONFIGURATION, type Configuration } from '../../server/src/rules/configuration/levels';
import type { Diagnostic } from '../../server/src/rules/rule';
import { runRules, type RunEnvironment } from '../../server/src/rules/run-rules';
import { sampleSuperiors } from './sample-superiors';
import { writeMarks, type Mark } from './marked-text';

/** Checks a text with all rules; a rule that throws fails the test. */
export function checkText(
  text: string,
  configuration: Configuration = NO_CONFIGURATION,
  environment: RunEnvironment = {},
): readonly Diagnostic[] {
  const draft = readDraft(text);
  return runRules(draft, configuration, {
    superiors: sampleSuperiors(draft),
    onRuleFailure: (rule, error) => {
      throw new Error(`${rule} failed`, { cause: error });
    },
    ...environment,
  });
}

/** The text with its findings written in, of the rules wanted. */
export function markFindings(text: string, wanted: (diagnostic: Diagnostic) => boolean = () => true): string {
  return writeMarks(text, toMarks(checkText(text).filter(wanted)));
}

/** One mark a place, with all rules that found something exactly there in alphabetical order. */
export function toMarks(diagnostics: readonly Diagnostic[]): Mark[] {
  const places = new Map<string, { range: Mark['range']; labels: string[] }>();
  for (const { range, rule } of diagnostics) {
    const key = `${range.start}:${range.end}`;
    const place = places.get(key);
    if (place === undefined) places.set(key, { range, labels: [rule] });
    else place.labels.push(rule);
  }
  return [...places.values()].map(({ range, labels }) => ({ range, labels: labels.sort() }));
}
