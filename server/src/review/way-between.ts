/** The way from the folder of one file to another file; both paths are absolute and have slashes. */
export function wayBetween(from: string, to: string): string {
  const [folders, steps] = [from.split('/').slice(0, -1), to.split('/')];
  let common = 0;
  while (common < folders.length && folders[common] === steps[common]) common++;
  return [...folders.slice(common).map(() => '..'), ...steps.slice(common)].join('/');
}
