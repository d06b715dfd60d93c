import type { Message } from '../localise';

/** What the value of a front matter key may be. */
export type FieldShape =
  | 'text'
  | 'texts'
  | 'number-or-text'
  | 'checks'
  | 'layout'
  | 'registry'
  | 'numbering'
  | 'plans'
  | 'named-texts';

export interface Field {
  readonly shape: FieldShape;
  /** What the text must look like. */
  readonly pattern?: RegExp;
  /** What the value should be. */
  readonly expected: Message;
}

const DATE =
  /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/;
const TEXT = '应为一段文字';
const TEXTS = '应为一段文字，或文字的列表';
const DATE_EXPECTED = '应为日期，如 2025-03-21 或 2025年3月21日';

/**
 * The keys of front matter. `docs/schema/front-matter.schema.json` says the same to editors; a test holds the two
 * together. The vocabulary is that of GB/T 9704—2012.
 */
export const FIELDS: Readonly<Record<string, Field>> = {
  文种: { shape: 'text', expected: '应为文种名称，如 工作要点' },
  发文机关: { shape: 'texts', expected: TEXTS },
  发文字号: { shape: 'text', expected: '应为一段文字，如 甲府发〔2025〕2号' },
  签发人: { shape: 'texts', expected: TEXTS },
  密级: { shape: 'text', pattern: /^(?:绝密|机密|秘密)(?:★.+)?$/, expected: '应为绝密、机密或秘密' },
  保密期限: { shape: 'text', expected: '应为期限，如 1年' },
  紧急程度: {
    shape: 'text',
    pattern: /^(?:特提|特急|加急|平急)$/,
    expected: '应为特急或加急（电报为特提、特急、加急、平急）',
  },
  份号: { shape: 'number-or-text', pattern: /^\d{1,6}$/, expected: '应为不超过 6 位的数字，如 000001' },
  通知标题: { shape: 'text', expected: TEXT },
  主送: { shape: 'texts', expected: TEXTS },
  印发语: { shape: 'text', expected: TEXT },
  附件说明: { shape: 'texts', expected: TEXTS },
  署名: { shape: 'texts', expected: TEXTS },
  成文日期: { shape: 'text', pattern: DATE, expected: DATE_EXPECTED },
  附注: { shape: 'text', expected: TEXT },
  抄送: { shape: 'texts', expected: TEXTS },
  印发机关: { shape: 'text', expected: TEXT },
  印发日期: { shape: 'text', pattern: DATE, expected: DATE_EXPECTED },
  年度: {
    shape: 'number-or-text',
    pattern: /^(?:19|20|21)\d\d(?:年|年度)?$/,
    expected: '应为四位年份，如 2025',
  },
  单位名录: { shape: 'registry', expected: '应为名录文件的路径（可有多个），或直接写出的名录' },
  编号: { shape: 'numbering', expected: '应为“任务: 连续”或“任务: 分节”，也可写章、节、要点' },
  检查: { shape: 'checks', expected: '应为“规则名: 级别”，每项一行' },
  框架章节: { shape: 'texts', expected: '应为章节标题，或标题的列表' },
  出席: { shape: 'texts', expected: TEXTS },
  请假: { shape: 'texts', expected: TEXTS },
  列席: { shape: 'texts', expected: TEXTS },
  版式: { shape: 'layout', expected: '应为公文、信函或纪要，或“名称: 内容”的列表' },
  上级要点: { shape: 'plans', expected: '应为上级工作要点文件的路径、路径的列表，或“简称: 路径”的列表' },
  落实核对: { shape: 'named-texts', expected: '应为“某要点第几项: 核对码”的列表，由程序填写' },
};

/** Levels whose numbers 编号: can fix, and how they may run. */
export const NUMBERED_LEVELS: readonly string[] = ['任务', '章', '节', '要点'];
export const NUMBERING_MANNERS: readonly string[] = ['连续', '分节'];
