import type { Draft } from '../../dialect/model';
import type { Configuration } from '../../rules/configuration/levels';
import { runRules, type RunEnvironment } from '../../rules/run-rules';
import { describeFinding, type Detail, type Sibling } from '../describe-finding';
import type { FindingReport } from '../file-report';

/** A finding that directives keep out of the list, with the reasons they give. */
export interface IgnoredFinding {
  readonly finding: FindingReport;
  readonly reasons: readonly string[];
}

export interface CheckedDraft {
  readonly findings: readonly FindingReport[];
  readonly ignored: readonly IgnoredFinding[];
}

/** What the rules find in a draft, and what of it its directives silence, as people are told of it. */
export function checkDraft(
  draft: Draft,
  configuration: Configuration,
  environment: RunEnvironment,
  siblings: readonly Sibling[] = [],
  detail: Detail = 'full',
): CheckedDraft {
  const ignored: IgnoredFinding[] = [];
  const findings = runRules(draft, configuration, {
    ...environment,
    onSilenced: (diagnostic, by) =>
      ignored.push({
        finding: describeFinding(draft, diagnostic, siblings, detail),
        reasons: by.map(({ reason }) => reason),
      }),
  });
  return {
    findings: findings.map((diagnostic) => describeFinding(draft, diagnostic, siblings, detail)),
    ignored,
  };
}
