import type { Paragraph, Root, RootContent } from 'mdast';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Data, Processor } from 'unified';

type MicromarkExtension = NonNullable<Data['micromarkExtensions']>[number];

/** remark-parse for the parts of one document: what the parts cannot know, its definitions, is told beforehand. */
export interface PartParser {
  /** Whole lines. */
  parseBlocks(source: string): RootContent[];
  /** One line of running text; whatever it begins with, it begins no block. */
  parseInline(source: string): Paragraph | undefined;
}

const BLOCK_CONSTRUCTS = [
  'blockQuote',
  'codeFenced',
  'codeIndented',
  'definition',
  'headingAtx',
  'htmlFlow',
  'list',
  'setextUnderline',
  'thematicBreak',
];

export function createPartParser(labels: readonly string[]): PartParser {
  const known = defineLabels(labels);
  const blocks = createProcessor([gfmTable(), { disable: { null: ['codeIndented'] } }, known]);
  const inline = createProcessor([{ disable: { null: BLOCK_CONSTRUCTS } }, known]);
  return {
    parseBlocks: (source) => (blocks.parse(source) as Root).children,
    parseInline: (source) => {
      const [node] = (inline.parse(source) as Root).children;
      return node?.type === 'paragraph' ? node : undefined;
    },
  };
}

function createProcessor(extensions: readonly MicromarkExtension[]): Pick<Processor, 'parse'> {
  return unified()
    .use(remarkParse)
    .use(function (this: Processor) {
      const data = this.data();
      data.micromarkExtensions = [...extensions];
      data.fromMarkdownExtensions = [gfmTableFromMarkdown()];
    })
    .freeze();
}

/**
 * A micromark extension that makes link reference definitions known that stand in other parts of the document. It
 * poses as a container because micromark tries those first on a document's first line; it never matches.
 */
function defineLabels(labels: readonly string[]): MicromarkExtension {
  const identifiers = [...new Set(labels.map(normalizeLabel))];
  const told = new WeakSet<object>();
  return {
    document: {
      null: {
        tokenize(_effects, _ok, nok) {
          const { parser } = this;
          if (!told.has(parser)) parser.defined.push(...identifiers);
          told.add(parser);
          return nok;
        },
      },
    },
  };
}

/** As micromark compares labels (CommonMark 0.31.2 §6.3): case folded, white space collapsed. */
function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}
