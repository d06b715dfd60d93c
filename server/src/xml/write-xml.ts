import { isElement, type XmlElement, type XmlNode } from './element';

/** A part of a package with this root. */
export function writeXml(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${writeNode(root)}`;
}

function writeNode(node: XmlNode): string {
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

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (char) => REFERENCES[char] ?? char);
}
