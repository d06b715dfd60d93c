/** Writes what is made from the rules there are: the schema of .yaodian.yaml and the index of the rule pages. */
import { writeFileSync } from 'node:fs';
import { configurationSchema } from '../server/src/rules/configuration/schema';
import { allRules } from '../server/src/rules/index';
import { ruleIndex } from './lib/rule-index';

const docs = new URL('../docs/', import.meta.url);
writeFileSync(
  new URL('schema/yaodian-config.schema.json', docs),
  `${JSON.stringify(configurationSchema(allRules), null, 2)}\n`,
);
writeFileSync(new URL('rules/README.md', docs), ruleIndex(allRules));
