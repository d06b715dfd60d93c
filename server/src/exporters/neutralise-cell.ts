/**
 * Keeps a spreadsheet from taking text of a draft for a formula: such cells are given an apostrophe (OWASP, “CSV
 * Injection”, whose list of beginnings has the wide ones, too).
 */
export function neutraliseCell(text: string): string {
  return /^[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
}
