import { WHITE_SPACE, type CharacterSet } from '../character-set';
import type { ClauseField, ClausePart } from '../model';
import type { Located, Range } from '../range';
import { isClosingBracket, isOpeningBracket } from './brackets';
import { classifyLabel, isCarriesOutLabel, opensPlace } from './labels';
import { characters } from './signs';
import { isCollective, looksLikeUnit } from './unit-name';

const colon = characters(':：');
export const space = characters(WHITE_SPACE);
const strongSeparator = characters('；;。，,\n\r');
const weakSeparator = characters(`、${WHITE_SPACE}`);
export const spaceOrStar = characters(`${WHITE_SPACE}*`);
const spaceOrSeparator = characters(`${WHITE_SPACE}；;。，,、`);
const spaceSeparatorOrStar = characters(`${WHITE_SPACE}；;。，,、*`);

/** The fields of a clause: each from its label to the next one; what precedes the first label has none. */
export function splitParts(text: string, span: Range): ClausePart[] {
  const labels = findLabels(text, span);
  const parts: ClausePart[] = [];
  const first = labels[0]?.label.range.start ?? span.end;
  const lead = trim(text, { start: span.start, end: first }, space, spaceOrSeparator);
  if (lead.end > lead.start) parts.push({ field: 'unit', label: undefined, content: located(text, lead) });
  for (let index = 0; index < labels.length; index++) {
    const { field, label, after } = labels[index] as FoundLabel;
    const end = labels[index + 1]?.label.range.start ?? span.end;
    const content = trim(text, { start: after, end }, spaceOrStar, spaceSeparatorOrStar);
    parts.push({ field, label, content: located(text, content) });
  }
  return parts;
}

interface FoundLabel {
  readonly field: ClauseField;
  readonly label: Located;
  /** Where its content begins. */
  readonly after: number;
}

/** All that has a meaning between labels and what they hold. */
const inLabels = characters(`（(〔[［【〖）)〕]］】〗；;。，,、:：为${WHITE_SPACE}`);

function findLabels(text: string, span: Range): FoundLabel[] {
  const found: FoundLabel[] = [];
  let depth = 0;
  let strong = span.start;
  let weak = span.start;
  for (
    let i = inLabels.find(text, span.start, span.end);
    i < span.end;
    i = inLabels.find(text, i + 1, span.end)
  ) {
    if (isOpeningBracket(text, i)) depth++;
    else if (isClosingBracket(text, i)) depth = Math.max(0, depth - 1);
    else if (depth > 0) continue;
    else if (strongSeparator.has(text, i)) strong = weak = i + 1;
    else if (colon.has(text, i) || isCopula(text, i)) {
      const label = labelEnding(text, strong, weak, i);
      if (label) found.push(label);
      strong = weak = i + 1;
    } else if (weakSeparator.has(text, i)) {
      const bare = found.length === 0 && strong === span.start ? spacedLabel(text, strong, i) : undefined;
      if (bare) {
        found.push(bare);
        strong = i + 1;
      }
      weak = i + 1;
    }
  }
  return found;
}

const BE = '为'.charCodeAt(0);
const beforeBe: ReadonlySet<string> = new Set(['单位', '部门', '科室', '处室', '股室', '时限', '时间']);
const nameBehindBe = /^[^、，,；;。（(\s]{2,20}/;
const timeBehindBe = /^(?:\d{4}年|\d{1,2}月|年|全年|长期|[上下]半年|第?[一二三四]季度)/;

/**
 * `责任单位为县教育局`: 为 in the place of the colon, where a name or a time follows. 责任单位为第一责任主体 states
 * something else.
 */
export function isCopula(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== BE) return false;
  const label = text.slice(Math.max(0, at - 2), at);
  if (!beforeBe.has(label)) return false;
  const behind = text.slice(at + 1, at + 24);
  if (label.startsWith('时')) return timeBehindBe.test(behind);
  const [name = ''] = nameBehindBe.exec(behind) ?? [];
  return !/责任|牵头|配合|主体|第一|所列/.test(name) && (looksLikeUnit(name) || isCollective(name));
}

/** `责任单位 甲、乙`: a label and a space instead of the colon. */
function spacedLabel(text: string, start: number, end: number): FoundLabel | undefined {
  if (text[end] === '、' || end - start < 4) return undefined;
  return labelEnding(text, start, start, end);
}

/** The label that ends at a colon or space: all since the last strong separator, or else since the last weak one. */
function labelEnding(text: string, strong: number, weak: number, end: number): FoundLabel | undefined {
  return labelBetween(text, strong, end) ?? (weak === strong ? undefined : labelBetween(text, weak, end));
}

function labelBetween(text: string, start: number, end: number): FoundLabel | undefined {
  const range = trim(text, { start, end }, spaceOrStar, spaceOrStar);
  if (range.end - range.start > 28) return undefined;
  const label = located(text, range);
  const field = fieldAt(text, label.value, end + 1);
  return field && { field, label, after: end + 1 };
}

/** So far behind a label, in characters, a place in a plan is looked for. */
const reach = 80;

function fieldAt(text: string, label: string, behind: number): ClauseField | undefined {
  const field = classifyLabel(label);
  if (field || !isCarriesOutLabel(label)) return field;
  return opensPlace(text.slice(behind, behind + reach)) ? 'carries-out' : undefined;
}

/** A span without what may stand before and behind it. */
export function trim(text: string, span: Range, leading: CharacterSet, trailing: CharacterSet): Range {
  const start = leading.skip(text, span.start, span.end);
  return { start, end: Math.max(start, trailing.skipBack(text, start, span.end)) };
}

export function located(text: string, range: Range): Located {
  return { value: text.slice(range.start, range.end), range };
}
