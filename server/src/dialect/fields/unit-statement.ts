import type { UnitMention } from '../model';
import type { BracketPair } from './brackets';
import { isCollective, looksLikeUnit } from './unit-name';
import { splitList } from './split-units';
import { readUnitList } from './unit-list';

/** Whether a bracket without labels states who does it: `（甲牵头，乙配合）`, `（甲、乙按职责分工负责）`, `（甲、乙）`. */
export function isUnitStatement(text: string, pair: BracketPair): boolean {
  const start = pair.start + 1;
  const end = pair.end - 1;
  const content = text.slice(start, end);
  const saysWhat = /(?:牵头|负责|主办|承办|会同|配合|组织实施|落实)(?!人|同志|制)/.test(content);
  if (!saysWhat && !closes(text, pair)) return false;
  const named = readUnitList(text, start, end, { role: 'responsible', source: 'bracket', strict: true });
  const first = named[0];
  const ahead = first && text.slice(start, first.range.start).replace(leadingTime, '');
  if (!first || !/^(?:.{0,12}由)?\s*$/.test(ahead ?? '')) return false;
  return (
    saysWhat ||
    (isPlainList(text, start, end, isBehindSentence(text, pair)) && endsSentence(text, pair, named))
  );
}

function isBehindSentence(text: string, { start }: BracketPair): boolean {
  return /(?:^|。)\s*$/.test(text.slice(Math.max(0, start - 4), start));
}

/** 食堂管理员, 各班主任, 外科系统: who is in an office or between offices, but none. */
const staff = /^[\u4e00-\u9fff]{2,10}(?:[员师长]|主任|书记|干事|助理|负责人|门卫|系统)$|^门卫$/;

/**
 * Nothing but names: a bracket that explains something else holds other words. Behind a whole sentence staff may stand
 * among the offices, as schools and hospitals have it.
 */
function isPlainList(text: string, start: number, end: number, maySpeakOfStaff: boolean): boolean {
  const entries = splitList(text, start, end).map((span) => text.slice(span.start, span.end).trim());
  const names = entries.filter((entry) => !time.test(entry.replace(/\s+/g, '')));
  const known = names.every(
    (name) =>
      looksLikeUnit(name) ||
      isCollective(name) ||
      isCollective(name.replace(/^.*等/, '')) ||
      /^各?[市县区]$/.test(name) ||
      (maySpeakOfStaff && staff.test(name)),
  );
  return known && names.length > 0;
}

/** （9月底前，甲、乙）: when goes before who. A month that is still open, ××月, is one too. */
const leadingTime =
  /^(?:[\d０-９]{4}\s?年\s?)?(?:[\d０-９×]{1,2}\s?月|年)(?:\s?[\d０-９×]{1,2}\s?日|底|末)?(?:之?前)?(?:完成)?[，,；;]\s*/;

/** A time among the names: 6月底前, 年底前完成, 长期坚持. */
const time =
  /^(?:[\d０-９]{4}年)?(?:[\d０-９×]{1,2}月|[上下]半年|第?[一二三四]季度|年)(?:[\d０-９×]{1,2}日|底|末|[上中下]旬)?(?:之?前|内)?(?:完成)?$|^(?:长期|持续|全年|常年)(?:坚持|推进|实施)?$/;

/** Whether a sentence, or a part of it, ends behind a bracket. */
function closes(text: string, pair: BracketPair): boolean {
  const after = markBehind(text, pair);
  return after === undefined || /[。；;\n\r]/.test(after);
}

function markBehind(text: string, { end }: BracketPair): string | undefined {
  return text.slice(end, end + 40).trimStart()[0];
}

/** A list of names that closes a sentence (`closes`) says who does it; one in the middle explains the word before it. */
function endsSentence(text: string, pair: BracketPair, names: readonly UnitMention[]): boolean {
  const preceding = text.slice(Math.max(0, pair.start - 8), pair.start).trimEnd();
  const before = preceding.slice(-1);
  if (/[。；;！”》]/.test(before)) return true;
  if (names.every(({ collective }) => collective)) return false;
  return (
    /[。]/.test(markBehind(text, pair) ?? '。') &&
    (names.length > 1 || isOffice(names[0]?.value ?? '', preceding))
  );
}

/** 做好人员培训（人事科）: one office alone, unless it says more closely which one is meant: 县政府办（总值班室）. */
function isOffice(name: string, preceding: string): boolean {
  return /[局委办厅部科处股]$|办公室$/.test(name) && !looksLikeUnit(`县${preceding.slice(-4)}`);
}
