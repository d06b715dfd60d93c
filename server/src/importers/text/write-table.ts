/** Writes a GFM table from plain cells: line breaks become `<br>`, pipes are escaped. */
export function writeTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = Math.max(header.length, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => writeCell(cells[i] ?? '')).join(' | ')} |`;
  return [line(header), `|${' --- |'.repeat(width)}`, ...rows.map(line)].join('\n');
}

/** One line of source for whatever a cell holds. A backslash before a pipe would undo the pipe's own. */
export function writeCell(text: string): string {
  return text
    .trim()
    .replace(/\\(?=\||$)/g, '\\\\')
    .replace(/\|/g, '\\|')
    .replace(/[ \t\u3000]*[\r\n]+[\s\u3000]*/g, '<br>');
}
