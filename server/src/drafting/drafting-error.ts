/** A draft that cannot be made, in words for the user: what is wrong, and what to do. */
export class DraftingError extends Error {
  override readonly name = 'DraftingError';

  constructor(
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

/** By name: the parts of the bundle may each have their copy of the class. */
export function isDraftingError(error: unknown): error is DraftingError {
  return error instanceof Error && error.name === 'DraftingError';
}
