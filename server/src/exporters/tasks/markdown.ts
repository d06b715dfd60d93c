import { briefColumns, type LedgerLayout } from './columns';

/** GFM tables, one a group under a heading of its own. */
export function ledgerMarkdown(layout: LedgerLayout): string {
  const columns = briefColumns(layout);
  const head = [row(columns.map(({ header }) => header)), row(columns.map(() => '---'))];
  const parts = layout.groups.map((group) => {
    const rows = group.entries.map((entry) =>
      row(columns.map(({ cell }) => escape(String(cell(entry, group))))),
    );
    const heading = group.name === '' ? [] : [`## ${escape(group.name)}`, ''];
    return [...heading, ...head, ...rows].join('\n');
  });
  return `${parts.join('\n\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escape(text: string): string {
  return text.replace(/[\\|<`*_[\]]/gu, '\\$&').replace(/\s*[\r\n]+\s*/gu, '<br>');
}
