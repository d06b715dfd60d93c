import { WHITE_SPACE } from './character-set';
import { characters, pairSign, signsIn } from './fields/signs';
import type { Range } from './range';

/**
 * What web pages and editors leave around a document: navigation, metadata, counters, bookmarks. Published text is
 * read with it in place, so it has to be told from the document itself.
 */

const METADATA =
  /^(?:发布(?:日期|时间|机构|单位)|公开(?:日期|时间|方式|目录)|(?:成文|生成|发文|印发|更新|录入)(?:日期|时间)|信息(?:来源|名称|分类|类别|索引)|文章来源|来\s*源|作\s*者|编\s*辑|责任编辑|责\s*编|点击(?:量|数|率|次数)?|(?:浏览|阅读|访问)(?:量|次数|数)?|字号|字体(?:大小)?|索\s*引\s*号|主\s*题\s*(?:分\s*类|词)|(?:体裁|组配|公文|信息)?分\s*类|发文(?:机关|机构|单位|字号)|(?:颁布|颁发)(?:日期|时间|单位|机关|部门)|文\s*号|文件编号|公文(?:种类|时效)|(?:是否)?有\s*效(?:性)?|时\s*效(?:性)?|(?:废止|失效|实施|生效)(?:日期|时间)|名\s*称|标\s*题|内容概述|关\s*键\s*词|(?:您?(?:现在|当前)?(?:的|所在)?)位置|服务对象|载体类型)\s*[:：]/;
/** The same as cells of a table, the colons lost; only labels that begin no sentence. */
const METADATA_CELLS =
  /^(?:索\s*引\s*号|发布(?:机构|日期|时间)|发文(?:机关|机构|日期|字号)|文\s+号|分\s+类|有\s*效\s*性|成文日期|主\s*题\s*词)[\s\u3000]+\S|^\d{4}-\d{1,2}-\d{1,2}[\s\u3000]+\d{1,2}:\d{2}/;
/** A label that says little alone is metadata where a second one stands beside it: 日期：… 来源：… */
const METADATA_PAIR =
  /^(?:日期|时间|发布|来自)\s*[:：].{1,60}?(?:来源|作者|编辑|点击|浏览|阅读|字[体号])[^，。；]{0,4}[:：]/;
const NAVIGATION =
  /^(?:首页|网站首页|返回(?:顶部|首页|上一页|列表)|上一篇|下一篇|扫一扫|分享(?:到|至)?|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|无障碍(?:浏览|阅读)?|长者(?:模式|版)|适老(?:模式|版)|附件下载|相关(?:附件|链接|文章|信息|新闻|解读|文件|稿件|报道)|政策解读|图文解读|版权所有|网站标识码|联系我们|网站地图|登录|注册|繁体|English|政务公开|政府信息公开(?:目录|指南)?)(?:[\s:：|｜>»【】[\]]|$)/;
const BRACKETED = /【\s*(?:字\s*[号体]|打\s*印|关\s*闭|大|中|小|返\s*回|收\s*藏|我要纠错|纠错)/;
const BREADCRUMB = /(?:>|»|›|＞).*(?:>|»|›|＞)|^首页\s*[->>》/]/;
/** Page numbers that came along from a printed page: — 2 —, －2－. */
const PAGE_NUMBER = /^[—–－-]{1,2}\s*\d{1,3}\s*[—–－-]{1,2}$/;
const FOOTER =
  /ICP备|公网安备|网站标识码|版权所有|扫一扫在手机|Copyright|分享到[:：]?$|^(?:请?[用打开使]*(?:手机)?(?:微信|浏览器|支付宝)[“”"]?(?:扫描|扫一扫|扫码)|(?:扫描|扫码|长按|识别).{0,6}二维码)/i;

/** Whether a line before or after the document is page furniture. Never ask this of a line of the plan's body. */
export function isFurniture(text: string): boolean {
  // The cheap looks spare a short document the patterns behind them: compiling them takes longer than searching.
  return (
    (/[:：]/.test(text) && (METADATA.test(text) || METADATA_PAIR.test(text))) ||
    (/\s/.test(text) && METADATA_CELLS.test(text)) ||
    isPageNumber(text) ||
    NAVIGATION.test(text) ||
    (text.includes('【') && BRACKETED.test(text)) ||
    BREADCRUMB.test(text) ||
    isFooter(text)
  );
}

/** Whether a line is the number of a printed page, which is no text wherever it stands. */
export function isPageNumber(text: string): boolean {
  return dash.has(text, 0) && PAGE_NUMBER.test(text);
}

/** The same of a line where it stands in its text, with the spaces around it. */
export function isPageNumberLine(text: string, { start, end }: Range): boolean {
  return dash.has(text, space.skip(text, start, end)) && isPageNumber(text.slice(start, end).trim());
}

const space = characters(WHITE_SPACE);
const dash = characters('—–－-');

const PAGE_END =
  /^(?:上一篇|下一篇|扫一扫|返回顶部|相关附件|附件下载|相关(?:链接|文章|解读|新闻|稿件)|打印本页|关闭窗口|责任编辑|分享到|【?\s*(?:打\s*印|关\s*闭))/;
const beginsPageEnd = characters(`上下扫返相附打关责分【${WHITE_SPACE}`);

/** Whether a line can only be what follows a document on a web page, so that the plan ends before it. */
export function endsPage(text: string): boolean {
  return (beginsPageEnd.has(text, 0) && PAGE_END.test(text)) || isFooter(text);
}

function isFooter(text: string): boolean {
  return inFooter.isIn(signsIn(text)) && FOOTER.test(text);
}

/** Two neighbours in every match of `FOOTER`, which would take as long as all else that is asked of a line. */
const inFooter = pairSign('Pp安识版在Cc享微览付维', '备码权手Oo到信器宝');

/** Residue of editors within text: Word bookmarks, field codes. */
export const EDITOR_RESIDUE = /\[bookmark:[^\]\n]{0,80}\]|\{(?:HYPERLINK|PAGEREF|TOC)\b[^}\n]{0,200}\}/g;
