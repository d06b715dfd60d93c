import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './lsp-client';

/**
 * The folder of published documents beside the repository. They are not ours to pass on, so it may be absent; a git
 * worktree stands one folder deeper.
 */
const folder = ['../shared/corpus', '../../shared/corpus']
  .map((place) => path.join(root, place))
  .find((place) => existsSync(place));

export interface CorpusDocument {
  name: string;
  /** The text as published. */
  text: string;
  /** The file of that text. */
  file: string;
  /** What people found in it: see the README of the corpus. */
  gold: Record<string, unknown>;
}

export function corpusDocuments(): CorpusDocument[] {
  return folder === undefined ? [] : annotatedDocuments(folder);
}

/** The texts of a folder that have annotations beside them (`NAME.txt`, `NAME.gold.json`). */
export function annotatedDocuments(folder: string): CorpusDocument[] {
  const names = readdirSync(folder).filter((file) => file.endsWith('.gold.json'));
  return names.map((gold) => {
    const name = gold.replace('.gold.json', '');
    const file = path.join(folder, `${name}.txt`);
    return {
      name,
      file,
      text: readFileSync(file, 'utf8'),
      gold: JSON.parse(readFileSync(path.join(folder, gold), 'utf8')) as Record<string, unknown>,
    };
  });
}

/**
 * `describe` for tests over the corpus: the body is called with the documents. Without a corpus there is one skipped
 * test that says so.
 */
export function describeCorpus(title: string, body: (documents: CorpusDocument[]) => void): void {
  describe(title, () => {
    const documents = corpusDocuments();
    if (documents.length > 0) body(documents);
    else it.skip('needs the published documents in ../shared/corpus, which are not here');
  });
}
