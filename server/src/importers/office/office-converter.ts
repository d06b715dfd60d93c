/** Makes a Word document (.docx) of a file in another office format. Throws `ImportError`. */
export type OfficeConverter = (bytes: Uint8Array, extension: string) => Promise<Uint8Array>;
