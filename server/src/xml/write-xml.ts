import { isElement, type XmlElement, type XmlNode } from './element';

/** A part of a package with this root. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${writeNode(root)}`;
}

export function writeNode(node: XmlNode): string {
  if (!isElement(node)) return escape(node);
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const start = `<${node.name}${attributes.join('')}`;
  return node.nodes.length === 0
    ? `${start}/>`
    : `${start}>${node.nodes.map(writeNode).join('')}</${node.name}>`;
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML has no way to write (control characters, halves of a character), no program opens a file with. */
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function escape(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"]/g, (char) => REFERENCES[char] ?? char);
}
