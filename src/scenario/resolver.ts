/** How files are found and read; the command line reads a disk, a browser or a test a table of texts. */
export interface Resolver {
  /** The text of a file, or its bytes in UTF-8; `undefined` when there is none, or it cannot be read. */
  read(path: string): string | Uint8Array | undefined;
  /** The path meant by `relative` in the file `from`; `undefined` when it leads outside the folder tree allowed. */
  resolve(from: string, relative: string): string | undefined;
}
