import type { UnitMention } from '../dialect/model';
import type { Fix } from './rule';
import { t } from '../localise';

/** Fixes that write `name` in place of a mention: here, and where the same is written elsewhere, everywhere at once. */
export function replaceNameFixes(
  mention: UnitMention,
  all: readonly UnitMention[],
  name: string,
  safe = false,
): readonly Fix[] {
  if (name === mention.value) return [];
  const here: Fix = { title: t('改为“{0}”', name), edits: [{ range: mention.range, newText: name }], safe };
  const same = all.filter(({ value }) => value === mention.value);
  return same.length > 1 ? [here, replaceAllFix(same, name)] : [here];
}

/** Writes `name` in place of all these mentions. */
export function replaceAllFix(mentions: readonly UnitMention[], name: string, safe = false): Fix {
  const edits = mentions.map(({ range }) => ({ range, newText: name }));
  const written = [...new Set(mentions.map(({ value }) => value))].map((value) => `“${value}”`).join('');
  return { title: t('全文 {0} 处{1}都改为“{2}”', edits.length, written, name), edits, safe };
}
