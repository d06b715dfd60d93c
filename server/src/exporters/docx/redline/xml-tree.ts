import { XMLParser } from 'fast-xml-parser';

/** XML as our own writer makes it: elements and text in order, names with their prefixes. */
export interface XmlElement {
  readonly name: string;
  /** As written: references are left as they are. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export interface XmlText {
  /** As written: references are left as they are. */
  readonly source: string;
}

export type XmlNode = XmlElement | XmlText;

export function isElement(node: XmlNode): node is XmlElement {
  return 'name' in node;
}

export function element(
  name: string,
  children: readonly XmlNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, children };
}

export function text(value: string): XmlText {
  return { source: value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;') };
}

export function textValue({ source }: XmlText): string {
  return source
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
}

export function childOf(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((node): node is XmlElement => isElement(node) && node.name === name);
}

export function withChildren(parent: XmlElement, children: readonly XmlNode[]): XmlElement {
  return { ...parent, children };
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
});

type RawNode = { readonly ':@'?: Record<string, string>; readonly '#text'?: string } & Record<
  string,
  unknown
>;

/** The root element of a part of a package. */
export function parsePart(source: string): XmlElement {
  const root = (parser.parse(source) as RawNode[])
    .map(toNode)
    .find((node) => isElement(node) && node.name[0] !== '?');
  if (root === undefined || !isElement(root)) throw new Error('a part of the package has no root element');
  return root;
}

function toNode(raw: RawNode): XmlNode {
  const name = Object.keys(raw).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined) return { source: String(raw['#text'] ?? '') };
  return element(name, (raw[name] as RawNode[]).map(toNode), raw[':@'] ?? {});
}

export function writePart(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${writeNode(root)}`;
}

function writeNode(node: XmlNode): string {
  if (!isElement(node)) return node.source;
  const attributes = Object.entries(node.attributes).map(([key, value]) => ` ${key}="${value}"`);
  const start = `<${node.name}${attributes.join('')}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(writeNode).join('')}</${node.name}>`;
}
