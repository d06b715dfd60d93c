import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import presetLintRecommended from 'remark-preset-lint-recommended';
import { unified } from 'unified';
import { VFile } from 'vfile';

const parser = unified().use(remarkParse).freeze();
const linter = unified().use(remarkParse).use(remarkFrontmatter).use(presetLintRecommended).freeze();

/** remark as others use it: parsing alone, and with its recommended rules. */
export const remark = {
  parse: (text: string): number => parser.parse(text).children.length,
  lint: (text: string): number => {
    const file = new VFile(text);
    linter.runSync(linter.parse(file), file);
    return file.messages.length;
  },
};
