declare module 'dynalite' {
  import type { Server } from 'node:http';

  const dynalite: (options: { path: string; createTableMs: number }) => Server;
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default dynalite;
}

declare module 'dynalite/db/index.js' {
  /** abstract-level's: it has no `return`, which dynalite calls where it means to close one. */
  export interface LevelIterator {
    close(): Promise<void>;
    return?: () => Promise<void>;
  }

  type Write = (...given: unknown[]) => unknown;

  export interface Level {
    /** Resolves when open; the cause of the error says what LevelDB found. */
    open(): Promise<void>;
    close(): Promise<void>;
    keys(options?: object): LevelIterator;
    values(options?: object): LevelIterator;
    put: Write;
    del: Write;
    batch: Write;
  }

  export interface Store {
    db: Level;
  }

  const db: { create(options: object): Store };
  // biome-ignore lint/style/noDefaultExport: the package's own shape
  export default db;
}
