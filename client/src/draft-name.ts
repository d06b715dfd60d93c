import type { Uri } from 'vscode';

/** Characters that some system does not have in a file's name. */
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g;

/** What a draft is called where it is read: its title, or the file's name where it has none yet. */
export function shownName({ title, uri }: { readonly title: string | null; readonly uri: string }): string {
  return title || decodeURIComponent(uri.split('/').at(-1) ?? '');
}

/** What a file is called that is made of a draft: its file's name without the endings; one that has no file yet, by its title. */
export function draftName(
  source: Pick<Uri, 'scheme' | 'path'>,
  title: string | null | undefined,
  unnamed: string,
): string {
  const name = (source.path.split('/').at(-1) ?? '').replace(/(?:\.(?:要点|yaodian))?\.md$/iu, '');
  if (source.scheme !== 'untitled' || /\.md$/iu.test(source.path)) return name;
  return (title ?? '').replace(NOT_IN_NAMES, '') || unnamed;
}
