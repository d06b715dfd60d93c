import type { Level } from '../rules/rule';

export { levelName, LEVELS } from '../rules/configuration/levels';

export function countLevels(found: readonly { readonly level: Level | undefined }[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { level } of found) if (level !== undefined) counts[level]++;
  return counts;
}
