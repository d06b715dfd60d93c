import type { Draft } from '../../dialect/model';
import { isMargin } from '../../dialect/layout-settings';
import { STANDARD_MARGINS, type Margins } from './measures';
import type { ExportProfile, Face } from './plan';

export const DEFAULT_FONTS: Readonly<Record<Face, string>> = {
  小标宋: '方正小标宋简体',
  黑体: '黑体',
  楷体: '楷体_GB2312',
  仿宋: '仿宋_GB2312',
  宋体: '宋体',
};

export const DEFAULT_PROFILE: ExportProfile = {
  form: 'document',
  fonts: DEFAULT_FONTS,
  latinFont: '',
  pageNumbers: 'odd-even',
  margins: STANDARD_MARGINS,
  duplex: true,
  grid: 'grid',
  letterhead: true,
  imprint: true,
  imprintPage: 'last',
  sealed: true,
  draftMark: '',
  lineNumbers: false,
  titleShape: 'balanced',
  clauses: 'as-written',
  division: false,
  bookMarks: true,
};

const FORMS: Readonly<Record<string, ExportProfile['form']>> = {
  公文: 'document',
  信函: 'letter',
  纪要: 'minutes',
};
const PAGE_NUMBERS: Readonly<Record<string, ExportProfile['pageNumbers']>> = {
  单双页: 'odd-even',
  居中: 'centre',
  无: 'none',
};
const SIDES: Readonly<Record<string, keyof Margins>> = { 上: 'top', 下: 'bottom', 左: 'left', 右: 'right' };
const TITLE_SHAPES: Readonly<Record<string, ExportProfile['titleShape']>> = {
  自动: 'balanced',
  上短下长: 'widening',
  上长下短: 'narrowing',
  菱形: 'rhombus',
};
const CLAUSE_STYLES: Readonly<Record<string, ExportProfile['clauses']>> = {
  原样: 'as-written',
  楷体: 'kaiti',
  另起一段: 'own-paragraph',
  不印: 'left-out',
};

/** What 版式 may say: each key with how it changes the profile. Unknown keys are front-matter/schema's matter. */
const SETTINGS: Readonly<Record<string, (profile: Mutable, value: unknown) => void>> = {
  格式: (profile, value) => (profile.form = FORMS[String(value)] ?? profile.form),
  字体: (profile, value) => {
    if (value !== null && typeof value === 'object')
      for (const [face, font] of Object.entries(value))
        if (face in DEFAULT_FONTS) profile.fonts = { ...profile.fonts, [face]: String(font) };
  },
  西文字体: (profile, value) => (profile.latinFont = String(value ?? '')),
  页码: (profile, value) => (profile.pageNumbers = PAGE_NUMBERS[String(value)] ?? profile.pageNumbers),
  页边: (profile, value) => {
    if (value !== null && typeof value === 'object')
      for (const [side, width] of Object.entries(value))
        if (side in SIDES && isMargin(width))
          profile.margins = { ...profile.margins, [SIDES[side] as string]: width };
  },
  印刷: (profile, value) => (profile.duplex = value !== '单面'),
  网格: (profile, value) => (profile.grid = value === '通用' ? 'portable' : 'grid'),
  版头: (profile, value) => (profile.letterhead = isYes(value)),
  版记: (profile, value) => (profile.imprint = isYes(value)),
  版记页: (profile, value) => (profile.imprintPage = value === '双数页' ? 'even' : 'last'),
  印章: (profile, value) => (profile.sealed = isYes(value)),
  稿本: (profile, value) => (profile.draftMark = String(value ?? '')),
  行号: (profile, value) => (profile.lineNumbers = isYes(value)),
  书名号: (profile, value) => (profile.bookMarks = isYes(value)),
  标题分行: (profile, value) => (profile.titleShape = TITLE_SHAPES[String(value)] ?? profile.titleShape),
  责任括注: (profile, value) => (profile.clauses = CLAUSE_STYLES[String(value)] ?? profile.clauses),
  责任分解表: (profile, value) => (profile.division = isYes(value)),
};

type Mutable = { -readonly [Key in keyof ExportProfile]: ExportProfile[Key] };

function isYes(value: unknown): boolean {
  return value === true || value === '是' || value === '有' || value === 'true';
}

/** The profile of a draft: defaults, then the configuration file's 版式, then the front matter's. */
export function readProfile(draft: Draft, configured: Readonly<Record<string, unknown>> = {}): ExportProfile {
  const profile: Mutable = { ...DEFAULT_PROFILE };
  const own = draft.frontMatter?.entries.find(({ key }) => key.value === '版式')?.value;
  for (const layer of [configured, own]) {
    // 版式: 信函 says the form alone.
    const entries = typeof layer === 'string' ? { 格式: layer } : layer;
    if (entries === null || typeof entries !== 'object') continue;
    for (const [key, value] of Object.entries(entries)) SETTINGS[key]?.(profile, value);
  }
  return profile;
}
