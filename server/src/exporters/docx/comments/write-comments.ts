import { element, type XmlElement } from '../../../xml/element';
import type { CommentPlan, DocumentPlan, RemarkPlan } from '../../document/plan';
import { addPart, type PartKind, type Parts } from '../package-parts';
import { fontOf } from '../write-paragraph';
import { addRecords } from './write-records';
import { wallClock } from './wall-clock';

const COMMENTS: PartKind = {
  path: 'word/comments.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml',
  relation: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments',
};
/** Which comment answers which, and which are done ([MS-DOCX] 2.5.2). */
const THREADS: PartKind = {
  path: 'word/commentsExtended.xml',
  contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.commentsExtended+xml',
  relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
};

/** Adds what the comments of a plan say to a package whose text bears their marks. */
export function addComments(parts: Parts, { comments = [], profile }: DocumentPlan): Parts {
  if (comments.length === 0) return parts;
  const numbered = numberRemarks(comments);
  const { ascii = '', hAnsi = '', eastAsia = '', cs = '' } = fontOf('宋体', profile);
  const fonts = { 'w:ascii': ascii, 'w:hAnsi': hAnsi, 'w:eastAsia': eastAsia, 'w:cs': cs };
  const withText = addPart(parts, COMMENTS, writeRemarks(numbered, fonts));
  return addRecords(addPart(withText, THREADS, writeThreads(numbered)), comments);
}

/** A comment or an answer as one of the package's comments, which count from 0. */
interface NumberedRemark {
  readonly number: number;
  readonly remark: RemarkPlan;
  /** The comment it answers. */
  readonly parent: number | undefined;
  readonly done: boolean;
}

function numberRemarks(comments: readonly CommentPlan[]): readonly NumberedRemark[] {
  const numbered: NumberedRemark[] = [];
  for (const comment of comments) {
    const root = numbered.length;
    const done = comment.state !== 'open';
    numbered.push({ number: root, remark: comment, parent: undefined, done });
    for (const remark of comment.replies)
      numbered.push({ number: numbered.length, remark, parent: root, done });
  }
  return numbered;
}

const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  'xmlns:w14': 'http://schemas.microsoft.com/office/word/2010/wordml',
  'xmlns:w15': 'http://schemas.microsoft.com/office/word/2012/wordml',
  'mc:Ignorable': 'w14 w15',
};

function writeRemarks(
  remarks: readonly NumberedRemark[],
  fonts: Readonly<Record<string, string>>,
): XmlElement {
  const comments = remarks.map(({ number, remark: { author, date, text: said } }) => {
    const written = wallClock(date);
    const initials = [...author][0] ?? '';
    return element('w:comment', writeLines(said, number, fonts), {
      'w:id': String(number),
      'w:author': author,
      'w:initials': initials,
      // A date that is none makes Word refuse the file.
      ...(written === undefined ? {} : { 'w:date': `${written}Z` }),
    });
  });
  return element('w:comments', comments, NAMESPACES);
}

/** In type of their own: what Normal says (16 pt, exact lines) is for the document. */
function writeLines(content: string, number: number, fonts: Readonly<Record<string, string>>): XmlElement[] {
  const lines = content.split('\n');
  const properties = element('w:rPr', [
    element('w:rFonts', [], fonts),
    element('w:sz', [], { 'w:val': '21' }),
    element('w:szCs', [], { 'w:val': '21' }),
  ]);
  const spacing = { 'w:before': '0', 'w:after': '0', 'w:line': '240', 'w:lineRule': 'auto' };
  return lines.map((line, i) => {
    const said = element('w:t', [line], { 'xml:space': 'preserve' });
    // Threads know a comment by its last paragraph.
    const id = i === lines.length - 1 ? { 'w14:paraId': paragraphId(number) } : undefined;
    return element(
      'w:p',
      [element('w:pPr', [element('w:spacing', [], spacing)]), element('w:r', [properties, said])],
      id,
    );
  });
}

function writeThreads(remarks: readonly NumberedRemark[]): XmlElement {
  return element(
    'w15:commentsEx',
    remarks.map(({ number, parent, done }) =>
      element('w15:commentEx', [], {
        'w15:paraId': paragraphId(number),
        ...(parent === undefined ? {} : { 'w15:paraIdParent': paragraphId(parent) }),
        'w15:done': done ? '1' : '0',
      }),
    ),
    NAMESPACES,
  );
}

/** Eight hexadecimal digits below 80000000, as the schema wants; ours begin high, away from small counts. */
function paragraphId(number: number): string {
  return (0x59a00000 + number).toString(16).toUpperCase();
}
