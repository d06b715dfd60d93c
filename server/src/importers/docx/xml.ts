import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { ImportError } from '../import-error';

/** An element as it stands in the file: prefixes kept, children in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly in it. */
  readonly text: string;
}

/** Word nests a text box in a cell in a cell some 40 deep; more than this is no document. */
const DEEPEST = 250;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  // Character references are decoded below, each once; there are no entities of one's own in a package.
  processEntities: false,
  maxNestedTags: DEEPEST,
});

/** Parses a part of a package. Throws `ImportError` for what is not well-formed, or too deep, or has a DOCTYPE. */
export function parseXml(source: string, part: string): XmlElement {
  if (/<!DOCTYPE|<!ENTITY/i.test(source))
    throw new ImportError(
      `文件里的 ${part} 带有外部定义（DOCTYPE），没有读取`,
      '正常的 Word 文件没有这种内容，请核对文件来源。',
    );
  const broken = new ImportError(
    `文件里的 ${part} 已损坏，读不下去`,
    '请用 Word 或 WPS 打开原文件，另存一份再导入。',
  );
  try {
    if (XMLValidator.validate(source) !== true) throw broken;
    const root = (parser.parse(source) as RawNode[])
      .map(toElement)
      .find((element) => element && !element.name.startsWith('?'));
    if (root === undefined) throw broken;
    return root;
  } catch {
    throw broken;
  }
}

type RawNode = { readonly ':@'?: Record<string, string>; readonly '#text'?: string } & Record<
  string,
  unknown
>;

function toElement(node: RawNode): XmlElement | undefined {
  const name = Object.keys(node).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined) return undefined;
  const inner = (node[name] ?? []) as readonly RawNode[];
  const attributes = Object.fromEntries(
    Object.entries(node[':@'] ?? {}).map(([key, value]) => [key, decode(String(value))]),
  );
  return {
    name,
    attributes,
    children: inner.flatMap((child) => toElement(child) ?? []),
    text: decode(inner.map((child) => child['#text'] ?? '').join('')),
  };
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.includes('&') ? text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|\w{1,8});/gi, decodeReference) : text;
}

function decodeReference(whole: string, name: string): string {
  if (!name.startsWith('#')) return NAMED[name] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The `w:val` of a child. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.attributes['w:val'];
}

/** Whether an on/off property is there and on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const child = childOf(element, name);
  return child !== undefined && !/^(?:0|false|off|none)$/.test(child.attributes['w:val'] ?? '1');
}

/** All text in elements of a name, in the order of the file. Of two ways to draw the same thing, the first. */
export function textsIn(element: XmlElement, name: string): string {
  if (element.name === name) return element.text;
  if (element.name === 'mc:Fallback') return '';
  return element.children.map((child) => textsIn(child, name)).join('');
}
