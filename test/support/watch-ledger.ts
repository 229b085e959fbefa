import type { LedgerDeps } from '../../shared/ledger/append.ts';

/** One call of a table; made when it is called. */
export type Call = () => Promise<unknown>;

/** The same ledger and lists with `around` in the way of every call of their tables. */
export function watchLedger({ ledger, table }: LedgerDeps, around: (call: Call) => Promise<unknown>): LedgerDeps {
  const send = (command: never) => around(() => table.client.send(command));
  // A proxy, because the SDK pages only through clients that are instances of its own.
  const client = new Proxy(table.client, {
    get: (target, key) => (key === 'send' ? send : Reflect.get(target, key)),
  });
  return { ledger: { chains: { ...ledger.chains, client } }, table: { ...table, client } };
}

export class Crash extends Error {
  override readonly name = 'Crash';
}

/**
 * Gone at the n-th call, from 1: before it is made, or after, when nobody hears the answer. Of a process that is gone
 * no further call is made.
 */
export function crashAt(nth: number, isAfter: boolean): (call: Call) => Promise<unknown> {
  let count = 0;
  return async (call) => {
    count++;
    if (count > nth || (count === nth && !isAfter)) throw new Crash();
    const answer = await call();
    if (count === nth) throw new Crash();
    return answer;
  };
}
