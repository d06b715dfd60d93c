import './preview.css';
import type { FromPage, PreviewFinding, PreviewWords, ToPage } from '../src/preview/messages';

interface State {
  /** Of the paper’s own size; 0: as wide as the panel. */
  readonly zoom: number;
}

declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  getState(): State | undefined;
  setState(state: State): void;
};

const vscode = acquireVsCodeApi();
const words = JSON.parse(document.body.dataset.words ?? '{}') as PreviewWords;
const sheet = document.getElementById('document') as HTMLStyleElement;
const pages = document.createElement('main');
// The document is Chinese whatever the page around it speaks.
pages.lang = 'zh-CN';
const count = document.createElement('span');
let shown: readonly string[] = [];
let findings: readonly PreviewFinding[] = [];
let zoom = vscode.getState()?.zoom ?? 0;

function button(label: string, action: () => void): HTMLButtonElement {
  const created = document.createElement('button');
  created.type = 'button';
  created.textContent = label;
  created.addEventListener('click', action);
  return created;
}

function buildTools(): HTMLElement {
  const tools = document.createElement('div');
  tools.className = 'tools';
  count.className = 'count';
  count.setAttribute('role', 'status');
  tools.title = words.hint;
  tools.append(
    button(words.zoomOut, () => setZoom(currentZoom() / 1.2)),
    button(words.zoomIn, () => setZoom(currentZoom() * 1.2)),
    button(words.fit, () => setZoom(0)),
    button(words.print, () => vscode.postMessage({ kind: 'print' })),
    count,
  );
  return tools;
}

function currentZoom(): number {
  if (zoom > 0) return zoom;
  const widest = Math.max(1, ...[...pages.children].map((page) => (page as HTMLElement).offsetWidth));
  return Math.min(1.5, Math.max(0.2, (document.documentElement.clientWidth - 24) / widest));
}

function setZoom(next: number): void {
  zoom = next === 0 ? 0 : Math.min(3, Math.max(0.2, next));
  vscode.setState({ zoom });
  applyZoom();
}

function applyZoom(): void {
  // The widths are those of the paper, whatever the zoom: `offsetWidth` is asked before it is applied.
  pages.style.setProperty('zoom', '1');
  pages.style.setProperty('zoom', String(currentZoom()));
}

/** Replaces the pages that have changed only: the rest does not flicker, and the place on the screen stays. */
function show(styles: string, next: readonly string[]): void {
  if (sheet.textContent !== styles) sheet.textContent = styles;
  next.forEach((html, i) => {
    if (shown[i] === html) return;
    const template = document.createElement('template');
    template.innerHTML = html;
    const old = pages.children[i];
    if (old) old.replaceWith(template.content);
    else pages.append(template.content);
  });
  while (pages.children.length > next.length) pages.lastElementChild?.remove();
  shown = next;
  count.textContent = words.pages.replace('{0}', String(next.length));
  applyZoom();
  mark();
}

/** The first piece of the page that an offset of the draft is in. */
function pieceAt(offset: number): HTMLElement | undefined {
  return [...pages.querySelectorAll<HTMLElement>('[data-start]')].find(
    ({ dataset: { start, end } }) => Number(start) <= offset && offset <= Number(end),
  );
}

/** A mark in the margin beside what each finding is about. */
function mark(): void {
  for (const old of pages.querySelectorAll('.marker')) old.remove();
  const byPiece = new Map<HTMLElement, PreviewFinding[]>();
  for (const finding of findings) {
    const piece = pieceAt(finding.start);
    if (piece) byPiece.set(piece, [...(byPiece.get(piece) ?? []), finding]);
  }
  for (const [piece, found] of byPiece) {
    const worst = (['error', 'warning', 'info'] as const).find((level) =>
      found.some((finding) => finding.level === level),
    );
    const first = Math.min(...found.map(({ start }) => start));
    const marker = button(found.length > 1 ? String(found.length) : '!', () => open(first, first));
    marker.className = `marker ${worst}`;
    marker.title = found.map(({ message }) => message).join('\n');
    marker.setAttribute('aria-label', marker.title);
    const area = piece.closest<HTMLElement>('.area');
    marker.style.top = `${(area?.offsetTop ?? 0) + piece.offsetTop}px`;
    piece.closest('.page')?.append(marker);
  }
}

function open(start: number, end: number): void {
  vscode.postMessage({ kind: 'open', start, end });
}

function reveal(offset: number): void {
  pages.querySelector('.current')?.classList.remove('current');
  const piece = pieceAt(offset);
  piece?.classList.add('current');
  const { top = 0, bottom = 0 } = piece?.getBoundingClientRect() ?? {};
  if (piece && (top < 40 || bottom > innerHeight)) piece.scrollIntoView({ block: 'center' });
}

function download(name: string, base64: string): void {
  const link = document.createElement('a');
  link.href = `data:text/html;base64,${base64}`;
  link.download = name;
  link.click();
}

pages.addEventListener('dblclick', ({ target }) => {
  const piece = target instanceof Element ? target.closest<HTMLElement>('[data-start]') : null;
  if (piece) open(Number(piece.dataset.start), Number(piece.dataset.end));
});
window.addEventListener('resize', () => zoom === 0 && applyZoom());
window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.kind === 'show') show(data.styles, data.pages);
  else if (data.kind === 'reveal') reveal(data.offset);
  else if (data.kind === 'download') download(data.name, data.base64);
  else {
    findings = data.findings;
    mark();
  }
});
document.body.append(buildTools(), pages);
vscode.postMessage({ kind: 'ready' });
