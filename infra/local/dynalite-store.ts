import type { Server } from 'node:http';
import dynalite from 'dynalite';
import db, { type Level } from 'dynalite/db/index.js';

/** dynalite's server and the LevelDB beneath it, which it keeps to itself. */
export function createDynalite(directory: string): { server: Server; level: Level } {
  const create = db.create;
  let level: Level | undefined;
  db.create = (options) => {
    const store = create(options);
    level = store.db;
    return store;
  };
  try {
    const server = dynalite({ path: directory, createTableMs: 0 });
    if (!level) throw new Error('dynalite made no store; has its db/index.js changed?');
    closeIterators(level);
    return { server, level };
  } finally {
    db.create = create;
  }
}

/**
 * dynalite ends a stream of query results by `iterator.return()`, which abstract-level's iterators do not have: each stayed
 * open in LevelDB, 13 kB of heap for every query until the process ended.
 */
function closeIterators(level: Level): void {
  for (const kind of ['keys', 'values'] as const) {
    const open = level[kind].bind(level);
    level[kind] = (options) => {
      const iterator = open(options);
      iterator.return = () => iterator.close();
      return iterator;
    };
  }
}
