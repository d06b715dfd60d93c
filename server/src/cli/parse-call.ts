import { parseArgs } from 'node:util';
import { CliError } from './cli-error';
import type { Call, Command, OptionSpec } from './command';
import { nearest } from './nearest';

interface OptionToken {
  readonly kind: 'option';
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

/** Reads a command's arguments; every complaint is a `CliError` that names the argument and what is allowed. */
export function parseCall(command: Command, argv: readonly string[]): Call {
  const { tokens, positionals } = parseArgs({
    args: [...argv],
    options: Object.fromEntries(command.options.map((option) => [option.name, describe(option)])),
    allowPositionals: true,
    // Node's own complaints are English; ours are made below from the tokens.
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string | true>();
  for (const token of tokens) if (token.kind === 'option') readOption(command, token as OptionToken, values);
  checkOperands(command, positionals);
  return {
    operands: positionals,
    isOn: (name) => values.has(name),
    valueOf: (name) => {
      const value = values.get(name) ?? command.options.find((option) => option.name === name)?.fallback;
      return value === true ? undefined : value;
    },
  };
}

function describe(option: OptionSpec): { type: 'string' | 'boolean'; short?: string } {
  return { type: option.value ? 'string' : 'boolean', ...(option.short ? { short: option.short } : {}) };
}

function readOption(command: Command, token: OptionToken, values: Map<string, string | true>): void {
  const option = command.options.find((candidate) => candidate.name === token.name);
  if (!option) throw unknownOption(command, token);
  if (!option.value) {
    if (token.inlineValue) throw new CliError(`选项 ${token.rawName} 后面不带值`, seeHelp(command));
    values.set(option.name, true);
    return;
  }
  if (token.value === undefined) {
    if (option.valueOptional) return void values.set(option.name, true);
    throw new CliError(`选项 ${token.rawName} 后面缺少${option.value}`, adviseValue(option));
  }
  if (option.choices && !option.choices.includes(token.value)) {
    throw new CliError(`选项 ${token.rawName} 的值“${token.value}”不能用`, adviseValue(option));
  }
  values.set(option.name, token.value);
}

function unknownOption(command: Command, token: OptionToken): CliError {
  const near = nearest(
    token.name,
    command.options.map((option) => option.name),
  );
  const what = `命令 ${command.name} 没有选项 ${token.rawName}`;
  return new CliError(what, near ? `是不是想用 --${near}？${seeHelp(command)}` : seeHelp(command));
}

function adviseValue(option: OptionSpec): string {
  if (option.choices) return `可用的值：${option.choices.join('、')}。`;
  return `写作 --${option.name} ${option.value}。`;
}

function checkOperands(command: Command, operands: readonly string[]): void {
  const [least, most] = command.arity;
  if (operands.length < least) {
    throw new CliError(`命令 ${command.name} 缺少${command.operands}`, seeHelp(command));
  }
  if (operands.length > most) {
    throw new CliError(`命令 ${command.name} 多出参数“${operands[most]}”`, seeHelp(command));
  }
}

function seeHelp(command: Command): string {
  return `运行 yaodian ${command.name} --help 看用法。`;
}
