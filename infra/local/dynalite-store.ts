import type { Server } from 'node:http';
import dynalite from 'dynalite';
import db, { type Level } from 'dynalite/db/index.js';
import { DiskFull, type Report, tellDiskFull } from './disk-full.ts';

/** dynalite's server and the LevelDB beneath it, which it keeps to itself. */
export function createDynalite(directory: string, report: Report = console.error): { server: Server; level: Level } {
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
    refuseAfterFault(level, report);
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

type Callback = (error: unknown, ...rest: unknown[]) => void;

/**
 * The first write that the disk refuses is the last one. LevelDB would go on behind the half of it that its log may hold, and
 * lose what comes after when it reads the log again; dynalite would throw where nobody catches.
 */
function refuseAfterFault(level: Level, report: Report): void {
  let fault: DiskFull | null = null;
  for (const kind of ['put', 'del', 'batch'] as const) {
    const write = level[kind].bind(level);
    level[kind] = (...given) => {
      const callback = given.pop() as Callback;
      if (fault) return void setImmediate(callback, asAnswer(fault));
      return write(...given, (error: unknown, ...rest: unknown[]) => {
        const told = tellDiskFull(error);
        if (!(told instanceof DiskFull)) return callback(error, ...rest);
        fault = told;
        report(told);
        callback(asAnswer(told));
      });
    };
  }
}

/** The shape of an error that dynalite answers with. */
const asAnswer = (error: Error) =>
  Object.assign(error, {
    statusCode: 500,
    body: { __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: error.message },
  });
