import type { Level } from '../../rules/rule';
import type { FileReport, FindingReport, FixReport, PlaceRange } from '../check/file-report';
import type { Reporter, RuleDescription } from './reporter';

/** SARIF 2.1.0 (OASIS, 2020): what code hosts and editors' result viewers read. */
export const report: Reporter = (files, { version, rules }) => {
  const used = new Set(files.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  const described = rules.filter(({ id }) => used.has(id));
  const indexOf = new Map(described.map(({ id }, index) => [id as string, index]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'yaodian',
            semanticVersion: version,
            language: 'zh-CN',
            rules: described.map(ruleObject),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ path }) => ({ location: { uri: uriOf(path) } })),
        results: files.flatMap((file, index) =>
          file.findings.map((finding) => resultObject(file, index, finding, indexOf.get(finding.rule))),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

const LEVELS: Readonly<Record<Level | 'off', string>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
  off: 'none',
};

function ruleObject({ id, summary, level, certainty, ground, page }: RuleDescription): unknown {
  return {
    id,
    shortDescription: { text: summary },
    helpUri: page,
    defaultConfiguration: { enabled: level !== 'off', level: LEVELS[level] },
    properties: { tags: [certainty, ground] },
  };
}

function resultObject(
  file: FileReport,
  artifact: number,
  finding: FindingReport,
  rule: number | undefined,
): unknown {
  const { message, level, related, fix } = finding;
  const own = (range: PlaceRange): unknown => physicalLocation(uriOf(file.path), artifact, range);
  return {
    ruleId: finding.rule,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    level: LEVELS[level],
    message: { text: message },
    locations: [{ physicalLocation: own(finding.range) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            physicalLocation: other.range ? own(other.range) : { artifactLocation: { uri: other.uri } },
          })),
        }),
    ...(fix ? { fixes: [fixObject(uriOf(file.path), artifact, fix)] } : {}),
  };
}

function fixObject(uri: string, index: number, { title, edits }: FixReport): unknown {
  const replacements = edits.map(({ range, newText }) => ({
    deletedRegion: region(range),
    insertedContent: { text: newText },
  }));
  return {
    description: { text: title },
    artifactChanges: [{ artifactLocation: { uri, index }, replacements }],
  };
}

function physicalLocation(uri: string, index: number, range: PlaceRange): unknown {
  return { artifactLocation: { uri, index }, region: region(range) };
}

function region({ start, end }: PlaceRange): unknown {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A relative reference where the path is relative, so that results join a checkout wherever it lies. */
function uriOf(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const encoded = slashes
    .split('/')
    .map(encodeURIComponent)
    .join('/')
    .replace(/^([A-Za-z])%3A\//u, '/$1:/');
  return slashes.startsWith('/') || /^[A-Za-z]:\//u.test(slashes) ? `file://${encoded}` : encoded;
}
