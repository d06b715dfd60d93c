import { env } from 'vscode';
import english from '../../l10n/bundle.l10n.en.json';

/** Every message must have its English: one that has not is a compile error. */
export type Message = keyof typeof english;

/** The language that pages of the extension's own are in. */
export function pageLanguage(): 'zh-CN' | 'en' {
  return speaksChinese() ? 'zh-CN' : 'en';
}

function speaksChinese(): boolean {
  return env.language.startsWith('zh');
}

/**
 * A message for the user. Source strings are Chinese, the English ones are in l10n/bundle.l10n.en.json.
 * `vscode.l10n.t` cannot do this: it never loads a bundle when the editor runs in English, because it takes the
 * source strings to be English. People who read neither language are better served by English.
 * `{0}`, `{1}` … stand for the values.
 */
export function t(message: Message, ...values: (string | number)[]): string {
  const template = speaksChinese() ? message : english[message];
  return template.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}
