import { isElement, textValue, type XmlNode } from './xml-tree';

/** The running text in a node; lines of cells follow one another without a break. */
export function textOfNode(node: XmlNode): string {
  if (!isElement(node)) return '';
  if (node.name === 'w:t')
    return node.children.map((child) => (isElement(child) ? '' : textValue(child))).join('');
  return node.children.map(textOfNode).join('');
}
