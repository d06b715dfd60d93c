import { formatNumber } from './number-formats';
import { childOf, childrenOf, type XmlElement } from '../../xml/element';
import { isOn, valueOf } from './xml';

interface Level {
  readonly format: string;
  /** `（%1）`: %1 stands for the number of the first level. */
  readonly text: string;
  readonly start: number;
  /** All numbers in it are written as digits. */
  readonly isLegal: boolean;
  /** It begins anew after a number of this level or above (1-based); 0: never. */
  readonly restartAfter: number;
}

interface List {
  /** Lists of one abstract definition go on counting together. */
  readonly key: string;
  readonly levels: readonly (Level | undefined)[];
  readonly starts: ReadonlyMap<number, number>;
}

/** Styles based on one another in a circle must not hold us. */
const DEEPEST_STYLE = 12;

/** Counts the automatic numbers of a Word document, paragraph by paragraph in the order of the text. */
export class ListNumbers {
  private readonly lists = new Map<string, List>();
  private readonly styles: ReadonlyMap<string, XmlElement>;
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly begun = new Set<string>();

  constructor(numbering: XmlElement | undefined, styles: XmlElement | undefined) {
    this.styles = new Map(
      childrenOf(styles, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]),
    );
    const abstracts = new Map(
      childrenOf(numbering, 'w:abstractNum').map((element) => [
        element.attributes['w:abstractNumId'] ?? '',
        element,
      ]),
    );
    for (const num of childrenOf(numbering, 'w:num')) {
      const key = valueOf(num, 'w:abstractNumId') ?? '';
      this.lists.set(num.attributes['w:numId'] ?? '', readList(num, key, abstracts.get(key)));
    }
  }

  /** The marker Word shows before a paragraph; undefined where it shows none. Counts it. */
  markerOf(
    properties: XmlElement | undefined,
  ): { readonly text: string; readonly isBullet: boolean } | undefined {
    const place = this.placeOf(properties);
    const list = place && this.lists.get(place.id);
    const level = list?.levels[place?.level ?? 0];
    if (place === undefined || list === undefined || level === undefined) return undefined;
    if (level.format === 'bullet') return { text: level.text, isBullet: true };
    const numbers = this.count(list, place);
    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1;
      const format = level.isLegal ? 'decimal' : (list.levels[index]?.format ?? 'decimal');
      return formatNumber(numbers[index] ?? list.levels[index]?.start ?? 1, format);
    });
    return { text, isBullet: false };
  }

  /** Which list and level: said by the paragraph, or by its style, or the style that one is based on. */
  private placeOf(properties: XmlElement | undefined): { id: string; level: number } | undefined {
    const said = [properties, ...this.styleProperties(valueOf(properties, 'w:pStyle'))].map((own) =>
      childOf(own, 'w:numPr'),
    );
    const first = (name: string): string | undefined =>
      said.map((own) => valueOf(own, name)).find((value) => value !== undefined);
    const id = first('w:numId');
    const level = Math.min(8, Math.max(0, Number(first('w:ilvl') ?? 0) || 0));
    return id === undefined || id === '0' ? undefined : { id, level };
  }

  private styleProperties(id: string | undefined): readonly (XmlElement | undefined)[] {
    const found: (XmlElement | undefined)[] = [];
    for (let current = id; current !== undefined && found.length < DEEPEST_STYLE;) {
      const style = this.styles.get(current);
      found.push(childOf(style, 'w:pPr'));
      current = valueOf(style, 'w:basedOn');
    }
    return found;
  }

  private count(list: List, { id, level }: { id: string; level: number }): readonly (number | undefined)[] {
    const numbers = this.counters.get(list.key) ?? [];
    this.counters.set(list.key, numbers);
    const override = list.starts.get(level);
    const begins = `${id} ${level}`;
    if (override !== undefined && !this.begun.has(begins)) numbers[level] = override;
    else {
      const before = numbers[level];
      numbers[level] = before === undefined ? (list.levels[level]?.start ?? 1) : before + 1;
    }
    this.begun.add(begins);
    for (let deeper = level + 1; deeper < 9; deeper++) {
      const after = list.levels[deeper]?.restartAfter ?? deeper;
      if (after !== 0 && level < after) numbers[deeper] = undefined;
    }
    return numbers;
  }
}

function readList(num: XmlElement, key: string, abstract: XmlElement | undefined): List {
  const levels: (Level | undefined)[] = [];
  const starts = new Map<number, number>();
  const take = (element: XmlElement): void => {
    levels[Number(element.attributes['w:ilvl'] ?? 0)] = readLevel(element);
  };
  childrenOf(abstract, 'w:lvl').forEach(take);
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    childrenOf(override, 'w:lvl').forEach(take);
    const start = valueOf(override, 'w:startOverride');
    if (start !== undefined) starts.set(Number(override.attributes['w:ilvl'] ?? 0), Number(start));
  }
  return { key, levels, starts };
}

function readLevel(level: XmlElement): Level {
  const index = Number(level.attributes['w:ilvl'] ?? 0);
  return {
    format: valueOf(level, 'w:numFmt') ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    start: Number(valueOf(level, 'w:start') ?? 1),
    isLegal: isOn(level, 'w:isLgl'),
    restartAfter: Number(valueOf(level, 'w:lvlRestart') ?? index),
  };
}
