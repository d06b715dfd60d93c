import { CliError } from '../cli-error';
import type { Call, Command, ExitCode } from '../command';
import type { Io } from '../io';

export const command: Command = {
  name: 'lsp',
  summary: '启动语言服务器，供支持 LSP 的编辑器使用',
  operands: '',
  arity: [0, 0],
  options: [{ name: 'stdio', summary: '用标准输入输出通信（目前唯一的方式）' }],
  notes: '由编辑器启动，不必手工运行；各编辑器的配置见 docs/editors.md。',
  run: startLanguageServer,
};

async function startLanguageServer(call: Call, io: Io): Promise<ExitCode> {
  if (!call.isOn('stdio')) throw new CliError('没有说明通信方式', '写作 yaodian lsp --stdio。');
  if (!io.serve) throw new CliError('这里不能启动语言服务器', '请在命令行里运行 yaodian lsp --stdio。');
  await io.serve();
  return 0;
}
