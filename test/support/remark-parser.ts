import type { Nodes, Root } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Processor } from 'unified';

function withExtensions(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfmTable(), { disable: { null: ['codeIndented'] } });
  (data.fromMarkdownExtensions ??= []).push(gfmTableFromMarkdown());
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(withExtensions).freeze();

/** What remark-parse makes of a text with the dialect's extensions, without its own code. */
export function parseWithRemark(text: string): Root {
  return processor.parse(text);
}

/** Whether a line without a bar is a row of a table to GFM. The dialect ends the table before it (docs/dialect.md). */
export function hasBarlessRow(text: string, tree: Nodes): boolean {
  if (tree.type === 'tableRow')
    return !text
      .slice(tree.position?.start.offset, tree.position?.end.offset)
      .replace(/\\./g, '')
      .includes('|');
  return 'children' in tree && tree.children.some((child) => hasBarlessRow(text, child));
}
