import type { ImportedComment } from '../comments';
import type { ReportWriter } from '../report';
import { isTwoRowHeader, joinHeaderRows, type GridRow } from '../text/header-rows';
import { ListNumbers } from './list-numbers';
import type { DocxPackage } from './open-package';
import { CommentedText, readComments } from './read-comments';
import { reportMargins } from './page-margins';
import { symbolText } from './symbols';
import { CONTAINERS, padRow, readRow, tableRows } from './table-grid';
import { childOf, childrenOf, ownText, textsIn, type XmlElement } from '../../xml/element';
import { isOn } from './xml';
import { t } from '../../localise';

/** A Word document as text: paragraphs and tables in reading order. */
export type DocxBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

export interface DocxContent {
  readonly blocks: readonly DocxBlock[];
  readonly comments: readonly ImportedComment[];
}

/** Reads a document: what Word shows, revisions accepted. What is left out is in the report. */
export function readDocument(parts: DocxPackage, report: ReportWriter): DocxContent {
  const text = new CommentedText();
  const blocks = new DocumentReader(parts, report, text).read();
  const comments = readComments(parts, text);
  for (const comment of comments) reportComment(comment, report);
  return { blocks, comments };
}

function reportComment({ author, text, words, replies }: ImportedComment, report: ReportWriter): void {
  const about = words.quote.trim();
  const quote = about.length > 60 ? `${about.slice(0, 60)}……` : about;
  const whose = author === '' ? '' : t('{0}的', author);
  report.add('note', t('{0}批注{1}', whose, quote === '' ? '' : t('（针对“{0}”）', quote)), { text });
  for (const reply of replies)
    report.add('note', t('{0}回复', reply.author === '' ? '' : t('{0}的', reply.author)), {
      text: reply.text,
    });
}

/** One reading of one document. */
class DocumentReader {
  private readonly numbers: ListNumbers;
  private readonly footnotes: ReadonlyMap<string, XmlElement>;
  private readonly endnotes: ReadonlyMap<string, XmlElement>;
  /** Text boxes of the paragraph being read. */
  private boxes: DocxBlock[] = [];
  /** Begin and separator of the fields being read: text between them is the field's code. */
  private readonly fields: ('code' | 'result')[] = [];
  private numbered = 0;
  private bullets = 0;
  private softReturns = 0;

  constructor(
    private readonly parts: DocxPackage,
    private readonly report: ReportWriter,
    private readonly commented: CommentedText,
  ) {
    this.numbers = new ListNumbers(parts.numbering, parts.styles);
    this.footnotes = byId(parts.footnotes, 'w:footnote');
    this.endnotes = byId(parts.endnotes, 'w:endnote');
  }

  read(): readonly DocxBlock[] {
    const blocks = this.readBlocks(childOf(this.parts.document, 'w:body')?.children ?? []);
    const { report } = this;
    if (this.numbered > 0) report.add('changed', t('Word 自动编号 {0} 处写成了文字', this.numbered));
    if (this.bullets > 0) report.add('changed', t('项目符号 {0} 处没有收进，文字照收', this.bullets));
    if (this.softReturns > 0) report.add('changed', t('软回车 {0} 处按另起一行处理', this.softReturns));
    reportMargins(this.parts.margins, report);
    if (this.parts.pictures > 0)
      report.add('attention', t('原文件里有图片 {0} 张，没有收进稿件', this.parts.pictures));
    return blocks;
  }

  private readBlocks(elements: readonly XmlElement[]): DocxBlock[] {
    const blocks: DocxBlock[] = [];
    // A paragraph whose mark was deleted goes on in the next one.
    let joined = '';
    for (const element of elements) {
      if (element.name === 'w:p') {
        const text = joined + this.readParagraph(element);
        joined = isOn(childOf(childOf(element, 'w:pPr'), 'w:rPr'), 'w:del') ? text : '';
        if (joined === '') blocks.push({ kind: 'paragraph', text });
        blocks.push(...this.boxes.splice(0));
      } else if (element.name === 'w:tbl') blocks.push(...this.readTable(element));
      else if (COMMENT_EDGES.has(element.name)) this.markComment(element);
      else if (CONTAINERS.has(element.name)) blocks.push(...this.readBlocks(element.children));
    }
    if (joined !== '') blocks.push({ kind: 'paragraph', text: joined });
    return blocks;
  }

  private readParagraph(paragraph: XmlElement): string {
    const text = this.readInline(paragraph.children).trim();
    this.commented.endParagraph();
    const properties = childOf(paragraph, 'w:pPr');
    // Word counts a numbered paragraph without text, too, but nobody reads its number.
    const marker = this.numbers.markerOf(properties);
    if (marker === undefined || text === '') return text;
    if (marker.isBullet) this.bullets++;
    else this.numbered++;
    return marker.isBullet ? text : marker.text.trim() + text;
  }

  private readInline(elements: readonly XmlElement[]): string {
    return elements.map((element) => this.readElement(element)).join('');
  }

  private readElement(element: XmlElement): string {
    const { name } = element;
    switch (name) {
      case 'w:r':
        return this.readRun(element);
      case 'w:ins':
      case 'w:moveTo':
        return this.readRevision(element, t('修订中插入的文字（已收进稿件）'));
      case 'w:del':
      case 'w:moveFrom':
        return this.dropRevision(element);
      case 'w:commentRangeStart':
      case 'w:commentRangeEnd':
        return this.markComment(element);
      case 'm:oMath':
      case 'm:oMathPara':
        return this.addText(textsIn(element, 'm:t'));
      default:
        return INLINE.has(name) ? this.readInline(element.children) : '';
    }
  }

  private readRun(run: XmlElement): string {
    if (isOn(childOf(run, 'w:rPr'), 'w:vanish')) {
      const hidden = textsIn(run, 'w:t');
      if (hidden !== '') this.report.add('dropped', t('隐藏文字'), { text: hidden });
      return '';
    }
    return run.children.map((child) => this.readRunPart(child)).join('');
  }

  private readRunPart(element: XmlElement): string {
    const { name, attributes } = element;
    if (name === 'w:fldChar') return this.readFieldMark(attributes['w:fldCharType']);
    if (this.fields.includes('code')) return '';
    switch (name) {
      case 'w:t':
        return this.addText(ownText(element));
      case 'w:tab':
      case 'w:ptab':
        return this.addText('\t');
      case 'w:br':
        return /page|column/.test(attributes['w:type'] ?? '') ? '' : this.addLineBreak();
      case 'w:cr':
        return this.addLineBreak();
      case 'w:noBreakHyphen':
        return this.addText('-');
      case 'w:sym':
        return this.addText(symbolText(attributes, this.report));
      case 'w:footnoteReference':
        return this.takeNote(t('脚注'), this.footnotes.get(attributes['w:id'] ?? ''));
      case 'w:endnoteReference':
        return this.takeNote(t('尾注'), this.endnotes.get(attributes['w:id'] ?? ''));
      case 'w:commentReference':
        return this.markComment(element);
      case 'w:ruby':
        return this.readInline(childOf(element, 'w:rubyBase')?.children ?? []);
      case 'w:drawing':
      case 'w:pict':
      case 'w:object':
      case 'mc:AlternateContent':
        this.readBoxes(element);
        return '';
      default:
        return '';
    }
  }

  private addText(text: string): string {
    this.commented.add(text);
    return text;
  }

  private markComment({ name, attributes }: XmlElement): string {
    const id = attributes['w:id'] ?? '';
    if (name === 'w:commentRangeStart') this.commented.begin(id);
    else if (name === 'w:commentRangeEnd') this.commented.end(id);
    else this.commented.refer(id);
    return '';
  }

  private addLineBreak(): string {
    this.softReturns++;
    this.commented.add('\n');
    return '\n';
  }

  /** A field is its code, then what Word last made of it; only the latter is text. */
  private readFieldMark(type: string | undefined): string {
    if (type === 'begin') this.fields.push('code');
    else if (type === 'separate') this.fields.splice(-1, 1, 'result');
    else if (type === 'end') this.fields.pop();
    return '';
  }

  private readRevision(element: XmlElement, what: string): string {
    const text = this.readInline(element.children);
    if (text !== '') this.report.add('note', what, { text });
    return text;
  }

  private dropRevision(element: XmlElement): string {
    const text = textsIn(element, 'w:delText') + textsIn(element, 'w:t');
    if (text !== '') this.report.add('dropped', t('修订中删除的文字'), { text });
    return '';
  }

  private takeNote(what: string, note: XmlElement | undefined): string {
    const text = note === undefined ? '' : textsIn(note, 'w:t').trim();
    if (text !== '') this.report.add('attention', t('{0}没有收进正文，需要时请写进去', what), { text });
    return '';
  }

  /** Text boxes: of two ways to draw the same one, the first. */
  private readBoxes(element: XmlElement): void {
    const chosen = element.name === 'mc:AlternateContent' ? element.children.slice(0, 1) : element.children;
    for (const child of chosen) {
      if (child.name !== 'w:txbxContent') {
        this.readBoxes(child);
        continue;
      }
      const outer = this.boxes;
      this.boxes = [];
      const blocks = this.readBlocks(child.children);
      this.boxes = [...outer, ...blocks];
      const text = blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join('');
      if (text !== '')
        this.report.add('attention', t('文本框里的文字放在所在段落之后，请看位置是否合适'), { text });
    }
  }

  private readTable(table: XmlElement): DocxBlock[] {
    const rows = tableRows(table).flatMap((row) => {
      const grid = readRow(row, (cell) => this.readCell(cell), this.report);
      if (!isOn(childOf(row, 'w:trPr'), 'w:del')) return [grid];
      this.report.add('dropped', t('修订中删除的表格行'), { text: grid.cells.join(' ') });
      return [];
    });
    const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
    // A frame drawn as a table (版记, 版头) is no table.
    if (width <= 1) return rows.flatMap(({ cells }) => paragraphsOf(cells[0] ?? ''));
    const captions: DocxBlock[] = [];
    while (rows.length > 1 && rows[0]?.cells.filter((text) => text !== '').length === 1) {
      const text = (rows.shift()?.cells ?? []).join('');
      this.report.add('changed', t('表格里的通栏标题移到表格之上'), { text });
      captions.push(...paragraphsOf(text));
    }
    return [...captions, { kind: 'table', rows: this.joinHeader(rows.map((row) => padRow(row, width))) }];
  }

  private joinHeader(rows: readonly GridRow[]): readonly (readonly string[])[] {
    const [upper, lower] = rows;
    const joined = joinHeaderRows(rows);
    if (upper !== undefined && lower !== undefined && isTwoRowHeader(upper, lower))
      this.report.add('changed', t('两行的表头并成一行'), { text: (joined[0] ?? []).join('、') });
    return joined;
  }

  private readCell(cell: XmlElement): string {
    const lines = this.readBlocks(cell.children).flatMap((block) => {
      if (block.kind === 'paragraph') return block.text === '' ? [] : [block.text];
      const rows = block.rows.map((row) => row.filter((text) => text !== '').join('　'));
      this.report.add('attention', t('单元格里套着的表格写成了几行文字，请对照原文'), {
        text: rows.join('\n'),
      });
      return rows;
    });
    return lines.join('\n');
  }
}

/** Comments on whole paragraphs may begin and end between them. */
const COMMENT_EDGES: ReadonlySet<string> = new Set(['w:commentRangeStart', 'w:commentRangeEnd']);

const INLINE = new Set([
  'w:hyperlink',
  'w:smartTag',
  'w:sdt',
  'w:sdtContent',
  'w:fldSimple',
  'w:customXml',
  'w:dir',
  'w:bdo',
]);

function byId(part: XmlElement | undefined, name: string): ReadonlyMap<string, XmlElement> {
  return new Map(childrenOf(part, name).map((element) => [element.attributes['w:id'] ?? '', element]));
}

function paragraphsOf(text: string): DocxBlock[] {
  return text.split('\n').map((line) => ({ kind: 'paragraph', text: line }));
}
