import { padToWidth } from '../exporters/text-width';
import type { Command, OptionSpec } from './command';
import type { CommandEntry } from './commands/index';

const HELP_OPTION: OptionSpec = { name: 'help', short: 'h', summary: '显示本命令的用法' };

export function programHelp(commands: readonly CommandEntry[]): string {
  return `要点：检查、梳理、导出政府工作要点的命令行工具

用法：yaodian <命令> [选项] [参数]

命令：
${twoColumns(commands.map(({ name, summary }) => [name, summary]))}

选项：
${twoColumns([
  ['-h, --help', '显示用法；yaodian <命令> --help 显示某个命令的用法'],
  ['-V, --version', '显示版本号'],
])}

退出码：0 没有达到 --fail-on 级别的问题；1 有；2 用法不对，或者读写失败。
`;
}

export function commandHelp(command: Command): string {
  const options = [...command.options, HELP_OPTION];
  const notes = command.notes ? `\n${command.notes.trim()}\n` : '';
  return `${command.summary}

用法：yaodian ${command.name} [选项]${command.operands ? ' ' + command.operands : ''}

选项：
${twoColumns(options.map((option) => [heading(option), explanation(option)]))}
${notes}`;
}

function heading(option: OptionSpec): string {
  const short = option.short ? `-${option.short}, ` : '    ';
  return `${short}--${option.name}${option.value ? ` ${option.value}` : ''}`;
}

function explanation(option: OptionSpec): string {
  const choices = option.choices ? `：${option.choices.join('、')}` : '';
  const fallback = option.fallback ? `（默认 ${option.fallback}）` : '';
  return option.summary + choices + fallback;
}

function twoColumns(rows: readonly (readonly [string, string])[]): string {
  return rows.map(([left, right]) => `  ${padToWidth(left, 22)}  ${right}`).join('\n');
}
