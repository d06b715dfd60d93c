import type { Excerpt } from './file-report';

/** Escapes for text and for attribute values in XML and HTML; drops what XML 1.0 (2.2) cannot hold even escaped. */
export function escapeMarkup(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Surrogate}]/gu, '\ufffd')
    .replace(/[&<>"'\r\n\t]/gu, (character) => ENTITIES[character] as string);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** The inverse of `escapeMarkup`. */
export function unescapeMarkup(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39|#13|#10|#9);/gu, (entity) => CHARACTERS.get(entity) as string);
}

const CHARACTERS = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]));

/** Of elements that hold words of a draft, for who listens to the page: drafts are Chinese whatever the page speaks. */
export const IN_CHINESE = 'lang="zh-CN"';

/** The words a report speaks of, in their line. */
export function markUpExcerpt({ before, marked, after }: Excerpt): string {
  return `<blockquote ${IN_CHINESE}>${escapeMarkup(before)}<mark>${escapeMarkup(marked)}</mark>${escapeMarkup(after)}</blockquote>`;
}
