import { childOf, element, isElement, withNodes, type XmlElement, type XmlNode } from '../../../xml/element';
import { MOMENT } from '../../zip-package';

/** What is done to a run, a paragraph's end or a row (ECMA-376 part 1, 17.13.5). */
export type Mark = 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo';

/** Makes the marks of one document, each with a number of its own. */
export class Revisions {
  private next = 1;

  constructor(private readonly author: string) {}

  /** Runs that were inserted, deleted or moved; nothing where there are none. */
  mark(mark: Mark, runs: readonly XmlElement[]): XmlElement[] {
    return runs.length === 0 ? [] : [element(mark, runs, this.attributes())];
  }

  /** A paragraph whose end, too, was inserted, deleted or moved: accepting or rejecting takes it away whole. */
  markEnd(paragraph: XmlElement, mark: Mark): XmlElement {
    const properties = childOf(paragraph, 'w:pPr') ?? element('w:pPr');
    const runProperties = childOf(properties, 'w:rPr') ?? element('w:rPr');
    const marked = withNodes(runProperties, [element(mark, [], this.attributes()), ...runProperties.nodes]);
    // CT_PPr: the properties of the mark come before a section's.
    const [last, rest] = [childOf(properties, 'w:sectPr'), ['w:rPr', 'w:sectPr']];
    const before = properties.nodes.filter((node) => !(isElement(node) && rest.includes(node.name)));
    return withNodes(paragraph, [
      withNodes(properties, [...before, marked, ...(last ? [last] : [])]),
      ...paragraph.nodes.filter((node) => node !== properties),
    ]);
  }

  markRow(row: XmlElement, mark: 'w:ins' | 'w:del'): XmlElement {
    const properties = childOf(row, 'w:trPr') ?? element('w:trPr');
    return withNodes(row, [
      withNodes(properties, [...properties.nodes, element(mark, [], this.attributes())]),
      ...row.nodes.filter((node) => node !== properties),
    ]);
  }

  /** Puts a moved paragraph between the marks by which its two places find each other. */
  markRange(mark: 'w:moveFrom' | 'w:moveTo', name: string, paragraph: XmlElement): XmlNode[] {
    const { 'w:id': id = '', ...who } = this.attributes();
    return [
      element(`${mark}RangeStart`, [], { 'w:id': id, 'w:name': name, ...who }),
      paragraph,
      element(`${mark}RangeEnd`, [], { 'w:id': id }),
    ];
  }

  private attributes(): Record<string, string> {
    return { 'w:id': String(this.next++), 'w:author': this.author, 'w:date': MOMENT };
  }
}
