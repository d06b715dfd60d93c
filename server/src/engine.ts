import { createRequire } from 'node:module';
import { setFlagsFromString } from 'node:v8';

/*
 * When V8 does its work besides running ours. None of this changes what comes out. The flags may be set at any time:
 * V8 reads them when a function has run for a while, and when a thread is made.
 */

/** A flag that says how much a function must have run before it is optimised. */
interface Threshold {
  readonly flag: string;
  /** V8's own choice. */
  readonly usual: number;
}

/** V8 writes an error where it does not know a flag: of versions nobody has looked at, nothing is asked. */
export function thresholdOf(version: string): Threshold | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  // In bytes of bytecode (Node 20), then in calls (Node 22 and 24).
  if (major === 11) return { flag: 'interrupt-budget', usual: 67_584 };
  const countsCalls = (major === 12 && minor >= 4) || major === 13;
  return countsCalls ? { flag: 'invocation-count-for-turbofan', usual: 3000 } : undefined;
}

/** Of Node's own modules, those that the server needs from its start on. */
export const NEEDED_BY_SERVER: readonly string[] = ['child_process', 'crypto', 'fs/promises', 'net'];

/**
 * Node brings its modules compiled, for the flags it was built with: once V8 was told others, each is compiled anew, three
 * times as slowly. So this comes before all else here. (An `import` of what is not used would not outlive the bundler.)
 */
export function loadNodeModules(): void {
  const load = createRequire(__filename);
  for (const name of NEEDED_BY_SERVER) load(`node:${name}`);
  // This one Node loads when it is first asked for.
  performance.now();
}

/** In a check from nothing hundreds of functions pass the usual threshold, and optimising them takes longer than it saves. */
const LATER = 8;

/** For a process that lives for seconds, or whose beginning somebody waits for. */
export function optimiseLate(): void {
  setThreshold(LATER);
  compileExpressionsOnce();
}

/** For what is going to run again and again. */
export function optimiseAsUsual(): void {
  setThreshold(1);
}

function setThreshold(times: number): void {
  const threshold = thresholdOf(process.versions.v8);
  if (threshold) setFlagsFromString(`--${threshold.flag}=${threshold.usual * times}`);
}

/** V8 makes bytecode of a regular expression first, and code when it is used again, as ours nearly all are at once. */
function compileExpressionsOnce(): void {
  // All versions that are known here know this flag.
  if (thresholdOf(process.versions.v8)) setFlagsFromString('--no-regexp-tier-up');
}

/** In megabytes; what V8 would let it grow to, from 1. */
const ROOM_FOR_NEW_OBJECTS = 16;

/** Threads made from now on need not collect garbage again and again until they are trusted with more memory. */
export function giveThreadsRoom(): void {
  setFlagsFromString(`--min-semi-space-size=${ROOM_FOR_NEW_OBJECTS}`);
}
