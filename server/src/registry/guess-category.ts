import { readUnitName } from './unit-name';

/** 类别 in the order in which official lists put them. */
export const CATEGORIES = [
  '党委',
  '人大',
  '政府',
  '政协',
  '纪检',
  '法院',
  '检察院',
  '群团',
  '垂管',
  '街镇',
  '企业',
  '其他',
] as const;
export type Category = (typeof CATEGORIES)[number];

const FORMS: readonly (readonly [RegExp, Category])[] = [
  [/^纪委|^监委/, '纪检'],
  [/^委(?:$|[^员])/, '党委'],
  [/^人大/, '人大'],
  [/^政协/, '政协'],
  [/^法院/, '法院'],
  [/^检察院/, '检察院'],
  [
    /^团委$|总工会$|妇联$|妇女联合会$|工商联$|残联$|残疾人联合会$|科协$|文联$|侨联$|红十字会$|科学技术协会$/,
    '群团',
  ],
  [/(?:镇|乡|街道|苏木)$/, '街镇'],
  [/公司$|集团$|银行$|电信$|移动$|联通$|铁塔$/, '企业'],
  [/^(?:税务局|气象局|消防救援.*|烟草专卖局|海事.*|调查队|邮政管理局|人武部)$/, '垂管'],
  [/局$|委$|委员会$|办$|办公室$|政府$|中心$|大队$|支队$|园区$|分局$|院$|社$/, '政府'],
];

/** The category a unit's name suggests; for a draft of a registry that a person looks over. */
export function guessCategory(name: string): Category {
  const { core } = readUnitName(name);
  return FORMS.find(([form]) => form.test(core))?.[1] ?? '其他';
}
