import type { Rule } from '../rule';
import { parseLevel, type CheckSetting, type ConfigurationLayer } from './levels';
import { unknownKey } from './read-checks';

/**
 * The layer that editor settings make, read leniently: an editor shows faults in its settings itself, by the
 * schema in the manifest.
 */
export function settingsLayer(
  values: Readonly<Record<string, unknown>>,
  name: string,
  rules: readonly Rule[],
): ConfigurationLayer {
  const checks = new Map<string, CheckSetting>();
  const ids = rules.map(({ id }) => id);
  for (const [key, value] of Object.entries(values)) {
    const setting = unknownKey(key, ids) === undefined ? readSetting(value) : undefined;
    if (setting !== undefined) checks.set(key, setting);
  }
  return { origin: 'settings', name, checks };
}

function readSetting(value: unknown): CheckSetting | undefined {
  const level = parseLevel(value);
  if (level !== undefined) return { level };
  if (typeof value !== 'object' || value === null) return undefined;
  const { 级别: written, ...options } = value as Record<string, unknown>;
  const given = parseLevel(written);
  return given === undefined ? { options } : { level: given, options };
}
