import type english from '../../l10n/server.en.json';

/**
 * A message for the user, by its Chinese text. Every message must have its English: one that has not is a compile
 * error. Only the type of the catalogue is imported here; nobody loads it who reads Chinese.
 */
export type Message = keyof typeof english;

/** A message with its values, still to be put into words. */
export type Saying = readonly [Message, ...(string | number)[]];

export type Language = 'zh' | 'en';

let catalogue: Readonly<Record<Message, string>> | undefined;

/** The language of all messages from now on. A process speaks to one person, so this is said once, at its start. */
export async function speak(language: Language): Promise<void> {
  catalogue = language === 'zh' ? undefined : (await import('../../l10n/server.en.json')).default;
}

/** Which of the two languages a client's locale asks for; one that names none gets the product's own. */
export function languageOf(locale: string | undefined): Language {
  return locale === undefined || /^zh\b/i.test(locale) ? 'zh' : 'en';
}

export function spokenLanguage(): Language {
  return catalogue === undefined ? 'zh' : 'en';
}

/** The language spoken, as pages and machines name it. */
export function languageTag(): 'zh-CN' | 'en' {
  return catalogue === undefined ? 'zh-CN' : 'en';
}

/**
 * A message in the language spoken; `{0}`, `{1}` … stand for the values. Never call it when a module is loaded: nobody
 * has said yet which language to speak.
 */
export function t(...[message, ...values]: Saying): string {
  return fill(catalogue === undefined ? message : catalogue[message], values);
}

/** A message in Chinese whatever is spoken: for what goes into Chinese documents. */
export function inChinese(...[message, ...values]: Saying): string {
  return fill(message, values);
}

/** Names one after another: 、 between them in Chinese, a comma in English. */
export function list(names: readonly string[]): string {
  return names.join(t('、'));
}

function fill(text: string, values: readonly (string | number)[]): string {
  if (values.length === 0) return text;
  let filled = '';
  // Every second part is the number of a hole.
  partsOf(text).forEach((part, at) => {
    filled += at % 2 === 0 ? part : (values[Number(part)] ?? `{${part}}`);
  });
  return filled;
}

/** Messages taken apart at their holes: a check of a long draft words the same few hundreds of times. */
const taken = new Map<string, readonly string[]>();

function partsOf(text: string): readonly string[] {
  let parts = taken.get(text);
  if (parts === undefined) taken.set(text, (parts = text.split(/\{(\d)\}/)));
  return parts;
}
