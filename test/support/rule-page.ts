/** One page of docs/rules, as the test over the rule list reads it. */
export interface RulePage {
  readonly title: string;
  readonly headings: readonly string[];
  /** Fenced blocks under 错误示例 and 正确示例. */
  readonly wrong: readonly string[];
  readonly right: readonly string[];
  readonly text: string;
}

export function readRulePage(source: string): RulePage {
  const sections = source.split(/^## /m);
  const examplesUnder = (heading: string): string[] =>
    sections.filter((section) => section.startsWith(heading)).flatMap(fencedBlocks);
  return {
    title: /^# (.*)$/m.exec(source)?.[1] ?? '',
    headings: sections.slice(1).map((section) => section.split('\n', 1)[0]?.trim() ?? ''),
    wrong: examplesUnder('错误示例'),
    right: examplesUnder('正确示例'),
    text: source,
  };
}

/** The contents of ```要点 blocks; other fences (YAML of a setting) are not drafts. */
function fencedBlocks(section: string): string[] {
  return [...section.matchAll(/^(`{3,})(?:markdown|要点)\n([\s\S]*?)^\1$/gm)].map((match) => match[2] ?? '');
}
