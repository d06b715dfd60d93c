import type { Fix } from './rule';

/** A fix that is worked out when somebody looks at it: nobody does at those of most keystrokes. */
export function lazyFix(safe: boolean, make: () => Omit<Fix, 'safe'>): Fix {
  let made: Omit<Fix, 'safe'> | undefined;
  const fix = (): Omit<Fix, 'safe'> => (made ??= make());
  return {
    get title() {
      return fix().title;
    },
    get edits() {
      return fix().edits;
    },
    safe,
    get cursor() {
      return fix().cursor;
    },
  };
}
