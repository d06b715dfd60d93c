// What an analysis is, for the benchmark: bundled as it is shipped, since running TypeScript directly costs extra.
import { readDraft } from '../../server/src/dialect/draft';
import { forgetAll } from '../../server/src/dialect/remember';
import { runRules } from '../../server/src/rules/run-rules';
import { registryOf } from '../support/registries';
import { generateUnitRegistry } from './plans';

const registry = registryOf(generateUnitRegistry());

/** Everything from nothing: parsing, model, all rules with a registry. How many findings there are. */
export function analyse(text: string): number {
  forgetAll();
  return runRules(readDraft(text), { layers: [] }, { registry }).length;
}

/** Parsing and model alone. How many tasks there are. */
export function read(text: string): number {
  forgetAll();
  return readDraft(text).tasks.length;
}
