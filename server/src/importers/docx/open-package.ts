import { unzipSync, strFromU8 } from 'fflate';
import { ImportError } from '../import-error';
import { childrenOf, type XmlElement } from '../../xml/element';
import { parseXml } from './xml';
import { t } from '../../localise';

/** Bounds for a package somebody sent: a plan of 40,000 characters is some 2 MB of XML. Bytes. */
const LARGEST_FILE = 64 * 1024 * 1024;
const LARGEST_PART = 32 * 1024 * 1024;
const LARGEST_TOTAL = 64 * 1024 * 1024;
/** XML packs to a twentieth; a thousandth is a bomb. */
const HIGHEST_RATIO = 300;
const MOST_CELLS = 100_000;

const WANTED =
  /^(?:_rels\/\.rels|\w+\/(?:document\d*|styles|numbering|footnotes|endnotes|comments(?:Extended)?|header\d*|footer\d*)\.xml|customXml\/item\d+\.xml)$/;
/** Data of other programs are not looked into. */
const OUR_DATA = 'urn:yaodian:review-notes:1';
const MARGIN = /\/(?:header|footer)\d*\.xml$/;

/** The parts of a Word document that an import reads. */
export interface DocxPackage {
  readonly document: XmlElement;
  readonly styles: XmlElement | undefined;
  readonly numbering: XmlElement | undefined;
  readonly footnotes: XmlElement | undefined;
  readonly endnotes: XmlElement | undefined;
  readonly comments: XmlElement | undefined;
  /** Which comment answers which, and which are done (`w15:commentsEx`). */
  readonly threads: XmlElement | undefined;
  /** What our own export noted of the comments. */
  readonly records: XmlElement | undefined;
  /** Headers and footers (`w:hdr`, `w:ftr`). */
  readonly margins: readonly XmlElement[];
  readonly pictures: number;
}

export function openDocx(bytes: Uint8Array): DocxPackage {
  rejectOthers(bytes);
  const names: string[] = [];
  const parts = unzip(bytes, names);
  const main = mainPart(parts);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const source = parts.get(main);
  if (source === undefined)
    throw new ImportError(
      t('这个压缩文件不是 Word 文档'),
      t('请给出 .docx 文件；.xlsx、.pptx、.zip 不能导入。'),
    );
  if (countCells(source) > MOST_CELLS)
    throw new ImportError(
      t('表格太大（超过 {0} 个单元格），没有读取', MOST_CELLS),
      t('请把表格拆成几个文件再导入。'),
    );
  const read = (name: string): XmlElement | undefined => {
    const text = parts.get(folder + name);
    return text === undefined ? undefined : parseXml(text, name);
  };
  return {
    document: parseXml(source, 'document.xml'),
    styles: read('styles.xml'),
    numbering: read('numbering.xml'),
    footnotes: read('footnotes.xml'),
    endnotes: read('endnotes.xml'),
    comments: read('comments.xml'),
    threads: read('commentsExtended.xml'),
    records: recordsIn(parts),
    margins: names
      .filter((name) => MARGIN.test(name))
      .flatMap((name) => read(name.slice(folder.length)) ?? []),
    pictures: names.filter((name) => name.startsWith(`${folder}media/`)).length,
  };
}

function rejectOthers(bytes: Uint8Array): void {
  const starts = (...head: readonly number[]): boolean => head.every((byte, i) => bytes[i] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    throw new ImportError(
      t('这是旧版 Word 文件（.doc），或者是加了密码的文档，只是后缀是 .docx'),
      t('请用 Word 或 WPS 打开，去掉密码，另存为 .docx 再导入。'),
    );
  if (!starts(0x50, 0x4b))
    throw new ImportError(t('这不是 Word 文件（.docx）'), t('请核对文件；网页和纯文本请存成 .txt 再导入。'));
  if (bytes.length > LARGEST_FILE)
    throw new ImportError(t('文件太大（超过 64 MB），没有读取'), t('请去掉图片后另存一份再导入。'));
}

function unzip(bytes: Uint8Array, names: string[]): Map<string, string> {
  let total = 0;
  let excess = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize, size }) => {
        names.push(name);
        if (!WANTED.test(name)) return false;
        total += originalSize;
        excess ||= originalSize > LARGEST_PART || total > LARGEST_TOTAL;
        excess ||= originalSize > 1024 * 1024 && originalSize > size * HIGHEST_RATIO;
        return !excess;
      },
    });
    if (!excess) return new Map(Object.entries(files).map(([name, content]) => [name, strFromU8(content)]));
  } catch {
    throw new ImportError(t('文件已损坏，解不开压缩'), t('请用 Word 或 WPS 打开原文件，另存一份再导入。'));
  }
  throw new ImportError(t('文件解压后大得不正常，没有读取'), t('正常的公文没有这么大，请核对文件来源。'));
}

/** The relationships of the package say which part is the document: nearly always `word/document.xml`. */
function mainPart(parts: ReadonlyMap<string, string>): string {
  const source = parts.get('_rels/.rels');
  const relations = source === undefined ? undefined : parseXml(source, '.rels');
  const main = childrenOf(relations, 'Relationship').find(({ attributes }) =>
    attributes['Type']?.endsWith('/officeDocument'),
  );
  return main?.attributes['Target']?.replace(/^\//, '') ?? 'word/document.xml';
}

function recordsIn(parts: ReadonlyMap<string, string>): XmlElement | undefined {
  const found = [...parts].find(([name, text]) => name.startsWith('customXml/') && text.includes(OUR_DATA));
  return found && parseXml(found[1], found[0]);
}

function countCells(source: string): number {
  let count = 0;
  for (let at = source.indexOf('<w:tc>'); at >= 0; at = source.indexOf('<w:tc>', at + 6)) count++;
  return count;
}
