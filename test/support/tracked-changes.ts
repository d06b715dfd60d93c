import { strFromU8, unzipSync } from 'fflate';
import { childOf, ownText, type XmlElement } from '../../server/src/xml/element';
import { readXml } from '../../server/src/xml/read-xml';

export type Decision = 'accept' | 'reject';

const GONE: Readonly<Record<Decision, readonly string[]>> = {
  accept: ['w:del', 'w:moveFrom'],
  reject: ['w:ins', 'w:moveTo'],
};

/**
 * The paragraphs of a Word document after all its revisions are accepted or rejected, cells included, as a word
 * processor leaves them: a paragraph whose end goes is joined to the next one. Ends of sections are left out.
 */
export function paragraphsAfter(decision: Decision, docx: Uint8Array): string[] {
  const document = readXml(strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array));
  const body = childOf(document, 'w:body') as XmlElement;
  return flowAfter(decision, body.children);
}

/** How often each kind of revision occurs in a document. */
export function countRevisions(docx: Uint8Array): Readonly<Record<string, number>> {
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array);
  const counts: Record<string, number> = {};
  for (const [, name] of xml.matchAll(/<w:(ins|del|moveFrom|moveTo)[ >]/g))
    counts[name as string] = (counts[name as string] ?? 0) + 1;
  return counts;
}

function flowAfter(decision: Decision, nodes: readonly XmlElement[]): string[] {
  const paragraphs: string[] = [];
  let pending = '';
  for (const node of nodes) {
    if (node.name === 'w:tbl') paragraphs.push(...rowsAfter(decision, node));
    if (node.name !== 'w:p' || endsSection(node)) continue;
    pending += contentAfter(decision, node.children);
    if (endIsGone(decision, node)) continue;
    paragraphs.push(pending);
    pending = '';
  }
  if (pending !== '') paragraphs.push(pending);
  return paragraphs;
}

function rowsAfter(decision: Decision, table: XmlElement): string[] {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  return rows
    .filter((row) => !hasMark(decision, childOf(row, 'w:trPr')))
    .flatMap((row) => row.children)
    .filter(({ name }) => name === 'w:tc')
    .flatMap((cell) => flowAfter(decision, cell.children));
}

function contentAfter(decision: Decision, nodes: readonly XmlElement[]): string {
  return nodes
    .filter(({ name }) => name !== 'w:pPr' && !GONE[decision].includes(name))
    .map((node): string => {
      if (node.name === 'w:br') return '\n';
      if (node.name === 'w:tab') return '\t';
      if (node.name === 'w:t' || node.name === 'w:delText') return ownText(node);
      return contentAfter(decision, node.children);
    })
    .join('');
}

function endIsGone(decision: Decision, paragraph: XmlElement): boolean {
  const properties = childOf(paragraph, 'w:pPr');
  return hasMark(decision, childOf(properties, 'w:rPr'));
}

function hasMark(decision: Decision, properties: XmlElement | undefined): boolean {
  return properties?.children.some(({ name }) => GONE[decision].includes(name)) ?? false;
}

function endsSection(paragraph: XmlElement): boolean {
  return childOf(childOf(paragraph, 'w:pPr'), 'w:sectPr') !== undefined;
}
