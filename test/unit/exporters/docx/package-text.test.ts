import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readDraft } from '../../../../server/src/dialect/draft';
import { importText } from '../../../../server/src/importers/text/import-text';
import { assertIssuedWhole } from '../../../support/issued-text';
import { root } from '../../../support/lsp-client';
import { inventedPlans } from '../../../support/plans';

describe('The text of a package', () => {
  for (const { name, text } of documents())
    it(`is the draft’s, every paragraph in order: ${name}`, () => assertIssuedWhole(readDraft(text)));
});

interface Named {
  readonly name: string;
  readonly text: string;
}

/** The samples; the invented plans as offices published them and as the import hands them on. */
function documents(): Named[] {
  const samples = ['samples', 'samples/上级', 'samples/往年'].flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((file) => file.endsWith('.要点.md'))
      .map((file) => ({ name: `${folder}/${file}`, text: read(path.join(root, folder, file)) })),
  );
  const plans = inventedPlans().map(({ name, text }) => ({ name, text }));
  const imported = plans.map(({ name, text }) => ({
    name: `${name}, imported`,
    text: importText(text).text,
  }));
  return [...samples, ...plans, ...imported];
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
