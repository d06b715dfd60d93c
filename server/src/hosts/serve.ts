import { existsSync } from 'node:fs';
import path from 'node:path';
import {
  createConnection,
  ProposedFeatures,
  type Connection,
  type MessageReader,
} from 'vscode-languageserver/node';
import { version } from '../../../package.json';
import { NodeFiles, uriOfPath } from './node-files';
import { nodePrograms } from './node-programs';
import { startServer } from '../connection/start';
import { optimiseAsUsual, optimiseLate } from '../engine';
import type { CompileCache } from '../storage/compile-cache';
import { WholeMessageWriter } from './whole-messages';

const STDIO = '--stdio';
const TRANSPORTS = /^--(?:stdio|node-ipc|socket=|pipe=|socket$|pipe$)/;

/**
 * Serves the client this process was started by, over what the arguments name (`--stdio` where they name nothing).
 * `dist`: the folder of what was built.
 */
export function serve(dist: string, compiled: CompileCache | undefined): Promise<void> {
  const connection = connect();
  // What is thrown past every handler is a defect of ours, but the writer's other documents are still open here.
  process.on('unhandledRejection', (reason) => report(connection.console, reason));
  process.on('uncaughtException', (error) => report(connection.console, error));
  startServer(connection, {
    version,
    disk: new NodeFiles(),
    programs: nodePrograms,
    pageOf: rulePages(path.join(dist, '..', 'docs', 'rules')),
    onFirstFindings: (length) => {
      optimiseAsUsual();
      if (compiled) setTimeout(() => keepCompiled(compiled, length), PAUSE).unref();
    },
  });
  return new Promise((resolve) => connection.onExit(() => resolve()));
}

function connect(): Connection {
  const transport = process.argv.find((argument) => TRANSPORTS.test(argument)) ?? STDIO;
  if (transport !== STDIO) return createConnection(ProposedFeatures.all);
  // What some package logs must not come between messages.
  globalThis.console = new globalThis.console.Console(process.stderr);
  // The library takes a stream for a reader, and leaves with it, beside a writer that is none; its types do not say so.
  const input = process.stdin as unknown as MessageReader;
  return createConnection(ProposedFeatures.all, input, new WholeMessageWriter(process.stdout));
}

/** In milliseconds after the first findings: by then an editor has asked for all that it shows of a draft. */
const PAUSE = 3000;

function keepCompiled(compiled: CompileCache, read: number): void {
  // It is for the next start, when V8 will have been told so.
  optimiseLate();
  compiled.keep(read);
  optimiseAsUsual();
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
function rulePages(folder: string): (rule: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (rule) => {
    if (!known.has(rule)) {
      const page = path.join(folder, `${rule}.md`);
      known.set(rule, existsSync(page) ? uriOfPath(page) : undefined);
    }
    return known.get(rule);
  };
}
