import type { Draft, Range } from './model';
import { StatedFields } from './move-fields';
import { toSimplified } from './simplified';

/** What was read from `toSimplified(text)`, with every word as it stands in `text`. */
export function inOriginalCharacters(draft: Draft, text: string): Draft {
  const words = new OriginalWords(text);
  return {
    ...draft,
    text,
    title: words.restore(draft.title),
    notice: words.restore(draft.notice),
    preamble: words.restore(draft.preamble),
    items: words.restore(draft.items),
    outline: words.restore(draft.outline),
    tasks: words.restore(draft.tasks),
    attachmentsListed: words.restore(draft.attachmentsListed),
    attachments: words.restore(draft.attachments),
    tables: words.restore(draft.tables),
  };
}

type Fields = Record<string, unknown>;

/** Where a text of the model stands. */
const PLACES = [
  ['value', 'range'],
  ['text', 'range'],
  ['title', 'titleRange'],
] as const;

/** Copies values of the model; one object stays one object, and what refers to its parent does so in the copy. */
class OriginalWords {
  private readonly copies = new Map<object, Fields>();

  constructor(private readonly text: string) {}

  restore<T>(value: T): T {
    return this.copyOf(value) as T;
  }

  private copyOf(value: unknown): unknown {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((one: unknown) => this.copyOf(one));
    const known = this.copies.get(value);
    if (known !== undefined) return known;
    const copy: Fields = {};
    this.copies.set(value, copy);
    const facts = value instanceof StatedFields ? value.spelt() : value;
    for (const [key, inner] of Object.entries(facts)) copy[key] = this.copyOf(inner);
    this.rewrite(copy);
    return copy;
  }

  private rewrite(copy: Fields): void {
    for (const [word, place] of PLACES) {
      if (typeof copy[word] !== 'string' || copy[place] === undefined) continue;
      copy[word] = this.asWritten(copy[word], copy[place] as Range, copy['parts']);
    }
    // Those that say again what another part of the model says with its place: tasks, rows, the tables of attachments.
    const { item, nameCell, label, title, tables } = copy as Record<string, Fields | undefined>;
    if (item !== undefined) copy['title'] = item['title'];
    if (nameCell !== undefined) copy['name'] = nameCell['value'];
    if (label !== undefined && Array.isArray(tables))
      for (const table of tables as Fields[]) table['title'] = title?.['value'];
  }

  /** The word as it stands at its place, or in its parts. What was not taken from there word for word is kept. */
  private asWritten(word: string, { start, end }: Range, parts: unknown): string {
    const written = Array.isArray(parts)
      ? parts.map((part: Fields) => part['value']).join('')
      : this.text.slice(start, end);
    const original = written.slice(0, word.length);
    return toSimplified(original) === word ? original : word;
  }
}
