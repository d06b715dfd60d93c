import type { Spell } from '../registry/search-names';

let loading: Promise<Spell> | undefined;

/** The pinyin of names. The library and its dictionary are loaded when somebody first types Latin letters for a unit. */
export function loadPinyin(): Promise<Spell> {
  loading ??= import('pinyin-pro').then(({ pinyin }) => {
    const known = new Map<string, readonly string[]>();
    return (name) => {
      let syllables = known.get(name);
      if (!syllables) {
        syllables = pinyin(name, { toneType: 'none', type: 'array', v: true }).map((each) =>
          each.toLowerCase(),
        );
        known.set(name, syllables);
      }
      return syllables;
    };
  });
  return loading;
}
