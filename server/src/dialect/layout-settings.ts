import { list, t } from '../localise';
import { nearestKey } from './nearest-key';

/** The form of a document, which 版式 may name alone. */
export const DOCUMENT_FORMS: readonly string[] = ['公文', '信函', '纪要'];

/** Faces that 版式 can give other fonts. */
export const FACES: readonly string[] = ['小标宋', '黑体', '楷体', '仿宋', '宋体'];

/** What a setting of 版式 may say. */
type LayoutShape =
  /** `offered`: those of the values that messages name. */
  | { readonly kind: 'choice'; readonly values: readonly unknown[]; readonly offered: readonly string[] }
  | { readonly kind: 'text' | 'fonts' | 'margins' };

interface LayoutSetting {
  /** In Chinese: what it is for. */
  readonly description: string;
  readonly shape: LayoutShape;
}

const TEXT: LayoutShape = { kind: 'text' };
const YES_OR_NO: LayoutShape = {
  kind: 'choice',
  values: [true, false, '是', '否', '有', '无'],
  offered: ['是', '否'],
};

function choice(...values: readonly string[]): LayoutShape {
  return { kind: 'choice', values, offered: values };
}

/** The least and the most that a margin may be, millimetres: less leaves no room for the page number. */
export const MARGIN_BOUNDS = { least: 15, most: 60 } as const;
const SIDES: readonly string[] = ['上', '下', '左', '右'];

/**
 * The settings of 版式, in the front matter and in `.yaodian.yaml`. Published schemas are made from them; the exporters
 * read them (`exporters/document/profile.ts`).
 */
export const LAYOUT_SETTINGS: Readonly<Record<string, LayoutSetting>> = {
  格式: { description: '公文（有版头、版记）、信函或纪要。', shape: choice(...DOCUMENT_FORMS) },
  字体: { description: '各字体用哪种字库，如 {小标宋: 方正小标宋_GBK}。', shape: { kind: 'fonts' } },
  西文字体: { description: '数字和西文的字体；不写则用中文字体自带的。', shape: TEXT },
  页码: {
    description: '单双页：单页居右、双页居左（国家标准）；居中；无。',
    shape: choice('单双页', '居中', '无'),
  },
  页边: {
    description: '版心四边离纸边多少毫米，如 {上: 37, 下: 35, 左: 28, 右: 26}；不写的按国家标准。',
    shape: { kind: 'margins' },
  },
  印刷: {
    description: '双面：订口在单页左边、双页右边，版心随着换边（国家标准）；单面：各页的订口都在左边。',
    shape: choice('双面', '单面'),
  },
  网格: {
    description: '网格：每面 22 行、每行 28 字的文档网格；通用：固定行距，各种办公软件都一样。',
    shape: choice('网格', '通用'),
  },
  版头: { description: '是否印版头。', shape: YES_OR_NO },
  版记: { description: '是否印版记。', shape: YES_OR_NO },
  版记页: {
    description: '末页：正文末页放得下就放在末页；双数页：总在双数页。',
    shape: choice('末页', '双数页'),
  },
  印章: { description: '是否加盖印章，决定署名和日期的位置。', shape: YES_OR_NO },
  稿本: { description: '稿本标记，如 征求意见稿。', shape: TEXT },
  行号: { description: '是否印行号。', shape: YES_OR_NO },
  标题分行: {
    description: '标题几行排成什么形状。自动：词意完整、形状匀称即可，稿件里分好的行照分；其余三种重新分行。',
    shape: choice('自动', '上短下长', '上长下短', '菱形'),
  },
  书名号: { description: '自动编写的通知标题里，要点名称是否加书名号。', shape: YES_OR_NO },
  责任括注: {
    description:
      '任务后面写责任单位、完成时限的括注怎样印。原样；楷体；另起一段：排在任务之后，楷体；不印：由责任分解表说明，分解表作为附件。',
    shape: choice('原样', '楷体', '另起一段', '不印'),
  },
  责任分解表: { description: '是否由任务生成责任分解表，作为最后一个附件。', shape: YES_OR_NO },
};

/** What is wrong with a setting, in Chinese; undefined where nothing is. A setting without a value says nothing. */
export function layoutFault(key: string, value: unknown): string | undefined {
  const shape = LAYOUT_SETTINGS[key]?.shape;
  if (shape === undefined) return unknownSetting(key);
  if (value === null || value === undefined || FITS[shape.kind](value, shape)) return undefined;
  return t('版式的“{0}”应为{1}', key, expectedOf(shape));
}

function unknownSetting(key: string): string {
  const near = nearestKey(key, Object.keys(LAYOUT_SETTINGS));
  return t('版式里没有“{0}”这一项{1}', key, near === undefined ? '' : t('，是否为“{0}”', near));
}

const FITS: Readonly<Record<LayoutShape['kind'], (value: unknown, shape: LayoutShape) => boolean>> = {
  choice: (value, shape) => shape.kind === 'choice' && shape.values.includes(value),
  text: (value) => typeof value === 'string',
  fonts: (value) =>
    isMapOf(value, (face, font) => FACES.includes(face) && typeof font === 'string' && font !== ''),
  margins: (value) => isMapOf(value, (side, width) => SIDES.includes(side) && isMargin(width)),
};

function isMapOf(value: unknown, fits: (key: string, value: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(([key, item]) => fits(key, item));
}

export function isMargin(value: unknown): value is number {
  return typeof value === 'number' && value >= MARGIN_BOUNDS.least && value <= MARGIN_BOUNDS.most;
}

function expectedOf(shape: LayoutShape): string {
  if (shape.kind === 'choice')
    return t('{0}或{1}', list(shape.offered.slice(0, -1)), shape.offered.at(-1) ?? '');
  if (shape.kind === 'text') return t('一段文字');
  if (shape.kind === 'fonts') return t('“字体: 字库名”，字体有{0}', list(FACES));
  return t('“上、下、左、右: 毫米数”，每边 {0} 到 {1} 毫米', MARGIN_BOUNDS.least, MARGIN_BOUNDS.most);
}

/** The JSON schema of 版式 as a map of settings. */
export function layoutSchema(): Record<string, unknown> {
  const properties = Object.entries(LAYOUT_SETTINGS).map(([key, { description, shape }]) => [
    key,
    { description, ...schemaOf(shape) },
  ]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(properties) as Record<string, unknown>,
  };
}

function schemaOf(shape: LayoutShape): Record<string, unknown> {
  if (shape.kind === 'choice') return { enum: [...shape.values, null] };
  if (shape.kind === 'text') return { type: ['string', 'null'] };
  const [keys, item] =
    shape.kind === 'fonts'
      ? [FACES, { type: 'string', minLength: 1 }]
      : [SIDES, { type: 'number', minimum: MARGIN_BOUNDS.least, maximum: MARGIN_BOUNDS.most }];
  const properties = Object.fromEntries(keys.map((key) => [key, item]));
  return { anyOf: [{ type: 'object', additionalProperties: false, properties }, { type: 'null' }] };
}
