/** XML as it stands in a part of a Word package: names with their prefixes, content in its order. */
export interface XmlElement {
  readonly name: string;
  /** Decoded, as text is: what they say and not how it was written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and text as they follow one another. */
  readonly nodes: readonly XmlNode[];
  /** The elements among the nodes. */
  readonly children: readonly XmlElement[];
}

export type XmlNode = XmlElement | string;

export function element(
  name: string,
  nodes: readonly XmlNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  return { name, attributes, nodes, children: nodes.filter(isElement) };
}

export function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string';
}

export function withNodes({ name, attributes }: XmlElement, nodes: readonly XmlNode[]): XmlElement {
  return element(name, nodes, attributes);
}

export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child) => child.name === name);
}

export function childrenOf(parent: XmlElement | undefined, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.name === name) ?? [];
}

/** The text directly in an element. */
export function ownText({ nodes }: XmlElement): string {
  return nodes.filter((node) => !isElement(node)).join('');
}

/** All text in elements of a name, in the order of the file. Of two ways to draw the same thing, the first. */
export function textsIn(within: XmlElement, name: string): string {
  if (within.name === name) return ownText(within);
  if (within.name === 'mc:Fallback') return '';
  return within.children.map((child) => textsIn(child, name)).join('');
}
