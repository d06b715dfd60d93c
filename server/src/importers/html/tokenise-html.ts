/** A piece of HTML as browsers and office suites put it on the clipboard. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'open' | 'close';
      readonly name: string;
      readonly attributes: Readonly<Record<string, string>>;
    };

const TAG =
  /<(?:!--([\s\S]*?)(?:-->|$)|!\[[^\]]*\]>?|[!?][^>]*>?|(\/?)([a-zA-Z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>?)/g;
/** What their content says is for machines. */
const RAW = /^(?:style|script|head|title|xml|noscript|template)$/;

/** Reads tags and text in order; forgiving, as clipboards are. Linear in the length of the source. */
export function tokeniseHtml(source: string): HtmlToken[] {
  const tokens: HtmlToken[] = [];
  let position = 0;
  let raw: string | undefined;
  for (const match of source.matchAll(TAG)) {
    if (raw === undefined && match.index > position)
      tokens.push({ kind: 'text', text: decodeHtml(source.slice(position, match.index)) });
    position = match.index + match[0].length;
    const name = match[3]?.toLowerCase();
    if (name === undefined) continue;
    const closes = match[2] === '/';
    if (raw !== undefined) {
      if (closes && name === raw) raw = undefined;
      continue;
    }
    if (RAW.test(name) && !closes && !match[0].endsWith('/>')) raw = name;
    else tokens.push({ kind: closes ? 'close' : 'open', name, attributes: readAttributes(match[4] ?? '') });
  }
  if (raw === undefined && position < source.length)
    tokens.push({ kind: 'text', text: decodeHtml(source.slice(position)) });
  return tokens;
}

function readAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', double, single, bare] of source.matchAll(
    /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  ))
    attributes[name.toLowerCase()] = decodeHtml(double ?? single ?? bare ?? '');
  return attributes;
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ensp: '\u2002',
  emsp: '\u2003',
  thinsp: '\u2009',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  permil: '‰',
  deg: '°',
  bull: '•',
  rarr: '→',
  copy: '©',
  reg: '®',
  sup2: '²',
  sup3: '³',
  laquo: '«',
  raquo: '»',
};

function decodeHtml(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));?/gi,
    (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
      const code = decimal !== undefined ? Number(decimal) : parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
        ? String.fromCodePoint(code)
        : '';
    },
  );
}
