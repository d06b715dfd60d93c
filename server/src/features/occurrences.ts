import { headingOf, itemLabel } from '../dialect/labels';
import type { Attachment, Draft, Item } from '../dialect/model';
import { contains, type Range } from '../dialect/range';
import { findReferences } from '../dialect/references';

/** A mention of a place in the same draft, or a thing that stands for one: where it is and where it leads. */
export interface Link {
  readonly range: Range;
  /** What to show: the target's heading. */
  readonly target: Range;
  /** What the target is called: `（三）规范收费`, `附件2`. */
  readonly label: string;
}

/** Every place that leads to another of the draft: references, listed attachments, rows of task tables. */
export function documentLinks(draft: Draft): Link[] {
  return [...referenceLinks(draft), ...listedAttachmentLinks(draft), ...rowLinks(draft)];
}

/** Where the thing at `offset` is defined; undefined where it is no link. */
export function definition(draft: Draft, offset: number): Link | undefined {
  return documentLinks(draft).find(({ range }) => at(range, offset));
}

export interface Occurrence {
  readonly range: Range;
  /** The place itself, not a mention of it. */
  readonly isDefinition: boolean;
}

/** All places that mean the same as the one at `offset`: an item with its mentions, a unit wherever it is named. */
export function occurrences(draft: Draft, offset: number): Occurrence[] {
  const unit = namedUnits(draft).find(({ range }) => at(range, offset));
  if (unit) {
    return namedUnits(draft)
      .filter(({ value }) => value === unit.value)
      .map(({ range }) => ({ range, isDefinition: false }));
  }
  const links = documentLinks(draft);
  const target = links.find(({ range, target: place }) => at(range, offset) || at(place, offset))?.target;
  if (!target) return [];
  const mentions = links.filter((link) => link.target.start === target.start).map(({ range }) => range);
  return [
    { range: target, isDefinition: true },
    ...mentions.map((range) => ({ range, isDefinition: false })),
  ];
}

function referenceLinks(draft: Draft): Link[] {
  return findReferences(draft).flatMap(({ range, target }) =>
    target ? [{ range, ...placeOf(target) }] : [],
  );
}

function listedAttachmentLinks({ attachmentsListed, attachments }: Draft): Link[] {
  return attachmentsListed.flatMap((listed) => {
    const target = attachments.find(({ number }) => number === listed.number);
    return target ? [{ range: listed.titleRange, ...placeOf(target) }] : [];
  });
}

function rowLinks({ tasks }: Draft): Link[] {
  return tasks.flatMap(({ item, rows }) =>
    rows.flatMap(({ nameCell, range }) => {
      // A row that continues the one above has its name there.
      const own = nameCell && contains(range, nameCell.range) ? nameCell : undefined;
      return own ? [{ range: own.range, ...placeOf(item) }] : [];
    }),
  );
}

function placeOf(target: Item | Attachment): Pick<Link, 'target' | 'label'> {
  if ('marker' in target) {
    return { target: headingOf(target), label: itemLabel(target) };
  }
  const { label, title } = target;
  return { target: label.range, label: title ? `${label.value} ${title.value}` : label.value };
}

function namedUnits({ tasks, tables }: Draft) {
  const rows = tables.flatMap((table) => table.rows);
  return [...tasks.flatMap((task) => task.fields.units), ...rows.flatMap((row) => row.units)];
}

function at(range: Range, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
