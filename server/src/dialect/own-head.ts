import type { SourceLine, Span } from './source-line';
import { isDocNumber } from './titles';

/**
 * A plan that goes out without a notice (…的意见) bears number and 主送机关 itself, below its title: those lines, of
 * which either may be missing.
 */
export function findOwnHead(lines: readonly SourceLine[], planTitle: Span | undefined): Span | undefined {
  if (planTitle === undefined) return undefined;
  const start = planTitle.end;
  const number = lines[start] !== undefined && isDocNumber((lines[start] as SourceLine).text) ? 1 : 0;
  const line = lines[start + number];
  const addressees = line !== undefined && namesAddressees(line.text) ? 1 : 0;
  const end = start + number + addressees;
  return end > start ? { start, end } : undefined;
}

const addressed =
  /^(?:各|机关|全[省市县区校院]|国务院|[省市县区局委厅校院])[^。；]*(?:政府|部门|单位|机构|委员会|管委会|办事处|[局委办厅处科室站所校院]|公司|支部|街道|乡镇|镇)[)）]?[：:]$/;

/** 各市、县人民政府，市直各单位：, and not a sentence that ends with a colon (现就…安排如下：). */
export function namesAddressees(text: string): boolean {
  return text.length <= 120 && addressed.test(text);
}
