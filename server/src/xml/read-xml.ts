import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { element, isElement, type XmlElement, type XmlNode } from './element';

/** Why a text is not read as XML: it fetches things from outside, or it is not well-formed or too deep. */
export class XmlError extends Error {
  constructor(readonly reason: 'external' | 'broken') {
    super(reason);
  }
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

/** The root element of a text. Throws `XmlError`. */
export function readXml(source: string): XmlElement {
  if (/<!DOCTYPE|<!ENTITY/i.test(source)) throw new XmlError('external');
  const root = parse(source)
    .map(toNode)
    .find((node): node is XmlElement => isElement(node) && !node.name.startsWith('?'));
  if (root === undefined) throw new XmlError('broken');
  return root;
}

function parse(source: string): readonly RawNode[] {
  try {
    if (XMLValidator.validate(source) === true) return parser.parse(source) as RawNode[];
  } catch {
    // Too deep, or something the validator let pass.
  }
  throw new XmlError('broken');
}

type RawNode = { readonly ':@'?: Record<string, string>; readonly '#text'?: string } & Record<
  string,
  unknown
>;

function toNode(raw: RawNode): XmlNode {
  const name = Object.keys(raw).find((key) => key !== ':@' && key !== '#text');
  if (name === undefined) return decode(String(raw['#text'] ?? ''));
  const attributes = Object.entries(raw[':@'] ?? {}).map(([key, value]) => [key, decode(String(value))]);
  return element(
    name,
    ((raw[name] ?? []) as readonly RawNode[]).map(toNode),
    Object.fromEntries(attributes) as Record<string, string>,
  );
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
