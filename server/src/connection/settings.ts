/** The editor's settings of the section `yaodian`, read leniently: a wrong value counts as absent. */
export interface EditorSettings {
  /** 检查: rule levels, as given. */
  readonly rules: Readonly<Record<string, unknown>>;
  /** 单位名录: paths of registry files, relative to the workspace folder. */
  readonly registries: readonly string[];
  /** 框架章节: titles of chapters that hold no tasks, besides the known ones. */
  readonly framing: readonly string[];
  /** 问题上限: how many findings of one document are published. */
  readonly maximum: number;
  /** 任务统计: lenses with the counts of tasks. */
  readonly lenses: boolean;
  /** 时限提示: inlay hints with the date a deadline comes to. */
  readonly dateHints: boolean;
  /** 单位全称: inlay hints with the full names of units. */
  readonly unitHints: boolean;
  /** 转换程序: the LibreOffice that makes PDF; empty where it is to be looked for. */
  readonly office: string;
}

export const DEFAULT_MAXIMUM = 1000;

export function readSettings(value: unknown): EditorSettings {
  const given = isRecord(value) ? value : {};
  const maximum = given['问题上限'];
  return {
    rules: isRecord(given['检查']) ? given['检查'] : {},
    registries: strings(given['单位名录']),
    framing: strings(given['框架章节']),
    maximum: typeof maximum === 'number' && maximum >= 1 ? Math.floor(maximum) : DEFAULT_MAXIMUM,
    lenses: given['任务统计'] !== false,
    dateHints: given['时限提示'] === true,
    unitHints: given['单位全称'] === true,
    office: typeof given['转换程序'] === 'string' ? given['转换程序'] : '',
  };
}

/** Clients push settings with or without the section's name around them. */
export function sectionOf(settings: unknown): unknown {
  return isRecord(settings) && 'yaodian' in settings ? settings['yaodian'] : settings;
}

function strings(value: unknown): string[] {
  const list = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  return list.filter((entry) => typeof entry === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
