import { soughtPattern } from '../../dialect/pattern-search';
import { findPattern, overlooksAllBut } from '../find-pattern';
import type { DraftRule } from '../rule';
import { t, type Message } from '../../localise';

/**
 * Words that are commonly mistyped in official prose: what no match is without (one of several, with spaces between
 * them), what is found, what it should be, and why. A pattern must be wrong wherever it stands; groups may be used in
 * the replacement.
 */
const WORDS: readonly (readonly [keys: string, pattern: RegExp, replacement: string, why: Message])[] = [
  ['未', /因([\u4e00-\u9fa5]{2})未\1/g, '应$1未$1', '“应…未…”是固定格式'],
  [
    '的好 的准 的实 的细 的严 的快 的深 的对',
    /([做干抓管办建搞报讲说查叫转])的(好|准|实|细|严|快|深|对)(?=[，。、；的])/g,
    '$1得$2',
    '补语前用“得”',
  ],
  ['布署', /布署/g, '部署', '“部署”的误写'],
  ['截止', /截止(目前|今日|[0-9]{1,4}年|[0-9]{1,2}月)/g, '截至$1', '“截止”表示停止，“截至”表示到某时为止'],
  ['再接再励', /再接再励/g, '再接再厉', '“厉”通“砺”'],
  ['一如继往', /一如继往/g, '一如既往', '“既往”的误写'],
  ['既使', /既使/g, '即使', '“即使”的误写'],
  ['必需', /必需(?=要|做到|落实|严格|坚持|按|对|在)/g, '必须', '后接动作用“必须”'],
  ['按装', /按装/g, '安装', '“安装”的误写'],
  ['坐谈', /坐谈(?=会)/g, '座谈', '“座谈”的误写'],
  ['松驰', /松驰/g, '松弛', '“松弛”的误写'],
  ['通迅', /通迅/g, '通讯', '“通讯”的误写'],
  ['签定', /签定/g, '签订', '订立协议用“签订”'],
  ['帐', /帐(?=户|号|簿|目|务)/g, '账', '钱货出入用“账”'],
  ['台帐', /台帐/g, '台账', '钱货出入用“账”'],
  ['渡过', /渡过(难关)/g, '度过$1', '时间上的经过用“度过”'],
  ['幅射', /幅射/g, '辐射', '“辐射”的误写'],
  ['防碍', /防碍/g, '妨碍', '“妨碍”的误写'],
  ['贯彻落实落实', /贯彻落实落实/g, '贯彻落实', '词语重复'],
];

const SOUGHT = WORDS.map(([keys, pattern, replacement, why]) => ({
  sought: soughtPattern(pattern, keys.split(' ')),
  replacement,
  why,
}));

export const wrongWord: DraftRule = {
  id: 'text/wrong-word',
  summary: '常见错别字',
  level: 'warning',
  certainty: '疑似',
  ground: '惯例',
  local: true,
  scope: 'draft',
  reads: ['prose'],
  overlooks: overlooksAllBut(...SOUGHT.map(({ sought }) => sought)),
  check(draft, _context, report) {
    for (const { sought, replacement, why } of SOUGHT) {
      for (const { match, range } of findPattern(draft, sought)) {
        const expected = replacement.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
        report({
          range,
          message: t('“{0}”疑为“{1}”：{2}', match[0], expected, t(why)),
          fixes: [{ title: t('改为“{0}”', expected), edits: [{ range, newText: expected }], safe: false }],
        });
      }
    }
  },
};
