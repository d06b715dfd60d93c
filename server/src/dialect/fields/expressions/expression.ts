/*
 * The expressions by which plans state deadlines, frequencies and targets: words and small patterns with examples.
 * To teach the reader a new expression, add it to its file here with an example;
 * test/unit/dialect/fields/expressions.test.ts runs every example. Patterns have no nested repetition, so that a long
 * line costs no more than its length.
 */

export interface ExpressionExample {
  /** A sentence; what is expected to be found in it stands in 【】. */
  readonly text: string;
  /** The date a deadline resolves to for a plan of 2025; absent where none is certain. */
  readonly date?: string;
}

/** What plans write in many words, with sentences that show it. */
export interface Expression {
  readonly name: string;
  readonly pattern: string;
  readonly examples: readonly ExpressionExample[];
}

/** A digit, as a pattern. */
export const digits = '[\\d０-９]';
