import type { ErrorCode } from 'yaml';
import { t, type Message } from '../localise';

const MESSAGES: Readonly<Partial<Record<ErrorCode, Message>>> = {
  ALIAS_PROPS: '引用（*）不能再带标记',
  BAD_ALIAS: '引用（*）的名称有误',
  BAD_COLLECTION_TYPE: '内容与所标的类型不符',
  BAD_DIRECTIVE: '以 % 开头的行在这里没有意义',
  BAD_DQ_ESCAPE: '双引号里的反斜杠写法有误',
  BAD_INDENT: '缩进有误，同一层的内容应左端对齐',
  BAD_SCALAR_START: '内容不能以这个字符开头，请加引号',
  BLOCK_AS_IMPLICIT_KEY: '一行里有两个“名称: 内容”，内容含冒号时请加引号',
  BLOCK_IN_FLOW: '括号里不能分行列出，请写成 [甲, 乙]',
  KEY_OVER_1024_CHARS: '名称过长',
  MISSING_CHAR: '缺少冒号、引号或括号',
  MULTILINE_IMPLICIT_KEY: '名称应写在一行里，后面加冒号和空格',
  MULTIPLE_DOCS: '前言里不能再有 --- 分段',
  NON_STRING_KEY: '名称应是文字',
  TAB_AS_INDENT: '缩进请用空格，不要用制表符',
  TAG_RESOLVE_FAILED: '以 ! 开头的内容请加引号',
  UNEXPECTED_TOKEN: '这里的写法有误，可能多了字符或缺少换行',
};

/** Says what is wrong with YAML: the parser's own messages are English only, and for those who know it well. */
export function describeYamlError(code: ErrorCode): string {
  return t(MESSAGES[code] ?? '前言的 YAML 写法有误');
}
