import { digestText } from '../../dialect/digest';
import { childrenOf, textsIn, type XmlElement } from '../../xml/element';
import type { CommentedWords, ImportedComment, ImportedRemark, RemarkRecord } from '../comments';
import type { DocxPackage } from './open-package';

/** How much of the text is kept around a comment's words. UTF-16 units. */
const CONTEXT = 60;

/** Follows the text of a document while it is read and knows which words each comment is about. */
export class CommentedText {
  private text = '';
  private readonly spans = new Map<string, { readonly start: number; end: number }>();

  add(text: string): void {
    this.text += text;
  }

  endParagraph(): void {
    if (!this.text.endsWith('\n')) this.text += '\n';
  }

  begin(comment: string): void {
    this.spans.set(comment, { start: this.text.length, end: this.text.length });
  }

  end(comment: string): void {
    const span = this.spans.get(comment);
    if (span) span.end = this.text.length;
  }

  /** Where the comment's mark stands: all there is to go by of one that is about no words. */
  refer(comment: string): void {
    if (!this.spans.has(comment)) this.begin(comment);
  }

  wordsOf(comment: string): CommentedWords | undefined {
    const span = this.spans.get(comment);
    if (!span) return undefined;
    const { start, end } = span;
    return {
      before: this.text.slice(Math.max(0, start - CONTEXT), start),
      quote: this.text.slice(start, end),
      after: this.text.slice(end, end + CONTEXT),
    };
  }
}

/** A comment as it stands in the package, before answers are put to what they answer. */
interface RawComment extends ImportedRemark {
  readonly number: string;
  readonly paragraph: string;
  readonly done: boolean | undefined;
  readonly parent: string | undefined;
}

/** The comments of a package in its order, answers with what they answer. */
export function readComments(parts: DocxPackage, text: CommentedText): readonly ImportedComment[] {
  const raw = readRaw(parts);
  const rootOf = (comment: RawComment): RawComment => parentOf(comment, raw) ?? comment;
  return raw.flatMap((comment) => {
    if (rootOf(comment) !== comment) return [];
    const replies = raw.filter((other) => other !== comment && rootOf(other) === comment).map(remarkOf);
    const words = text.wordsOf(comment.number) ?? { before: '', quote: '', after: '' };
    if (comment.text === '' && replies.length === 0) return [];
    return [{ ...remarkOf(comment), done: comment.done, replies, words }];
  });
}

/** Word's threads are one level deep; a program that knows none leaves our own record of it. */
function parentOf({ parent, record }: RawComment, all: readonly RawComment[]): RawComment | undefined {
  if (parent !== undefined) return all.find(({ paragraph }) => paragraph === parent);
  return record?.answers === undefined ? undefined : all.find((other) => other.record?.id === record.answers);
}

function remarkOf({ author, date, text, record }: RawComment): ImportedRemark {
  return { author, date, text, record };
}

function readRaw({ comments, threads, records }: DocxPackage): readonly RawComment[] {
  const known = new Records(records);
  const extended = new Map(
    childrenOf(threads, 'w15:commentEx').map(({ attributes }) => [
      attributes['w15:paraId'] ?? '',
      attributes,
    ]),
  );
  return childrenOf(comments, 'w:comment').map((element) => {
    const { 'w:author': author = '', 'w:date': date = '', 'w:id': number = '' } = element.attributes;
    const lines = childrenOf(element, 'w:p');
    const paragraph = lines.at(-1)?.attributes['w14:paraId'] ?? '';
    const thread = paragraph === '' ? undefined : extended.get(paragraph);
    const said = {
      author: author.trim(),
      date: date.slice(0, 19),
      text: lines.map(lineOf).join('\n').trim(),
    };
    return {
      ...said,
      number,
      paragraph,
      done: thread && /^(?:1|true|on)$/.test(thread['w15:done'] ?? ''),
      parent: thread?.['w15:paraIdParent'],
      record: known.take(said),
    };
  });
}

function lineOf(paragraph: XmlElement): string {
  return textsIn(paragraph, 'w:t');
}

/** What our own export noted of each comment; each is of one comment. */
class Records {
  private readonly open: Set<XmlElement>;

  constructor(part: XmlElement | undefined) {
    this.open = new Set(childrenOf(part, 'note'));
  }

  /** By author and time, which programs keep; of several, the one with the same words. */
  take({ author, date, text }: Pick<ImportedRemark, 'author' | 'date' | 'text'>): RemarkRecord | undefined {
    const digest = digestText(text);
    const found = [...this.open].filter(
      ({ attributes }) => attributes['author'] === author && attributes['wall'] === date,
    );
    const element = found.find(({ attributes }) => attributes['digest'] === digest) ?? found[0];
    if (!element) return undefined;
    this.open.delete(element);
    const { id = '', date: written = '', digest: before = '', state, changed, answers } = element.attributes;
    return { id, date: written, digest: before, state, changed, answers };
  }
}
