import { setFlagsFromString } from 'node:v8';

/*
 * When V8 does its work besides running ours. None of this changes what comes out. Both flags may be set at any time:
 * V8 reads them when a function has run for a while, and when a thread is made.
 */

/** After running so many bytes of bytecode a function is optimised: V8's own choice since Node 20. */
const USUAL_BUDGET = 67_584;
/** In a check from nothing hundreds of functions reach that, and optimising them takes longer than it saves. */
const LATE_BUDGET = 8 * USUAL_BUDGET;

/** For a process that lives for seconds, or whose beginning somebody waits for. */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${LATE_BUDGET}`);
}

/** For what is going to run again and again. */
export function optimiseAsUsual(): void {
  setFlagsFromString(`--interrupt-budget=${USUAL_BUDGET}`);
}

/** In megabytes; what V8 would let it grow to, from 1. */
const ROOM_FOR_NEW_OBJECTS = 16;

/** Threads made from now on need not collect garbage again and again until they are trusted with more memory. */
export function giveThreadsRoom(): void {
  setFlagsFromString(`--min-semi-space-size=${ROOM_FOR_NEW_OBJECTS}`);
}
