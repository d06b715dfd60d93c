import { giveThreadsRoom, loadNodeModules, optimiseLate } from './engine';
import { CompileCache } from './storage/compile-cache';

// V8 takes compiled code only under the flags that it was made under: all are set before any other script is loaded.
const [, , command = ''] = process.argv;
if (command === 'lsp') loadNodeModules();
optimiseLate();
giveThreadsRoom();
void runCommand(command);

async function runCommand(name: string): Promise<void> {
  const compiled = /^[a-z]+$/u.test(name) ? CompileCache.use(name) : undefined;
  const { main } = await import('./cli/main');
  const { code, read } = await main(__dirname, () => serve(compiled));
  // Setting the exit code instead of calling exit lets what is still in the pipe reach its reader.
  process.exitCode = code;
  // Nobody has a use for a cache of what was no command.
  if (code < 2) process.once('beforeExit', () => compiled?.keep(read));
}

/** `yaodian lsp` is the language server itself; its bundle is loaded only then. */
async function serve(compiled: CompileCache | undefined): Promise<void> {
  const server = await import('./hosts/serve');
  await server.serve(__dirname, compiled);
}
