import type { Io } from './io';

/** A command as data: help and argument checking are made from it. One file in commands/, one line in its index. */
export interface Command {
  readonly name: string;
  readonly summary: string;
  /** The arguments as the help shows them: `路径…`. */
  readonly operands: string;
  /** How many operands it takes: at least, at most. */
  readonly arity: readonly [number, number];
  readonly options: readonly OptionSpec[];
  /** Shown below the options: conditions, examples. */
  readonly notes?: string;
  run(call: Call, io: Io): Promise<ExitCode>;
}

/** 0: nothing to object to; 1: findings; 2: wrong usage or failed input or output. */
export type ExitCode = 0 | 1 | 2;

export interface OptionSpec {
  /** Without dashes. */
  readonly name: string;
  readonly short?: string;
  /** What stands for the value in the help; a switch where absent. */
  readonly value?: string;
  /** The value may be left out where the option is the last word. */
  readonly valueOptional?: boolean;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly summary: string;
}

/** A command line after parsing: options are known and their values valid. */
export interface Call {
  readonly operands: readonly string[];
  isOn(option: string): boolean;
  valueOf(option: string): string | undefined;
}
