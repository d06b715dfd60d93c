import { existsSync } from 'node:fs';
import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { NodeFiles, uriOfPath } from './node-files';
import { nodePrograms } from './node-programs';
import { startServer } from '../connection/start';
import { optimiseAsUsual, optimiseLate } from '../engine';

const TRANSPORTS = /^--(?:stdio|node-ipc|socket=|pipe=|socket$|pipe$)/;

/** Serves the client this process was started by, over what the arguments name (`--stdio` where they name nothing). */
export function serve(): Promise<void> {
  // Node loads its clock when it is first asked for, and once V8 was told flags it compiles anew what it loads of its own.
  performance.now();
  optimiseLate();
  if (!process.argv.some((argument) => TRANSPORTS.test(argument))) process.argv.push('--stdio');
  const connection = createConnection(ProposedFeatures.all);
  // What is thrown past every handler is a defect of ours, but the writer's other documents are still open here.
  process.on('unhandledRejection', (reason) => report(connection.console, reason));
  process.on('uncaughtException', (error) => report(connection.console, error));
  startServer(connection, {
    version,
    disk: new NodeFiles(),
    programs: nodePrograms,
    pageOf: rulePages(),
    onFirstFindings: optimiseAsUsual,
  });
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

function report(console: { error(message: string): void }, reason: unknown): void {
  const message = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason);
  // A connection that broke is why we are here: there is nobody left to serve.
  if (/EPIPE|ERR_STREAM_DESTROYED/.test(message)) process.exit(1);
  try {
    console.error(message);
  } catch {
    process.exit(1);
  }
}

/** The rules' pages are part of the package, so links to them open without a network. */
function rulePages(): (rule: string) => string | undefined {
  const folder = path.join(__dirname, '..', 'docs', 'rules');
  const known = new Map<string, string | undefined>();
  return (rule) => {
    if (!known.has(rule)) {
      const page = path.join(folder, `${rule}.md`);
      known.set(rule, existsSync(page) ? uriOfPath(page) : undefined);
    }
    return known.get(rule);
  };
}
