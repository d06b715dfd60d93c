/**
 * Writes what is made from the rules and settings there are: the schema of .yaodian.yaml, 版式 in that of front matter
 * and the index of the rule pages.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { layoutSchema } from '../server/src/dialect/layout-settings';
import { configurationSchema } from '../server/src/rules/configuration/schema';
import { allRules } from '../server/src/rules/index';
import { ruleIndex } from './lib/rule-index';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(
  new URL('schema/yaodian-config.schema.json', docs),
  `${JSON.stringify(configurationSchema(allRules), null, 2)}\n`,
);

const frontMatter = new URL('schema/front-matter.schema.json', docs);
const schema = JSON.parse(readFileSync(frontMatter, 'utf8')) as { $defs: Record<string, unknown> };
schema.$defs['版式'] = layoutSchema();
writeFileSync(frontMatter, `${JSON.stringify(schema, null, 2)}\n`);

writeFileSync(new URL('rules/README.md', docs), ruleIndex(allRules));
