import { createHash } from 'node:crypto';
import { isFileError, type Files } from '../io';

type Question = 'read' | 'kindOf' | 'list' | 'realPath';

/** What was asked of the disk and what it said. Plain data: threads send it and files keep it. */
export interface Answer {
  readonly question: Question;
  readonly path: string;
  /** Of content its digest; of a failure its code. */
  readonly said: string;
}

/** The same for the same question. */
export function questionOf({ question, path }: Pick<Answer, 'question' | 'path'>): string {
  return `${question} ${path}`;
}

/** Tells contents apart, also those that somebody has made to be taken for one another. */
export function digestOf(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64');
}

/** Files that note all they are asked, so that it can be told later whether the disk would still say the same. */
export class WatchedFiles implements Files {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly files: Files) {}

  /** What was asked since this was last called. */
  takeAnswers(): Answer[] {
    const answers = [...this.answers.values()];
    this.answers.clear();
    return answers;
  }

  read(path: string): Uint8Array {
    return this.note('read', path, digestOf, () => this.files.read(path));
  }

  kindOf(path: string): ReturnType<Files['kindOf']> {
    return this.note('kindOf', path, String, () => this.files.kindOf(path));
  }

  list(folder: string): ReturnType<Files['list']> {
    return this.note('list', folder, JSON.stringify, () => this.files.list(folder));
  }

  realPath(path: string): string {
    return this.note('realPath', path, String, () => this.files.realPath(path));
  }

  replace(path: string, content: Uint8Array): void {
    this.files.replace(path, content);
  }

  write(path: string, content: Uint8Array, overwrite: boolean): void {
    this.files.write(path, content, overwrite);
  }

  update(path: string, change: () => string): Promise<void> {
    return this.files.update(path, change);
  }

  private note<T>(question: Question, path: string, inShort: (found: T) => string, find: () => T): T {
    const say = (said: string): void => {
      const answer = { question, path, said };
      this.answers.set(questionOf(answer), answer);
    };
    try {
      const found = find();
      say(inShort(found));
      return found;
    } catch (error) {
      if (isFileError(error)) say(`! ${error.code}`);
      throw error;
    }
  }
}

/** Whether the disk says all of it again. */
export function stillHold(answers: readonly Answer[], files: Files): boolean {
  const again = new WatchedFiles(files);
  return answers.every(({ question, path, said }) => {
    try {
      again[question](path);
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
    return again.takeAnswers().every((answer) => answer.said === said);
  });
}
