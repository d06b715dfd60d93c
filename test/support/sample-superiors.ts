import { t } from '../../server/src/localise';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readDraft } from '../../server/src/dialect/draft';
import type { Draft } from '../../server/src/dialect/model';
import { createSuperior, superiorsNamedBy, type Superiors } from '../../server/src/trace/superiors';

const samples = path.resolve(import.meta.dirname, '../../samples');

/** The superiors' plans that a text names, as if it lay among the samples. */
export function sampleSuperiors(draft: Draft): Superiors {
  const named = superiorsNamedBy(draft).map((one) => ({ one, file: path.join(samples, one.path) }));
  return {
    plans: named
      .filter(({ file }) => existsSync(file))
      .map(({ one, file }) =>
        createSuperior(one, pathToFileURL(file).href, readDraft(readFileSync(file, 'utf8'))),
      ),
    missing: named
      .filter(({ file }) => !existsSync(file))
      .map(({ one }) => ({ named: one, message: t('找不到上级要点“{0}”', one.path) })),
  };
}
