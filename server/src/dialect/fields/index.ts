export { readFields, readUnitCell, readDeadlines, readFrequencies, readTargets } from './read-fields';
export type { FieldOptions } from './read-fields';
export { classifyLabel, canonicalLabels } from './labels';
export { readUnitList } from './unit-list';
export { isCollective, looksLikeUnit } from './unit-name';
export { readBrackets } from './brackets';
