import { LEVEL_NAMES } from '../../server/src/rules/configuration/levels';
import type { Rule } from '../../server/src/rules/rule';

/** What each group is about, in the order of the index. */
const GROUPS: Readonly<Record<string, string>> = {
  numbering: '序号',
  document: '通知、标题、附件',
  task: '任务的目标、责任单位、时限',
  clause: '责任条款',
  unit: '单位名称',
  text: '文字与标点',
  trace: '落实上级要点',
  'front-matter': '前言',
  directive: '指令',
};

/** docs/rules/README.md: all rules by group, with links to their pages. */
export function ruleIndex(rules: readonly Rule[]): string {
  const sections = Object.entries(GROUPS).map(([group, title]) => {
    const rows = rules.filter(({ id }) => id.startsWith(`${group}/`)).map(row);
    return [
      `## ${title}（${group}）`,
      '',
      '| 规则 | 内容 | 默认级别 | 把握 | 依据 |',
      '| --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n');
  });
  return `${INTRODUCTION}\n\n${sections.join('\n\n')}\n`;
}

function row({ id, summary, level, certainty, ground }: Rule): string {
  return `| [${id}](${id}.md) | ${summary} | ${LEVEL_NAMES[level]} | ${certainty} | ${ground} |`;
}

const INTRODUCTION = `# 检查规则

每条规则一页，说明查什么、为什么、正误示例和怎样关闭。“必错”是无论如何都应改的，“疑似”请人看一看；依据分国标、惯例和本单位的写法。

级别可以在三处修改，前者优先：文稿前言的“检查”、文稿所在（或上级）文件夹的 \`.yaodian.yaml\`、编辑器设置。同一处里，规则名优先于一组规则（\`numbering/*\`），一组优先于“全部”。

\`\`\`yaml
检查:
  numbering/gap: 警告
  text/*: 提示
  全部: 信息
\`\`\`

只忽略一处：在该行之前写 \`<!-- 要点：忽略 规则名 原因 -->\`；一段用“忽略开始”“忽略结束”，全文用“忽略全文”。没有起作用的忽略指令会被报告。`;
