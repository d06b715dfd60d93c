import type { Connection, Diagnostic as LspDiagnostic } from 'vscode-languageserver';
import { DiagnosticSeverity, DiagnosticTag, type Range as LspRange } from 'vscode-languageserver-types';
import type { FindingList } from '../rules/finding-list';
import type { FindingFacts, Found } from '../rules/found';
import type { Diagnostic, Level, RuleId } from '../rules/rule';
import type { Range } from '../dialect/range';
import type { Checked } from './checker';
import type { ClientFeatures } from './client-features';
import { UNOPENED, type Snapshot } from './document-store';
import type { Positions } from './positions';
import { SAYING, type Said } from './saying';
import { t } from '../localise';

const SEVERITY: Readonly<Record<Level, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** Rules whose finding says that the text is of no effect, or names something that is no more. */
const TAGS: Readonly<Partial<Record<RuleId, DiagnosticTag>>> = {
  'directive/unused-ignore': DiagnosticTag.Unnecessary,
  'unit/abolished': DiagnosticTag.Deprecated,
};

export interface PublisherOptions {
  /** The address of a rule's page; undefined where the pages are not at hand. */
  readonly pageOf: (rule: RuleId) => string | undefined;
  /** For places in other drafts; undefined for a document that is not at hand. */
  readonly positionsOf: (uri: string) => Positions | undefined;
  /** Told once, when findings have been sent for the first time, with the length of the draft. */
  readonly onFirstFindings?: ((length: number) => void) | undefined;
}

/** Sends findings to the client, in the form the client understands, and only when there is something new to say. */
export class DiagnosticPublisher {
  private readonly last = new Map<string, Publication>();
  /** By what a finding says: it is counted to another task where tasks come in above it, and says the same. */
  private readonly converted = new WeakMap<FindingFacts, Converted>();
  private hasPublished = false;

  constructor(
    private readonly connection: Pick<Connection, 'sendDiagnostics'>,
    private readonly client: ClientFeatures,
    private readonly options: PublisherOptions,
  ) {}

  publish(snapshot: Snapshot, { findings, registry, surroundings }: Checked): void {
    const { uri, version } = snapshot;
    const kept = findings.foremost(surroundings.settings.maximum, snapshot.focus);
    const diagnostics = [
      ...(kept.length < findings.length ? [summary(findings.length, kept.length)] : []),
      ...registry.missing.flatMap(({ named, message }) => aboutRegistry(named.range, message, snapshot)),
      ...kept.map((index) => this.convertAgain(findings, index, snapshot)),
    ];
    this.send(uri, diagnostics, version === UNOPENED ? undefined : version);
    if (!this.hasPublished) this.options.onFirstFindings?.(snapshot.text.length);
    this.hasPublished = true;
  }

  /** What is known of a draft's beginning while the whole is still to be checked. */
  publishHead(snapshot: Snapshot, findings: FindingList, maximum: number): void {
    const kept = findings.foremost(maximum, snapshot.focus);
    const diagnostics = kept.map((index) => this.convertAgain(findings, index, snapshot));
    this.send(snapshot.uri, [ofHeadAlone(), ...diagnostics], snapshot.version);
  }

  /** Takes back what was said of a document. */
  clear(uri: string): void {
    if (this.last.has(uri)) this.send(uri, [], undefined);
    this.last.delete(uri);
  }

  /** Whether anything is shown for this document now. */
  knows(uri: string): boolean {
    return this.last.has(uri);
  }

  send(uri: string, diagnostics: LspDiagnostic[], version: number | undefined): void {
    const publication = { version, diagnostics };
    const repeats = isRepeated(this.last.get(uri), publication);
    this.last.set(uri, publication);
    if (repeats) return;
    void this.connection.sendDiagnostics({
      uri,
      diagnostics,
      ...(version === undefined ? {} : { version }),
    });
  }

  /** What was sent of a finding before; where it stands on other lines now with its places changed, and nothing else. */
  private convertAgain(findings: FindingList, index: number, snapshot: Snapshot): LspDiagnostic {
    const found = findings.found(index);
    const ranges = findings.rangesOf(index);
    const before = this.converted.get(found.finding);
    if (before?.ranges.every((range, place) => snapshot.at.isAt(range, ranges[place] as Range)))
      return before.diagnostic;
    const places = ranges.map((range) => snapshot.at.rangeOf(range));
    const diagnostic: Said = before
      ? withRanges(before.diagnostic, places)
      : { ...this.convert(findings.spell(index), snapshot), [SAYING]: {} };
    if (this.isMovable(found)) this.converted.set(found.finding, { diagnostic, ranges: places });
    return diagnostic;
  }

  /** Other documents have versions of their own, and a message that names lines is another where they move. */
  private isMovable({ finding: { related = [] } }: Found): boolean {
    return (
      related.length === 0 ||
      (this.client.relatedInformation && related.every(({ uri }) => uri === undefined))
    );
  }

  /** Also what code actions name as the findings they repair. */
  convert(finding: Diagnostic, { at, uri }: Pick<Snapshot, 'at' | 'uri'>): LspDiagnostic {
    const page = this.client.codeDescription ? this.options.pageOf(finding.rule) : undefined;
    const tag = this.client.diagnosticTags ? TAGS[finding.rule] : undefined;
    return {
      range: at.rangeOf(finding.range),
      severity: SEVERITY[finding.level],
      code: finding.rule,
      ...(page ? { codeDescription: { href: page } } : {}),
      source: t('要点'),
      message: finding.message,
      ...(tag === undefined ? {} : { tags: [tag] }),
      ...this.relatedPlaces(finding, at, uri),
      ...(this.client.diagnosticData ? { data: { fixable: (finding.fixes ?? []).length > 0 } } : {}),
    };
  }

  /** A client that shows no related places gets them in the message. */
  private relatedPlaces(finding: Diagnostic, at: Positions, uri: string): Partial<LspDiagnostic> {
    const related = finding.related ?? [];
    if (related.length === 0) return {};
    if (!this.client.relatedInformation) return { message: withPlaces(finding, at) };
    const relatedInformation = related.flatMap(({ uri: place = uri, range, message }) => {
      const positions = place === uri ? at : this.options.positionsOf(place);
      return positions ? [{ location: { uri: place, range: positions.rangeOf(range) }, message }] : [];
    });
    return { relatedInformation };
  }
}

/** A finding as it was sent, in other places: its own, and those it is related to. */
function withRanges(diagnostic: Said, [range, ...places]: readonly LspRange[]): Said {
  const moved = { ...diagnostic, range: range as LspRange };
  const relatedInformation = diagnostic.relatedInformation?.map(({ location: { uri }, message }, index) => ({
    location: { uri, range: places[index] as LspRange },
    message,
  }));
  return relatedInformation ? { ...moved, relatedInformation } : moved;
}

function withPlaces({ message, related = [] }: Diagnostic, at: Positions): string {
  const places = related
    .filter((place) => place.uri === undefined)
    .map((place) => t('第{0}行：{1}', at.positionAt(place.range.start).line + 1, place.message));
  return places.length > 0 ? t('{0}（另见{1}）', message, places.join('；')) : message;
}

/** A finding as the client gets it, and where it and its related places stand. */
interface Converted {
  readonly diagnostic: Said;
  readonly ranges: readonly LspRange[];
}

interface Publication {
  readonly version: number | undefined;
  readonly diagnostics: readonly LspDiagnostic[];
}

/** So many findings cost the client more to take in than it gains by learning that they hold for its version, too. */
const LONG_LIST = 500;

/** Whether a publication would tell the client nothing: the same of the same version, or a long list once more. */
function isRepeated(last: Publication | undefined, { version, diagnostics }: Publication): boolean {
  if (!last || last.diagnostics.length !== diagnostics.length) return false;
  if (last.version !== version && diagnostics.length < LONG_LIST) return false;
  return diagnostics.every((diagnostic, index) =>
    isSame(diagnostic, last.diagnostics[index] as LspDiagnostic),
  );
}

function isSame(a: LspDiagnostic, b: LspDiagnostic): boolean {
  if (a === b) return true;
  // Where anything was typed above, the place differs: the rest need not be looked at.
  return (
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.message === b.message &&
    JSON.stringify(a) === JSON.stringify(b)
  );
}

/** A registry that is not there is told where the draft names it; others are told at the draft's beginning. */
function aboutRegistry(range: Range | undefined, message: string, { at }: Snapshot): LspDiagnostic[] {
  const place = at.rangeOf(range ?? { start: 0, end: 0 });
  return [
    { range: place, severity: DiagnosticSeverity.Warning, source: t('要点'), code: t('单位名录'), message },
  ];
}

function summary(found: number, shown: number): LspDiagnostic {
  return aboutTheList(
    t('问题上限'),
    t(
      '共发现{0}处问题，这里只列出{1}处：正在写的地方附近的，和其余最重的；上限由设置“问题上限”决定，命令行 yaodian check 列出全部。',
      found,
      shown,
    ),
  );
}

function ofHeadAlone(): LspDiagnostic {
  return aboutTheList(t('先列开头'), t('文稿很长，正在检查；这里先列出开头部分的问题。'));
}

function aboutTheList(code: string, message: string): LspDiagnostic {
  const start = { line: 0, character: 0 };
  const severity = DiagnosticSeverity.Information;
  return { range: { start, end: start }, severity, source: t('要点'), code, message };
}
