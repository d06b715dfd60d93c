import type { Command } from '../command';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  /** Commands are loaded when called: start-up time is what a user of the shell feels. */
  load(): Promise<{ readonly command: Command }>;
}

export const COMMANDS: readonly CommandEntry[] = [
  { name: 'check', summary: '检查要点稿，报告问题，可自动修复', load: () => import('./check') },
  { name: 'outline', summary: '列出公文要素、层次标题和附件', load: () => import('./outline') },
  { name: 'tasks', summary: '列出任务台账：目标、单位、时限', load: () => import('./tasks') },
  { name: 'units', summary: '列出稿中写到的单位，对照单位名录；起草单位名录', load: () => import('./units') },
  { name: 'new', summary: '起草新稿：空白稿，或沿用上年的稿件', load: () => import('./new') },
  { name: 'diff', summary: '按任务比较两稿；花脸稿', load: () => import('./diff') },
  { name: 'import', summary: '把 Word 文件、网页文本转成要点稿', load: () => import('./import') },
  { name: 'format', summary: '把要点稿排成规范写法，不改文字', load: () => import('./format') },
  { name: 'export', summary: '按公文格式导出 Word、PDF 或网页', load: () => import('./export') },
  {
    name: 'ledger',
    summary: '生成责任分解表、各单位任务清单、督办台账、日历',
    load: () => import('./ledger'),
  },
  { name: 'trace', summary: '对照上级要点：哪些落实了、哪些没有', load: () => import('./trace') },
  { name: 'lsp', summary: '启动语言服务器，供各种编辑器使用', load: () => import('./lsp') },
];
