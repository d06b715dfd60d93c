import { env } from 'vscode';
import english from '../../l10n/bundle.l10n.en.json';

/**
 * A message for the user. Source strings are Chinese, the English ones are in l10n/bundle.l10n.en.json.
 * `vscode.l10n.t` cannot do this: it never loads a bundle when the editor runs in English, because it takes the
 * source strings to be English. People who read neither language are better served by English.
 * `{0}`, `{1}` … stand for the arguments.
 */
export function t(message: string, ...values: (string | number)[]): string {
  const bundle: Record<string, string> = english;
  const template = env.language.startsWith('zh') ? message : (bundle[message] ?? message);
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
