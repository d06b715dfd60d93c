/** Writes docs/schema/yaodian-config.schema.json from the rules there are. */
import { writeFileSync } from 'node:fs';
import { configurationSchema } from '../server/src/rules/configuration/schema';
import { allRules } from '../server/src/rules/index';

const file = new URL('../docs/schema/yaodian-config.schema.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(configurationSchema(allRules), null, 2)}\n`);
