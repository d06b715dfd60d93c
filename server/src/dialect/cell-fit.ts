import { isCollective, looksLikeUnit } from './fields';
import type { ColumnRole } from './model';
import { isNumber } from './table-cells';

/**
 * Copied tables lose their empty and merged cells, so that a row's cells have to be told by what they look like. A cell
 * speaks for a column (positive), against it (negative) or not at all.
 */
export function fitOf(cell: string, role: ColumnRole): number {
  if (cell === '') return 0;
  if (role === 'number') return isNumber(cell) ? 1 : -2;
  if (isUnitRole(role)) return namesUnits(cell) ? 1 : -1;
  if (role === 'deadline') return namesTime(cell) ? 1 : -1;
  return namesUnits(cell) || namesTime(cell) ? -0.5 : 0;
}

function isUnitRole(role: ColumnRole): boolean {
  return role === 'unit' || role === 'lead' || role === 'support';
}

const longestUnits = 200;

/** 装财处牵头, and not 积极配合预算公开. */
const saysWho = /^(?!积极|主动|密切|认真|全力|切实|做好|抓好|加强)[^。，,]{2,20}(?:牵头|负责|配合)/;

/** Whether a cell begins with a unit's name or says who leads. */
export function namesUnits(cell: string): boolean {
  if (cell.length >= longestUnits) return false;
  const first = cell.split(/[、，,；;\s]/)[0] ?? '';
  return looksLikeUnit(first) || isCollective(first) || saysWho.test(cell);
}

const longestTime = 24;
const time =
  /\d月|20\d\d[.年]|^(?:年底|年内|全年|长期|持续|常年|常态|即时|汛前|每[年月季周]|[上下]半年|第?[一二三四1-4]季度)/;

/** 7月底前在门户网站公布。: what is to be done, and by when. */
const longestSentence = 10;

/** Whether a cell says when: 6月底前, 全年, 每季度. */
export function namesTime(cell: string): boolean {
  const isSentence = cell.endsWith('。') && cell.length > longestSentence;
  return cell.length <= longestTime && !isSentence && time.test(cell);
}
