import type { Draft } from '../dialect/model';

/** Characters that some file system does not take in a name. */
const UNFIT = /[\\/:*?"<>|\s\u3000]+/g;

/** The file name a draft goes by: its title. */
export function nameDraft({ title }: Draft): string {
  const stem = (title?.value ?? '').replace(UNFIT, '').slice(0, 80);
  return `${stem || '工作要点'}.要点.md`;
}
