/** Why an export could not be made, for the person who asked for it: Chinese, with what can be done instead. */
export class ExportError extends Error {
  override readonly name = 'ExportError';

  constructor(
    message: string,
    readonly advice: string,
  ) {
    super(message);
  }
}

/** By name: commands are bundles of their own, each with its copy of the class. */
export function isExportError(error: unknown): error is ExportError {
  return error instanceof Error && error.name === 'ExportError';
}
