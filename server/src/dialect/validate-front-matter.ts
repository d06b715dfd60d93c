import { FIELDS, NUMBERED_LEVELS, NUMBERING_MANNERS } from './front-matter-fields';
import type { Field } from './front-matter-fields';
import { DOCUMENT_FORMS, LAYOUT_SETTINGS, layoutFault } from './layout-settings';
import type { FrontMatter, FrontMatterEntry, FrontMatterProblem } from './model';
import { nearestKey } from './nearest-key';
import { holdsPlaceholder } from './placeholder';
import { t } from '../localise';

/**
 * Checks front matter against `docs/schema/front-matter.schema.json`, without a schema library: start-up stays lean.
 * A key without a value says nothing and is no fault, nor is one whose value is still to be filled in: another rule
 * says so. The entries of 检查 are checked with the rules they name.
 */
export function validateFrontMatter(frontMatter: FrontMatter): FrontMatterProblem[] {
  return frontMatter.entries.flatMap((entry) => validateEntry(entry));
}

function validateEntry({ key, value, valueRange, fields }: FrontMatterEntry): FrontMatterProblem[] {
  if (!Object.hasOwn(FIELDS, key.value)) return [{ message: unknownKey(key.value), range: key.range }];
  const field = FIELDS[key.value] as Field;
  if (value === null || value === undefined || isToCome(value)) return [];
  if (field.shape === 'layout' && fields !== undefined) return fields.flatMap(validateSetting);
  if (fits(value, field)) return [];
  return [{ message: t('“{0}”的内容不合要求：{1}', key.value, t(field.expected)), range: valueRange }];
}

/** A setting of 版式 there is not, at its name; one that says something else than it may, at its value. */
function validateSetting({ key, value, valueRange }: FrontMatterEntry): FrontMatterProblem[] {
  const message = layoutFault(key.value, value);
  if (message === undefined) return [];
  return [{ message, range: Object.hasOwn(LAYOUT_SETTINGS, key.value) ? valueRange : key.range }];
}

function isToCome(value: unknown): boolean {
  return typeof value === 'string' && holdsPlaceholder(value);
}

function unknownKey(key: string): string {
  const near = nearestKey(key, Object.keys(FIELDS));
  return t('前言里没有“{0}”这一项{1}', key, near === undefined ? '' : t('，是否为“{0}”', near));
}

function fits(value: unknown, { shape, pattern }: Field): boolean {
  const isText = (item: unknown): item is string =>
    typeof item === 'string' && item.trim() !== '' && (pattern === undefined || pattern.test(item));
  switch (shape) {
    case 'text':
      return isText(value);
    case 'texts':
      return isText(value) || isListOf(value, isText);
    case 'number-or-text':
      return isText(value) || (Number.isInteger(value) && isText(String(value)));
    case 'checks':
      return isRecord(value);
    case 'layout':
      return DOCUMENT_FORMS.includes(value as string);
    case 'registry':
      return isText(value) || isRecord(value) || isListOf(value, (item) => isText(item) || isRecord(item));
    case 'plans':
      return isText(value) || isListOf(value, isText) || isMapOf(value, isText);
    case 'named-texts':
      return isMapOf(value, isText);
    case 'numbering':
      return isRecord(value) && Object.entries(value).every(isNumbering);
  }
}

function isNumbering([level, manner]: [string, unknown]): boolean {
  return NUMBERED_LEVELS.includes(level) && NUMBERING_MANNERS.includes(manner as string);
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isItem);
}

function isMapOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(isItem);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
