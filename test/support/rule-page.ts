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
  const examples: string[] = [];
  // Examples may hold headings of their own, so they are taken out before the page is cut at its headings.
  const bare = source.replace(/^(`{3,})(?:要点)\n([\s\S]*?)^\1$/gm, (_, _fence, example: string) => {
    examples.push(example);
    return `\u0000${examples.length - 1}\u0000`;
  });
  const sections = bare.split(/^## /m);
  const examplesUnder = (heading: string): string[] =>
    sections
      .filter((section) => section.startsWith(heading))
      .flatMap((section) => [...section.matchAll(/\u0000(\d+)\u0000/g)])
      .map((match) => examples[Number(match[1])] ?? '');
  return {
    title: /^# (.*)$/m.exec(source)?.[1] ?? '',
    headings: sections.slice(1).map((section) => section.split('\n', 1)[0]?.trim() ?? ''),
    wrong: examplesUnder('错误示例'),
    right: examplesUnder('正确示例'),
    text: source,
  };
}
