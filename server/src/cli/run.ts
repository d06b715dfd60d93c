import { version } from '../../../package.json';
import { speak } from '../localise';
import { CliError, formatError } from './cli-error';
import type { ExitCode } from './command';
import { COMMANDS, type CommandEntry } from './commands/index';
import type { Io } from './io';
import { nearest } from './nearest';

/** Runs one command line (without `node` and script). Never throws: what goes wrong is said on stderr, code 2. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  // A command may have spoken another language before, where one process runs several.
  await speak('zh');
  try {
    return await dispatch(argv, io);
  } catch (error) {
    io.stderr.write(formatError(error));
    return 2;
  }
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (first === '--version' || first === '-V') return print(io, `${version}\n`);
  if (first === undefined || first === '--help' || first === '-h') return showProgramHelp(io, first);
  if (first === 'help')
    return rest[0] === undefined ? showProgramHelp(io, first) : dispatch([rest[0], '--help'], io);
  const { command } = await findCommand(first).load();
  if (asksForHelp(rest)) {
    const { commandHelp } = await import('./help');
    return print(io, commandHelp(command));
  }
  const { parseCall } = await import('./parse-call');
  return command.run(parseCall(command, rest), io);
}

function findCommand(name: string): CommandEntry {
  const entry = COMMANDS.find((candidate) => candidate.name === name);
  if (entry) return entry;
  const near = nearest(
    name,
    COMMANDS.map((candidate) => candidate.name),
  );
  const what = name.startsWith('-') ? `没有选项 ${name}` : `没有命令“${name}”`;
  throw new CliError(what, `${near ? `是不是想用 ${near}？` : ''}运行 yaodian --help 看有哪些命令。`);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return (end < 0 ? argv : argv.slice(0, end)).some((word) => word === '--help' || word === '-h');
}

/** Without any argument the help goes to stderr: nothing was asked for that could have succeeded. */
async function showProgramHelp(io: Io, asked: string | undefined): Promise<ExitCode> {
  const { programHelp } = await import('./help');
  if (asked !== undefined) return print(io, programHelp(COMMANDS));
  io.stderr.write(programHelp(COMMANDS));
  return 2;
}

function print(io: Io, text: string): ExitCode {
  io.stdout.write(text);
  return 0;
}
