import { Uri, type Webview } from 'vscode';
import { base64OfBytes } from '../../server/src/base64';
import { pageLanguage } from './localise';

interface Page {
  readonly title: string;
  /** Its Content-Security-Policy, behind `default-src 'none'`. */
  readonly policy: string;
  /** Markup of style sheets. */
  readonly styles: string;
  /** The whole element. */
  readonly body: string;
}

/** A page of the extension's own: what it may load and run stands in its policy, all else is refused. */
export function writePage({ title, policy, styles, body }: Page): string {
  return `<!DOCTYPE html>
<html lang="${pageLanguage()}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; ${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    ${styles}
    <title>${title}</title>
  </head>
  ${body}
</html>`;
}

interface ScriptedPage {
  /** Of its script and its style sheet in `dist`. */
  readonly name: string;
  readonly title: string;
  /** What its script is told, as `data-words` of the body. */
  readonly words?: unknown;
  /** Markup of style sheets before its own, where it has places in style attributes too. */
  readonly inlineStyles?: string;
}

/** A page with a script of ours, the only one that runs: it bears something nobody can guess. Nothing is loaded from outside. */
export function writeScriptedPage(
  webview: Webview,
  dist: Uri,
  { name, title, words, inlineStyles }: ScriptedPage,
): string {
  const nonce = base64OfBytes(crypto.getRandomValues(new Uint8Array(16)));
  const of = (file: string): string => webview.asWebviewUri(Uri.joinPath(dist, file)).toString();
  const inline = inlineStyles === undefined ? '' : " 'unsafe-inline'";
  const data = words === undefined ? '' : ` data-words="${inAttribute(JSON.stringify(words))}"`;
  return writePage({
    title,
    policy: `style-src ${webview.cspSource}${inline}; script-src 'nonce-${nonce}'`,
    styles: `${inlineStyles ?? ''}<link rel="stylesheet" href="${of(`${name}.css`)}">`,
    body: `<body${data}><script nonce="${nonce}" src="${of(`${name}.js`)}"></script></body>`,
  });
}

function inAttribute(text: string): string {
  return text.replace(/[&"<]/g, (char) => `&#${char.charCodeAt(0)};`);
}
