import { strToU8, zipSync } from 'fflate';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';

export interface DocxParts {
  /** What stands in `w:body`. */
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly footnotes?: string;
  readonly comments?: string;
  /** Contents of commentsExtended.xml. */
  readonly threads?: string;
  /** Contents of headers and of footers. */
  readonly headers?: readonly string[];
  readonly footers?: readonly string[];
}

/** A Word document made of the given XML, with nothing a reader could do without. */
export function docxPackage(parts: DocxParts): Uint8Array {
  const part = (root: string, content: string): Uint8Array =>
    strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W}>${content}</w:${root}>`);
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': part('document', `<w:body>${parts.body}</w:body>`),
  };
  for (const name of ['numbering', 'styles', 'footnotes', 'comments'] as const) {
    const content = parts[name];
    if (content !== undefined) files[`word/${name}.xml`] = part(name, content);
  }
  if (parts.threads !== undefined)
    files['word/commentsExtended.xml'] = strToU8(
      `<w15:commentsEx xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml">${parts.threads}</w15:commentsEx>`,
    );
  parts.headers?.forEach((content, i) => (files[`word/header${i + 1}.xml`] = part('hdr', content)));
  parts.footers?.forEach((content, i) => (files[`word/footer${i + 1}.xml`] = part('ftr', content)));
  return zipSync(files);
}

export function paragraph(text: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(text)}</w:p>`;
}

export function run(text: string, properties = ''): string {
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A numbered paragraph of list `list`. */
export function listed(text: string, list: number, level = 0): string {
  return paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

/** A list definition: `[format, text]` of each level. */
export function listOf(id: number, levels: readonly (readonly [format: string, text: string])[]): string {
  const lines = levels.map(
    ([format, text], i) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${lines.join('')}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

export function table(rows: readonly (readonly string[])[]): string {
  return `<w:tbl>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`;
}

export function cell(content: string, properties = ''): string {
  const inner = content.startsWith('<') ? content : paragraph(content);
  return `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${inner}</w:tc>`;
}
