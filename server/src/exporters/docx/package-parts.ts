import { strFromU8, strToU8 } from 'fflate';
import { element, type XmlElement } from '../../xml/element';
import { writeNode, writeXml } from '../../xml/write-xml';

/** The parts of a package, by their path. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** A part that the document refers to. */
export interface PartKind {
  readonly path: string;
  /** Absent for what [Content_Types].xml knows by its ending. */
  readonly contentType?: string;
  /** What it is to the document (a relationship type). */
  readonly relation: string;
}

const TYPES = '[Content_Types].xml';
const RELATIONS = 'word/_rels/document.xml.rels';

/** Puts in a part, with its type and the document's relation to it. */
export function addPart(parts: Parts, { path, contentType, relation }: PartKind, root: XmlElement): Parts {
  const relations = sourceOf(parts, RELATIONS);
  const target = path.startsWith('word/') ? path.slice('word/'.length) : `../${path}`;
  const id = `yaodian${relations.split('<Relationship ').length}`;
  const related = withLast(relations, 'Relationship', { Id: id, Type: relation, Target: target });
  const added = { ...parts, [path]: strToU8(writeXml(root)), [RELATIONS]: strToU8(related) };
  return contentType === undefined ? added : declareType(added, path, contentType);
}

export function declareType(parts: Parts, path: string, contentType: string): Parts {
  const types = withLast(sourceOf(parts, TYPES), 'Override', {
    PartName: `/${path}`,
    ContentType: contentType,
  });
  return { ...parts, [TYPES]: strToU8(types) };
}

function sourceOf(parts: Parts, path: string): string {
  return strFromU8(parts[path] as Uint8Array);
}

/** An element more within the root. */
function withLast(source: string, name: string, values: Readonly<Record<string, string>>): string {
  const last = source.lastIndexOf('</');
  return source.slice(0, last) + writeNode(element(name, [], values)) + source.slice(last);
}
