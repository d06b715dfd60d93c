import type { ColumnRole } from './model';

/** Header words of task tables and what their column holds; the first that matches wins. */
const ROLES: readonly (readonly [pattern: RegExp, role: ColumnRole])[] = [
  [/^(?:序\s*号|编\s*号|项目编号|任务编号|号)$/, 'number'],
  // 牵头领导 is a person; 责任单位（责任人） names a unit all the same.
  [/^(?!.*(?:单位|部门|科室|处室|股室|主体|机构)).*(?:领导|责任人|负责人|联系人|联络员)/, 'other'],
  [/牵头|主办|责任(?:领导|人)?单位及|第一责任/, 'lead'],
  [/配合|协办|协同|参与|参加|协助/, 'support'],
  [
    /责任(?:单位|部门|科室|处室|主体|股室|机构|分工|办所|站所|科办|社区|村)|(?:落实|承办|实施|负责|主管)(?:单位|部门|科室|处室|主体|股室)|^单位$|^部门$/,
    'unit',
  ],
  [/时限|完成时间|时间(?:节点|要求|安排|进度)|完成日期|截止|期限|进度安排/, 'deadline'],
  [/目标|内容|具体(?:任务|措施|举措)|要求|措施|举措|指标值|成效|任务描述|重点工作内容/, 'target'],
  [/名\s*称|项目|任务|事项|工作|指标|领域|类别/, 'name'],
];

export function columnRole(header: string): ColumnRole {
  const bare = header.replace(/[\s\u3000]/g, '');
  return ROLES.find(([pattern]) => pattern.test(bare))?.[1] ?? 'other';
}

/** Columns that group the tasks of a table; their names are what the tasks are about, not what they are. */
const GROUPING = /领域|类别|类型|分类|板块|方面/;

/**
 * Roles of a whole header. A role of which there may be one (name, target) goes to the first column that claims it; of
 * a grouping column and the tasks it groups, the tasks are named, or are the content where there is no other.
 */
export function columnRoles(headers: readonly string[]): readonly ColumnRole[] {
  const roles = headers.map(columnRole);
  const name = roles.indexOf('name');
  const target = roles.indexOf('target');
  if (name < 0) {
    if (target >= 0) roles[target] = 'name';
    else nameFirst(headers, roles);
    return roles;
  }
  const second = roles.indexOf('name', name + 1);
  if (second < 0) return roles;
  if (target < 0) roles[second] = 'target';
  else if (second < target && GROUPING.test(headers[name] ?? '')) roles[name] = 'other';
  return roles;
}

/** Where no word says which column names the tasks (序号 民生实事 责任单位), the first one does that holds no remarks. */
function nameFirst(headers: readonly string[], roles: ColumnRole[]): void {
  const first = headers.findIndex((header, i) => roles[i] === 'other' && !/备\s*注|说\s*明/.test(header));
  if (roles[0] === 'number' && first === 1) roles[first] = 'name';
}

/** Whether header texts are those of a task table: a number or name column and one that says what, who or when. */
export function isTaskTableHeader(headers: readonly string[]): boolean {
  const roles = columnRoles(headers);
  const has = (...wanted: ColumnRole[]): boolean => wanted.some((role) => roles.includes(role));
  return headers.length >= 2 && has('number', 'name') && has('unit', 'lead', 'support', 'deadline', 'target');
}
