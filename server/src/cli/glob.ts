import { sep } from 'node:path';

/** Patterns that reach us unexpanded: quoted ones, and all of them in shells that expand none (Windows). */
export function isGlob(path: string): boolean {
  return /[*?[{]/u.test(path);
}

/** The folder from which everything the pattern can match is reached. */
export function globRoot(pattern: string): string {
  const parts = normalise(pattern).split('/');
  const fixed = parts.slice(0, parts.findIndex(isGlob));
  return fixed.join('/') || (pattern.startsWith('/') ? '/' : '.');
}

/** `*` and `?` stay within a name, `**` crosses folders; `[…]` and `{a,b}` as in shells, not nested. */
export function globToRegExp(pattern: string): RegExp {
  let source = '';
  const text = normalise(pattern).replace(/^\.\//u, '');
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (text.startsWith('**/', i)) {
      source += '(?:.*/)?';
      i += 2;
    } else if (text.startsWith('**', i)) {
      source += '.*';
      i += 1;
    } else if (character === '*') source += '[^/]*';
    else if (character === '?') source += '[^/]';
    else if (character === '{' && text.indexOf('}', i) > 0) source += '(?:';
    else if (character === '}' && text.lastIndexOf('{', i) >= 0) source += ')';
    else if (character === ',' && isWithinBraces(text, i)) source += '|';
    else if (character === '[' && text.includes(']', i + 2)) {
      const end = text.indexOf(']', i + 2);
      source += `[${text
        .slice(i + 1, end)
        .replace(/^!/u, '^')
        .replaceAll('\\', '\\\\')}]`;
      i = end;
    } else source += character.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&');
  }
  return new RegExp(`^${source}$`, 'u');
}

function isWithinBraces(text: string, at: number): boolean {
  return text.lastIndexOf('{', at) > text.lastIndexOf('}', at) && text.includes('}', at);
}

function normalise(pattern: string): string {
  return sep === '\\' ? pattern.replaceAll('\\', '/') : pattern;
}
