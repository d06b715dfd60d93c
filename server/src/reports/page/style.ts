/** On screen it follows the reader's light or dark; on paper it is black on white, with the table heads on every page. */
export const STYLE = `
:root { color-scheme: light dark; --line: #8886; --error: #b71c1c; --warning: #8a5200; --info: #01579b; --hint: #5f5f5f; --better: #1b6e20; --done: #2e7d32; }
@media (prefers-color-scheme: dark) { :root { --error: #ef9a9a; --warning: #ffcc80; --info: #81d4fa; --hint: #bdbdbd; --better: #a5d6a7; --done: #66bb6a; } }
body { max-width: 68rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.6; font-family: system-ui, 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif; }
h1 { margin-bottom: 0; }
h2 { margin-top: 2.2rem; font-size: 1.25rem; }
h3 { margin: 1.8rem 0 .2rem; font-size: 1.05rem; }
a { color: inherit; }
h3 small { font-weight: normal; }
.tiles { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
.tiles li { min-width: 5.5rem; padding: .4rem .9rem; border: 1px solid var(--line); border-radius: .4rem; }
.tiles span { display: block; font-size: .85rem; }
.tiles b { font-size: 1.4rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody th { font-weight: normal; overflow-wrap: anywhere; }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--line); }
.figures td, .figures thead th:not(:first-child):not(:nth-child(2)) { text-align: right; white-space: nowrap; }
.figures td.share { text-align: left; }
.figures th:first-child { min-width: 12rem; }
.figures svg { width: 5rem; height: .7rem; border: 1px solid var(--line); }
.rest { fill: none; }
.done { fill: var(--done); }
.rules td { white-space: nowrap; }
.findings td:first-child { width: 13rem; }
.findings tbody th { padding-top: .6rem; font-weight: 600; }
.findings p { margin: .2rem 0 0; }
blockquote { margin: 0; padding-left: .6rem; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
.fix { font-size: .9em; }
small, .fix { color: var(--hint); }
.change { margin-left: .15rem; }
.better { color: var(--better); }
.worse { color: var(--error); }
.error .level, .tiles .error b { color: var(--error); }
.warning .level, .tiles .warning b { color: var(--warning); }
.info .level, .tiles .info b { color: var(--info); }
.hint .level, .tiles .hint b { color: var(--hint); }
.error .level { font-weight: 600; }
.failures { padding: 0 1rem; border: 1px solid var(--error); border-radius: .4rem; }
footer { margin-top: 3rem; color: var(--hint); }
@media (max-width: 50rem) { .figures { display: block; overflow-x: auto; } }
@page { size: A4; margin: 18mm 15mm; }
@media print {
  :root { color-scheme: light; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10pt; }
  tr, .tiles, .failures { break-inside: avoid; }
  h2, h3, .findings tbody tr:first-child { break-after: avoid; }
  a { text-decoration: none; }
  mark { font-weight: 600; text-decoration: underline; }
}
`;
