/**
 * Keeps a spreadsheet from taking text of a draft for a formula: such cells are given an apostrophe (OWASP, “CSV
 * Injection”).
 */
export function neutraliseCell(text: string): string {
  return /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
}
