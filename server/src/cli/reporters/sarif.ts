import type {
  Artifact,
  Fix,
  Location,
  Log,
  PhysicalLocation,
  Region,
  ReportingDescriptor,
  Result,
} from 'sarif';
import { languageTag, t } from '../../localise';
import type { Level } from '../../rules/rule';
import type {
  FileReport,
  FindingReport,
  FixReport,
  PlaceRange,
  RelatedReport,
} from '../../reports/file-report';
import type { Reporter, RuleDescription } from './reporter';

/** SARIF 2.1.0 (OASIS, 2020): what code hosts and editors' result viewers read. */
export const report: Reporter = (files, { version, rules }) => {
  const used = new Set<string>(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const described = rules.filter(({ id }) => used.has(id));
  const indexOf = new Map<string, number>(described.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'yaodian',
            semanticVersion: version,
            language: languageTag(),
            rules: described.map(describeRule),
          },
        },
        language: languageTag(),
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }): Artifact => ({ location: { uri: uriOf(path) } })),
        results: files.flatMap((file, index) =>
          file.findings.map((finding) => ({
            ...describeResult(finding, new Place(file, index)),
            ruleIndex: indexOf.get(finding.rule),
          })),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const LEVELS: Readonly<Record<Level, Result.level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

function describeRule({ id, summary, level, certainty, ground, page }: RuleDescription): ReportingDescriptor {
  return {
    id,
    shortDescription: { text: summary },
    helpUri: page,
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: LEVELS[level] },
    properties: { tags: [t(certainty), t(ground)] },
  };
}

function describeResult({ rule, level, message, range, related, fix }: FindingReport, place: Place): Result {
  return {
    ruleId: rule,
    level: LEVELS[level],
    message: { text: message },
    locations: [{ physicalLocation: place.at(range) }],
    // Absent properties vanish in JSON; empty arrays would say that there was something to list.
    relatedLocations:
      related.length === 0 ? undefined : related.map((other, id) => relatedLocation(other, id, place)),
    fixes: fix && fix.edits.length > 0 ? [describeFix(fix, place)] : undefined,
  };
}

function relatedLocation({ path, range, message }: RelatedReport, id: number, place: Place): Location {
  const region = range && regionOf(range);
  const elsewhere = path === undefined ? undefined : { uri: /^[a-z]+:\/\//u.test(path) ? path : uriOf(path) };
  return {
    id,
    message: { text: message },
    physicalLocation: { artifactLocation: elsewhere ?? place.artifact, region },
  };
}

function describeFix({ title, edits }: FixReport, place: Place): Fix {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: regionOf(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: place.artifact, replacements }],
  };
}

/** Places within one checked file. */
class Place {
  readonly artifact: { readonly uri: string; readonly index: number };

  constructor({ path }: FileReport, index: number) {
    this.artifact = { uri: uriOf(path), index };
  }

  at(range: PlaceRange): PhysicalLocation {
    return { artifactLocation: this.artifact, region: regionOf(range) };
  }
}

function regionOf({ start, end }: PlaceRange): Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative reference where the path is relative, so that results join a checkout wherever it lies. */
function uriOf(path: string): string {
  const slashes = path.replaceAll('\\', '/').replace(/^\.\//u, '');
  const encoded = slashes.split('/').map(encodeURIComponent).join('/');
  if (/^[A-Za-z]:\//u.test(slashes)) return `file:///${encoded.replace('%3A', ':')}`;
  return slashes.startsWith('/') ? `file://${encoded}` : encoded;
}
