import { strFromU8, strToU8, unzipSync } from 'fflate';
import type { DocumentPlan } from '../../document/plan';
import { zipPackage } from '../../zip-package';
import { writeDocx } from '../write-docx';
import { align, type Step } from './align';
import { movedParagraph, redlineParagraph, wholeParagraph } from './redline-paragraph';
import { redlineTable, wholeTable } from './redline-table';
import { Revisions } from './revisions';
import { childOf, textsIn, withNodes, type XmlElement, type XmlNode } from '../../../xml/element';
import { readXml } from '../../../xml/read-xml';
import { writeXml } from '../../../xml/write-xml';

const DOCUMENT = 'word/document.xml';

/**
 * 花脸稿: the new document with tracked changes against the old one. Accepting all gives the new text, rejecting all the
 * old one; page layout, headers and footers are the new document's.
 */
export async function writeRedline(
  old: DocumentPlan,
  current: DocumentPlan,
  author: string,
): Promise<Uint8Array> {
  const [before, files] = [unzipSync(await writeDocx(old)), unzipSync(await writeDocx(current))];
  const [from, to] = [before, files].map((parts) => readXml(strFromU8(parts[DOCUMENT] as Uint8Array)));
  const redline = redlineDocument(from as XmlElement, to as XmlElement, new Revisions(author));
  return zipPackage({ ...files, [DOCUMENT]: strToU8(writeXml(redline)) });
}

function redlineDocument(old: XmlElement, current: XmlElement, revisions: Revisions): XmlElement {
  const [before, now] = [bodyOf(old), bodyOf(current)];
  const blocks = blocksOf(now).filter(({ kind }) => kind !== 'section');
  const steps = align(
    blocksOf(before).filter(({ kind }) => kind !== 'section'),
    blocks,
  );
  const content = new BodyWriter(revisions, sectionEnds(now)).write(steps);
  const last = childOf(now, 'w:sectPr');
  const body = withNodes(now, [...content, ...(last ? [last] : [])]);
  return withNodes(
    current,
    current.nodes.map((node) => (node === now ? body : node)),
  );
}

interface Block {
  readonly kind: 'w:p' | 'w:tbl' | 'section';
  readonly text: string;
  readonly node: XmlElement;
}

function bodyOf(document: XmlElement): XmlElement {
  const body = childOf(document, 'w:body');
  if (body === undefined) throw new Error('the document has no body');
  return body;
}

/** An empty paragraph that only ends a section is layout and no text. */
function blocksOf(body: XmlElement): Block[] {
  return body.children.flatMap((node): Block[] => {
    if (node.name === 'w:tbl') return [{ kind: 'w:tbl', text: textsIn(node, 'w:t'), node }];
    if (node.name !== 'w:p') return [];
    const endsSection = childOf(childOf(node, 'w:pPr'), 'w:sectPr') !== undefined;
    return [{ kind: endsSection ? 'section' : 'w:p', text: textsIn(node, 'w:t'), node }];
  });
}

/** The ends of sections, by the block they stand behind. */
function sectionEnds(body: XmlElement): ReadonlyMap<XmlElement, readonly XmlElement[]> {
  const ends = new Map<XmlElement, XmlElement[]>();
  let last: XmlElement | undefined;
  for (const { kind, node } of blocksOf(body)) {
    if (kind !== 'section') last = node;
    else if (last) ends.set(last, [...(ends.get(last) ?? []), node]);
  }
  return ends;
}

/** Writes the steps as the body's content. */
class BodyWriter {
  /** Both places of each moved paragraph, made when the first of them is met. */
  private readonly moves = new Map<
    Block,
    { readonly name: string; readonly from: XmlElement; readonly to: XmlElement }
  >();

  constructor(
    private readonly revisions: Revisions,
    private readonly sectionEnds: ReadonlyMap<XmlElement, readonly XmlElement[]>,
  ) {}

  write(steps: readonly Step<Block>[]): XmlNode[] {
    return steps.flatMap((step) => [
      ...this.writeStep(step),
      ...(step.kind === 'delete' ? [] : (this.sectionEnds.get(step.new.node) ?? [])),
    ]);
  }

  private writeStep(step: Step<Block>): XmlNode[] {
    const { revisions } = this;
    if (step.kind === 'pair') return this.writePair(step.old, step.new);
    const block = step.kind === 'delete' ? step.old : step.new;
    const mark = step.kind === 'delete' ? 'w:del' : 'w:ins';
    if (block.kind === 'w:tbl') return [wholeTable(block.node, mark, revisions)];
    if (step.kind === 'delete' && step.movedTo) {
      const { name, from } = this.moveOf(step.old, step.movedTo);
      return revisions.markRange('w:moveFrom', name, from);
    }
    if (step.kind === 'insert' && step.movedFrom) {
      const { name, to } = this.moveOf(step.movedFrom, step.new);
      return revisions.markRange('w:moveTo', name, to);
    }
    return [wholeParagraph(block.node, mark, revisions)];
  }

  private writePair(old: Block, current: Block): XmlNode[] {
    const { revisions } = this;
    if (old.kind === 'w:p') return [redlineParagraph(old.node, current.node, revisions)];
    const table = redlineTable(old.node, current.node, revisions);
    if (table) return [table];
    return [wholeTable(old.node, 'w:del', revisions), wholeTable(current.node, 'w:ins', revisions)];
  }

  private moveOf(
    old: Block,
    current: Block,
  ): { readonly name: string; readonly from: XmlElement; readonly to: XmlElement } {
    const known = this.moves.get(old);
    if (known) return known;
    const move = {
      name: `move${this.moves.size + 1}`,
      ...movedParagraph(old.node, current.node, this.revisions),
    };
    this.moves.set(old, move);
    return move;
  }
}
