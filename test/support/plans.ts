import path from 'node:path';
import { annotatedDocuments, type CorpusDocument } from './corpus';
import { root } from './lsp-client';

const folder = path.join(root, 'test/plans');

/**
 * The invented plans in test/plans: published text as such offices write it, of many places, topics and manners, with
 * annotations of the corpus's form. They were annotated before the program read them.
 */
export function inventedPlans(): CorpusDocument[] {
  return annotatedDocuments(folder);
}

/** Short ones in further manners, annotated in the same way: for what reads and checks, not for what issues and imports. */
export function plansInManners(): CorpusDocument[] {
  return annotatedDocuments(path.join(folder, 'manners'));
}
