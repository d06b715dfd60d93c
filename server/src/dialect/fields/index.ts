export { readFields, readUnitCell } from './read-fields';
export { readDeadlineField, readDeadlines } from './deadlines';
export { readFrequencies } from './frequencies';
export { readTargets } from './targets';
export type { FieldOptions } from './read-fields';
export { classifyLabel, canonicalLabels, fieldOrder } from './labels';
export { readUnitList } from './unit-list';
export { isCollective, looksLikeUnit } from './unit-name';
