import { isMap, isScalar, parseDocument, type Pair, type YAMLMap } from 'yaml';
import type { Draft } from '../dialect/model';
import { contains, type Range, type TextEdit } from '../dialect/range';
import { ruleName } from '../rules/rule-name';
import type { Diagnostic, RuleId } from '../rules/rule';
import type { CodeAction } from '../rules/code-action';
import { t } from '../localise';

/** What the writer overwrites: an ignore without a reason helps nobody a year later. */
const REASON = '此处写明原因';
const CHECKS = '检查';
const OFF = '关闭';

/** Actions that keep a finding quiet: an ignore directive at the place, or the rule switched off for the draft. */
export function silencingActions(draft: Draft, findings: readonly Diagnostic[]): CodeAction[] {
  const rules = new Map(findings.map((finding) => [finding.rule, finding]));
  return [...rules.values()].flatMap((finding) => [
    ignoreAction(draft, finding),
    switchOffAction(draft, finding),
  ]);
}

function ignoreAction(draft: Draft, finding: Diagnostic): CodeAction {
  const edits = ignoreEdits(draft, finding);
  const first = edits[0] as TextEdit;
  const reason = first.range.start + first.newText.indexOf(REASON);
  return {
    title: t('忽略此处的{0}，写明原因', ruleName(finding.rule)),
    kind: 'quickfix',
    edits,
    findings: [finding],
    select: { start: reason, end: reason + REASON.length },
  };
}

function ignoreEdits(draft: Draft, { range, rule }: Diagnostic): TextEdit[] {
  const eol = lineBreakOf(draft.text);
  const { frontMatter } = draft;
  if (frontMatter && contains(frontMatter.range, range)) {
    const after = draft.lines.startOf(draft.lines.lineAt(frontMatter.range.end) + 1);
    return [insert(after, `<!-- 要点：忽略全文 ${rule} ${REASON} -->${eol}`)];
  }
  const table = tableAround(draft, range);
  if (!table) {
    const start = draft.lines.startOf(draft.lines.lineAt(range.start));
    return [insert(bomLength(draft.text, start), `<!-- 要点：忽略 ${rule} ${REASON} -->${eol}`)];
  }
  // A comment between the rows would end the table, so the directives go around it.
  const before = draft.lines.startOf(draft.lines.lineAt(table.start));
  return [
    insert(before, `<!-- 要点：忽略开始 ${rule} ${REASON} -->${eol}${eol}`),
    insert(table.end, `${eol}${eol}<!-- 要点：忽略结束 ${rule} -->`),
  ];
}

function tableAround(draft: Draft, range: Range): Range | undefined {
  return draft.blocks.find((block) => block.kind === 'table' && contains(block.range, range))?.range;
}

/** A directive on the first line goes behind the byte order mark. */
function bomLength(text: string, start: number): number {
  return start === 0 && text.startsWith('\uFEFF') ? 1 : start;
}

function switchOffAction(draft: Draft, finding: Diagnostic): CodeAction {
  return {
    title: t('本稿不再检查{0}', ruleName(finding.rule)),
    kind: 'quickfix',
    edits: switchOffEdits(draft, finding.rule),
    findings: [finding],
  };
}

function switchOffEdits(draft: Draft, rule: RuleId): TextEdit[] {
  const eol = lineBreakOf(draft.text);
  const { frontMatter, lines, text } = draft;
  if (!frontMatter) {
    const start = bomLength(text, 0);
    return [insert(start, ['---', `${CHECKS}:`, `  ${rule}: ${OFF}`, '---', '', ''].join(eol))];
  }
  const start = lines.startOf(lines.lineAt(frontMatter.range.start) + 1);
  const end = lines.startOf(lines.lineAt(Math.max(frontMatter.range.start, frontMatter.range.end - 1)));
  return switchOffInYaml(text.slice(start, end), rule, eol).map(({ range, newText }) => ({
    range: { start: range.start + start, end: range.end + start },
    newText,
  }));
}

/** Edits of a YAML text (front matter or `.yaodian.yaml`) that set a rule to 关闭 under 检查. */
export function switchOffInYaml(yaml: string, rule: RuleId, eol: string): TextEdit[] {
  const { contents } = parseDocument(yaml, { logLevel: 'silent' });
  const checks = isMap(contents) ? pairOf(contents, CHECKS) : undefined;
  if (!checks)
    return [insert(yaml.length, `${endsLine(yaml) ? '' : eol}${CHECKS}:${eol}  ${rule}: ${OFF}${eol}`)];
  if (!isMap(checks.value) || checks.value.items.length === 0) return [emptyChecks(yaml, checks, rule, eol)];
  const own = pairOf(checks.value, rule);
  return [own ? replaceValue(own) : addTo(yaml, checks.value, rule, eol)];

  function replaceValue({ key, value }: Pair): TextEdit {
    const place = rangeOf(value);
    return place ? { range: place, newText: OFF } : insert((rangeOf(key)?.end ?? 0) + 1, ` ${OFF}`);
  }
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && pair.key.value === key);
}

/** `检查:` without a value, or with `{}`. */
function emptyChecks(yaml: string, { key, value }: Pair, rule: RuleId, eol: string): TextEdit {
  const colon = yaml.indexOf(':', rangeOf(key)?.end ?? 0) + 1;
  const end = rangeOf(value)?.end ?? colon;
  return { range: { start: colon, end: Math.max(colon, end) }, newText: `${eol}  ${rule}: ${OFF}` };
}

function addTo(yaml: string, map: YAMLMap, rule: RuleId, eol: string): TextEdit {
  const first = rangeOf(map.items[0]?.key)?.start ?? 0;
  if (map.flow) return insert(first, `${rule}: ${OFF}, `);
  const indent = first - (yaml.lastIndexOf('\n', first - 1) + 1);
  return insert(first, `${rule}: ${OFF}${eol}${' '.repeat(indent)}`);
}

function rangeOf(node: unknown): Range | undefined {
  const place = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
  return place ? { start: place[0], end: place[1] } : undefined;
}

function insert(offset: number, newText: string): TextEdit {
  return { range: { start: offset, end: offset }, newText };
}

function endsLine(text: string): boolean {
  return text === '' || text.endsWith('\n');
}

function lineBreakOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
