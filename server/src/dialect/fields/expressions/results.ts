import type { Expression } from './expression';

/** Results that are measurable without a number: nothing left, nobody left out. */
export const resultExpressions: readonly Expression[] = [
  {
    name: '全覆盖',
    pattern: '全覆盖|全员覆盖|全域覆盖|全面覆盖|覆盖所有|覆盖全部',
    examples: [{ text: '【实现村级卫生室全覆盖】' }, { text: '做到“全覆盖”' }],
  },
  {
    name: '清零',
    pattern: '(?<!分类)清零',
    examples: [{ text: '【存量问题动态清零】' }, { text: '开展“清零”行动' }, { text: '分类清零' }],
  },
  {
    name: '零某',
    pattern:
      '零(?:发生|开启|事故|死亡|伤亡|增长|投诉|新增|差错|失误|感染|违规|违章|排放|直排|火灾|火情|发案|上访|复发|返贫|遗漏|延误|积压|超时|欠薪|拖欠|扩散|污染|填埋|缺陷|溺亡|辍学|失学|返流)' +
      // Whatever closes the phrase and is no other word that begins so.
      '|零(?!容忍|距离|起点|门槛|基础|报告|[散星售碎工件部配担])[\\u4e00-\\u9fff]{2}(?=[，。；、）)]|$)',
    examples: [
      { text: '【确保校园欺凌零发生】' },
      { text: '【做到合同零违约】' },
      { text: '坚持零容忍' },
      { text: '零散就业' },
      { text: '引导零工就业，服务零售业。' },
    ],
  },
  {
    name: '应某尽某',
    pattern: '应[\\u4e00-\\u9fff]{1,3}尽[\\u4e00-\\u9fff]{1,3}',
    examples: [{ text: '【低收入人口应保尽保】' }],
  },
  {
    name: '翻番',
    pattern: '翻(?:一|两|二|三)?番',
    examples: [{ text: '【产值翻一番】' }, { text: '翻新番茄大棚' }],
  },
  {
    name: '只减不增',
    pattern: '只减不增|只增不减|只升不降|只降不升',
    examples: [{ text: '【会议数量只减不增】' }],
  },
  {
    name: '名次',
    pattern: '全[国省市区县州盟旗](?:系统)?前[一二三四五六七八九十]{1,3}(?:名|位|强)?(?=[，。；、）)]|$)',
    examples: [{ text: '【总分进入全省前十】' }, { text: '全市前三季度形势' }, { text: '走在全省前列' }],
  },
  {
    name: '与经济增长同步',
    pattern: '与经济(?:增长|发展)(?:速度)?(?:保持)?(?:基本)?同步',
    examples: [{ text: '【居民收入增长与经济增长基本同步】' }, { text: '同步推进经济发展与生态保护' }],
  },
  {
    name: '不发生',
    pattern: '不(?:发生|出现)(?!的|变化)',
    examples: [{ text: '【不发生重大疫情】' }, { text: '【不出现重污染天气】' }],
  },
  {
    name: '无新增',
    pattern:
      '无新增|不新增|零新增|全部(?:完成|建成|办结|整改|达标|销号|投用|消除|清除|拆除|到位|开工|竣工|上线|公开|退出|关停|开展|纳入|实现|设置|配齐|通过)|基本消除|全面消除|(?<=[\\u4e00-\\u9fff”])(?<!化整)为零(?=[，。；、）)]|$)',
    examples: [{ text: '【隐患全部整改到位】' }, { text: '【城区无新增内涝点】' }],
  },
];
