import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const windows = process.platform === 'win32';

/** The first of the names that is a program on PATH, as an absolute path. */
export function findOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(Boolean);
  const endings = windows ? ['.exe', '.cmd', '.bat'] : [''];
  const candidates = names.flatMap((name) =>
    folders.flatMap((folder) => endings.map((ending) => path.join(folder, name + ending))),
  );
  return candidates.find((candidate) => existsSync(candidate));
}

/** Runs a program to its end. Returns its exit code and what it wrote, stdout and stderr together. */
export function run(command, args, { cwd, env, timeout, inherit = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      timeout,
      shell: windows && /\.(cmd|bat)$/i.test(command),
      stdio: inherit ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', (error) => resolve({ code: -1, output: output + error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

/** The npm that runs us, or the one on PATH. */
export function runNpm(args, options) {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return run(process.execPath, [script, ...args], options);
  return run(windows ? 'npm.cmd' : 'npm', args, options);
}

const groups = new Set();
const folders = new Set();

// What is still there when we end, however we end, must not stay behind.
process.on('exit', () => {
  for (const child of groups) signalGroup(child, 'SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Makes Ctrl+C and its like end this process in the ordinary way, so that the above happens. */
export function endOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
}

/** A new folder among the temporary ones that goes with this process at the latest. */
export async function temporaryFolder(name) {
  const folder = await mkdtemp(path.join(tmpdir(), `yaodian-${name}-`));
  folders.add(folder);
  return {
    folder,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

/** Starts a process that leads a group of its own, so that `stopGroup` reaches its children too. */
export function spawnGroup(command, args, options) {
  const child = spawn(command, args, { ...options, detached: !windows, windowsHide: true });
  groups.add(child);
  return child;
}

/** Ends a process started by `spawnGroup` with all its children: politely first, by force after `grace` milliseconds. */
export async function stopGroup(child, grace = 3000) {
  const ended = child.exitCode !== null || child.signalCode !== null;
  const exit = ended ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  let timer;
  await Promise.race([exit, new Promise((resolve) => (timer = setTimeout(resolve, grace)))]);
  clearTimeout(timer);
  // Children may outlive their leader, so the group gets the last word even when the leader is gone.
  signalGroup(child, 'SIGKILL');
  groups.delete(child);
}

function signalGroup(child, signal) {
  try {
    if (windows) spawn('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody left in the group.
  }
}
