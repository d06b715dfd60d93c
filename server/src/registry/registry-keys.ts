/**
 * The keys a registry file may have, in Chinese as users write them. docs/schema/registry.schema.json states the same
 * (held equal by a test).
 */
export const FILE_KEYS = ['区划前缀', '允许简称', '单位', '集合', '说明'] as const;

export const UNIT_KEYS = [
  '全称',
  '简称',
  '曾用名',
  '撤销',
  '类别',
  '序',
  '上级',
  '区划前缀',
  '成员',
  '职责',
  '备注',
  '允许简称',
] as const;
export type UnitKey = (typeof UNIT_KEYS)[number];

export const FORMER_NAME_KEYS = ['名称', '至', '文件'] as const;
export const ABOLITION_KEYS = ['日期', '职责划入', '文件'] as const;
export const COLLECTIVE_KEYS = ['名称', '简称', '成员', '备注'] as const;

/** Column heads of lists kept in spreadsheets, as offices write them, and the key each stands for. */
export const COLUMN_HEADS: Readonly<Record<string, UnitKey | '名称' | '撤销日期' | '职责划入' | '文件'>> = {
  全称: '全称',
  单位全称: '全称',
  单位名称: '全称',
  单位: '全称',
  名称: '全称',
  机构名称: '全称',
  部门名称: '全称',
  规范名称: '全称',
  简称: '简称',
  规范简称: '简称',
  单位简称: '简称',
  别名: '简称',
  曾用名: '曾用名',
  原名: '曾用名',
  原名称: '曾用名',
  撤销: '撤销日期',
  撤销日期: '撤销日期',
  撤销时间: '撤销日期',
  职责划入: '职责划入',
  划入单位: '职责划入',
  文件: '文件',
  依据: '文件',
  撤销文件: '文件',
  类别: '类别',
  类型: '类别',
  单位类别: '类别',
  序: '序',
  序号: '序',
  排序: '序',
  建制序: '序',
  上级: '上级',
  上级单位: '上级',
  主管部门: '上级',
  主管单位: '上级',
  区划前缀: '区划前缀',
  区划: '区划前缀',
  成员: '成员',
  成员单位: '成员',
  职责: '职责',
  主要职责: '职责',
  备注: '备注',
};
