import { ViewColumn, window, type WebviewPanel } from 'vscode';
import { PLACE_CURSOR_COMMAND } from '../../server/src/protocol';
import { writePage } from './webview-page';

/** A page as the server writes it: the style sheet, and what stands in the body. */
export interface PageContent {
  readonly styles: string;
  readonly body: string;
}

export interface LinkedPageOptions {
  readonly viewType: string;
  readonly heading: string;
  /** The actions below the heading. The page may run these commands and no others, but for jumps into a draft. */
  readonly links: readonly { readonly command: string; readonly label: string }[];
  readonly closed: () => void;
}

/** A page beside the draft. It has no script: its links are commands. */
export class LinkedPage {
  private readonly panel: WebviewPanel;

  constructor(private readonly options: LinkedPageOptions) {
    const { viewType, heading, links, closed } = options;
    this.panel = window.createWebviewPanel(
      viewType,
      heading,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      {
        enableCommandUris: [PLACE_CURSOR_COMMAND, ...links.map(({ command }) => command)],
        enableFindWidget: true,
      },
    );
    this.panel.onDidDispose(closed);
  }

  /** Brings the page to the front, without taking the cursor from the draft. */
  show(title: string, content: PageContent): void {
    this.panel.title = title;
    this.update(content);
    this.panel.reveal(undefined, true);
  }

  update(content: PageContent): void {
    this.panel.webview.html = render(this.options, content);
  }

  /** Whether the page is what the person is looking at. */
  get isActive(): boolean {
    return this.panel.active;
  }

  dispose(): void {
    this.panel.dispose();
  }
}

/** The colours are the editor's: its themes are dark or light whatever the system is. */
const COLOURS = `
:root { color-scheme: inherit; --line: var(--vscode-panel-border, #8886); --error: var(--vscode-editorError-foreground); --warning: var(--vscode-editorWarning-foreground); --info: var(--vscode-editorInfo-foreground); --hint: var(--vscode-descriptionForeground); --better: var(--vscode-charts-green); }
body { margin: 0 auto; font-family: var(--vscode-font-family); color: var(--vscode-foreground); }
a { color: var(--vscode-textLink-foreground); }
mark { color: inherit; background: var(--vscode-editor-findMatchHighlightBackground); }
.actions { display: flex; flex-wrap: wrap; gap: 1.2rem; margin: 1rem 0; }`;

function render({ heading, links }: LinkedPageOptions, { styles, body }: PageContent): string {
  const actions = links.map(({ command, label }) => `<a href="command:${command}">${label}</a>`);
  return writePage({
    title: heading,
    policy: "style-src 'unsafe-inline'",
    styles: `<style>${styles}${COLOURS}</style>`,
    body: `<body><h1>${heading}</h1><nav class="actions">${actions.join('')}</nav>${body}</body>`,
  });
}
