import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { CorpusDocument } from './corpus';
import { root } from './lsp-client';

const folder = path.join(root, 'test/plans');

/**
 * The invented plans in test/plans: published text as such offices write it, of many places, topics and manners, with
 * annotations of the corpus's form. They were annotated before the program read them.
 */
export function inventedPlans(): CorpusDocument[] {
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
