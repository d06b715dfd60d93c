import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { readDraft } from '../../server/src/dialect/draft';
import { planDocument } from '../../server/src/exporters/document/plan-document';
import { readProfile } from '../../server/src/exporters/document/profile';
import { writeDocx } from '../../server/src/exporters/docx/write-docx';
import { childOf, childrenOf, textsIn, type XmlElement } from '../../server/src/xml/element';
import { readXml } from '../../server/src/xml/read-xml';

type Attributes = Readonly<Record<string, string>>;

/** A package that was exported, to ask for what stands where. Lengths are twips, type sizes half-points. */
export class WordFile {
  readonly document: XmlElement;

  private constructor(readonly parts: Readonly<Record<string, string>>) {
    this.document = this.part('word/document.xml');
  }

  static async of(draftText: string): Promise<WordFile> {
    const draft = readDraft(draftText);
    const files = unzipSync(await writeDocx(planDocument(draft, readProfile(draft))));
    return new WordFile(
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)])),
    );
  }

  part(name: string): XmlElement {
    return readXml(this.parts[name] ?? assert.fail(`${name} is in the package`));
  }

  /** Footers and headers as the section with this number refers to them, by type: `default`, `even`, `first`. */
  margin(kind: 'footer' | 'header', type: string, section = 0): XmlElement {
    const reference = childrenOf(this.sections[section], `w:${kind}Reference`).find(
      ({ attributes }) => attributes['w:type'] === type,
    );
    const id = reference?.attributes['r:id'] ?? assert.fail(`section ${section} has a ${type} ${kind}`);
    const relation = this.part('word/_rels/document.xml.rels').children.find(
      ({ attributes }) => attributes['Id'] === id,
    );
    return this.part(`word/${relation?.attributes['Target'] ?? ''}`);
  }

  get sections(): readonly XmlElement[] {
    return elementsIn(this.document, 'w:sectPr');
  }

  get body(): readonly XmlElement[] {
    return childOf(this.document, 'w:body')?.children ?? [];
  }

  get paragraphs(): readonly Block[] {
    return elementsIn(this.document, 'w:p').map((element) => new Block(element));
  }

  /** The first paragraph that begins with this text. */
  paragraph(start: string): Block {
    return this.paragraphs.find(({ text }) => text.startsWith(start)) ?? assert.fail(`“${start}” is printed`);
  }

  /** The place of a paragraph among all. */
  placeOf(start: string): number {
    return this.paragraphs.findIndex(({ text }) => text.startsWith(start));
  }

  table(within: string): XmlElement {
    return (
      elementsIn(this.document, 'w:tbl').find((table) => textsIn(table, 'w:t').includes(within)) ??
      assert.fail(`a table has “${within}”`)
    );
  }
}

export function elementsIn(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elementsIn(child, name),
  ]);
}

/** The attributes of an element somewhere below, `w:` left out. */
export function attributesOf(parent: XmlElement | undefined, ...path: readonly string[]): Attributes {
  const found = path.reduce<XmlElement | undefined>((at, name) => childOf(at, `w:${name}`), parent);
  return Object.fromEntries(
    Object.entries(found?.attributes ?? {}).map(([key, value]) => [key.replace(/^w:/, ''), value]),
  );
}

/** A paragraph. */
export class Block {
  readonly text: string;

  constructor(readonly element: XmlElement) {
    this.text = textsIn(element, 'w:t');
  }

  /** A property's attributes. */
  get(...path: readonly string[]): Attributes {
    return attributesOf(this.element, 'pPr', ...path);
  }

  has(property: string): boolean {
    return childOf(childOf(this.element, 'w:pPr'), `w:${property}`) !== undefined;
  }

  get alignment(): string | undefined {
    return this.get('jc')['val'];
  }

  get indent(): Attributes {
    return Object.fromEntries(Object.entries(this.get('ind')).filter(([, value]) => value !== '0'));
  }

  /** Face, size in half-points and colour of each run with its text. */
  get runs(): readonly (readonly [text: string, face: string, size: string, color: string])[] {
    return elementsIn(this.element, 'w:r')
      .filter((run) => textsIn(run, 'w:t') !== '')
      .map((run) => [
        textsIn(run, 'w:t'),
        attributesOf(run, 'rPr', 'rFonts')['eastAsia'] ?? '',
        attributesOf(run, 'rPr', 'sz')['val'] ?? '',
        attributesOf(run, 'rPr', 'color')['val'] ?? '',
      ]);
  }

  /** The lines that a title is broken into. */
  get lines(): readonly string[] {
    const lines = [''];
    for (const part of elementsIn(this.element, 'w:r').flatMap((run) => run.children)) {
      if (part.name === 'w:br') lines.push('');
      if (part.name === 'w:t') lines[lines.length - 1] += textsIn(part, 'w:t');
    }
    return lines;
  }
}
