/** A file that cannot be imported, said in Chinese: what is wrong and what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    what: string,
    readonly advice: string,
  ) {
    super(what);
  }
}

/** By name: commands and the server are bundles of their own, each with its copy of the class. */
export function isImportError(error: unknown): error is ImportError {
  return error instanceof Error && error.name === 'ImportError';
}
