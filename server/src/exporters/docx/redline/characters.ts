import { childOf, element, isElement, ownText, type XmlElement, type XmlNode } from '../../../xml/element';

/** One character of a paragraph with how it is set; a line break is `\n`, a tab `\t`, any other object U+FFFC. */
export interface SetCharacter {
  readonly value: string;
  readonly properties: XmlElement | undefined;
  /** The object itself, in place of text. */
  readonly object?: XmlNode;
}

/** The characters of a paragraph's runs. What stands between runs is an object of its own. */
export function charactersOf(paragraph: XmlElement): SetCharacter[] {
  return paragraph.nodes.flatMap((node): SetCharacter[] => {
    if (!isElement(node) || node.name === 'w:pPr') return [];
    return node.name === 'w:r'
      ? runCharacters(node)
      : [{ value: OBJECT, properties: undefined, object: node }];
  });
}

export function textOfCharacters(characters: readonly SetCharacter[]): string {
  return characters.map(({ value }) => value).join('');
}

const OBJECT = '\ufffc';
const OBJECTS: Readonly<Record<string, string>> = { 'w:br': '\n', 'w:tab': '\t' };

function runCharacters(run: XmlElement): SetCharacter[] {
  const properties = childOf(run, 'w:rPr');
  return run.children.flatMap((node): SetCharacter[] => {
    if (node === properties) return [];
    if (node.name !== 'w:t') return [{ value: OBJECTS[node.name] ?? OBJECT, properties, object: node }];
    const value = ownText(node);
    return Array.from({ length: value.length }, (_, i) => ({ value: value[i] as string, properties }));
  });
}

/** Runs of the characters again, one for each stretch that is set alike. */
export function runsOf(
  characters: readonly SetCharacter[],
  textElement: 'w:t' | 'w:delText' = 'w:t',
): XmlElement[] {
  const runs: { readonly properties: XmlElement | undefined; content: XmlNode[]; text: string }[] = [];
  for (const { value, properties, object } of characters) {
    let run = runs.at(-1);
    if (run === undefined || run.properties !== properties)
      runs.push((run = { properties, content: [], text: '' }));
    if (object === undefined) run.text += value;
    else {
      flush(run, textElement);
      run.content.push(object);
    }
  }
  return runs.map((run) => {
    flush(run, textElement);
    return element('w:r', [...(run.properties ? [run.properties] : []), ...run.content]);
  });
}

function flush(run: { content: XmlNode[]; text: string }, textElement: string): void {
  if (run.text === '') return;
  run.content.push(element(textElement, [run.text], { 'xml:space': 'preserve' }));
  run.text = '';
}
