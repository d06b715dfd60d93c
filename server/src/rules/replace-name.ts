import type { UnitMention } from '../dialect/model';
import type { Range } from '../dialect/range';
import { lazyFix } from './lazy-fix';
import type { Fix } from './rule';
import { t } from '../localise';

/**
 * Fixes that write one of `names` in place of what `same` mentions of one name have: for each of the mentions here, and
 * where there are several, everywhere at once.
 */
export function replaceNameFixes(
  same: readonly UnitMention[],
  names: readonly string[],
  safe = false,
): (mention: UnitMention) => readonly Fix[] {
  const others = names.filter((name) => name !== same[0]?.value);
  const everywhere = others.map((name) => (same.length > 1 ? [replaceAllFix(same, name)] : []));
  return ({ range }) =>
    others.flatMap((name, index) => [
      replaceFix(range, name, safe),
      ...(everywhere[index] as readonly Fix[]),
    ]);
}

function replaceFix(range: Range, name: string, safe: boolean): Fix {
  return { title: t('改为“{0}”', name), edits: [{ range, newText: name }], safe };
}

/** Writes `name` in place of all these mentions. */
export function replaceAllFix(mentions: readonly UnitMention[], name: string, safe = false): Fix {
  return lazyFix(safe, () => {
    const edits = mentions.map(({ range }) => ({ range, newText: name }));
    const written = [...new Set(mentions.map(({ value }) => value))].map((value) => `“${value}”`).join('');
    return { title: t('全文 {0} 处{1}都改为“{2}”', edits.length, written, name), edits };
  });
}
