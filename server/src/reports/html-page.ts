import { languageTag } from '../localise';
import { escapeMarkup } from './markup';

export interface HtmlPage {
  readonly title: string;
  readonly styles: string;
  /** Markup that stands in `<body>`, the heading included. */
  readonly body: string;
  /** Yaodian's own version, for the foot of the page. */
  readonly version: string;
  /** Values of `<meta>` elements by name. */
  readonly meta?: Readonly<Record<string, string>>;
}

/** A page to hand on and to print: no script, nothing loaded from anywhere. */
export function writeHtmlPage({ title, styles, body, version, meta = {} }: HtmlPage): string {
  const metaElements = Object.entries(meta).map(
    ([name, value]) => `<meta name="${name}" content="${escapeMarkup(value)}">\n`,
  );
  return `<!doctype html>
<html lang="${languageTag()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
${metaElements.join('')}<title>${escapeMarkup(title)}</title>
<style>${styles}</style>
</head>
<body>
${body}
<footer>yaodian ${escapeMarkup(version)}</footer>
</body>
</html>
`;
}
