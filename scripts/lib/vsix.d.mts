export interface PackagedFile {
  readonly file: string;
  /** Bytes before compression. */
  readonly size: number;
}

export function makePackage(
  folder?: string,
): Promise<{ readonly packagePath: string; readonly files: readonly PackagedFile[] }>;
export function faultsOf(files: readonly string[]): string[];
