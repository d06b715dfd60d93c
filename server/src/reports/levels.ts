import type { FileReport } from './file-report';
import type { Level } from '../rules/rule';

/** From the most severe to the least. */
export const LEVELS: readonly Level[] = ['error', 'warning', 'info', 'hint'];

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  error: '错误',
  warning: '警告',
  info: '信息',
  hint: '提示',
};

export function countLevels(files: readonly FileReport[]): Record<Level, number> {
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { level } of findings) counts[level]++;
  return counts;
}
