import type { Engines } from './engines.ts';

interface Sent {
  constructor: { name: string };
  input: { Key?: unknown };
}

/** Of the many data files of a release each is as good as another. */
const manyAlike = /^releases\/.*(?<!\/release)\.(csv|json|parquet|xlsx)$/;

const isStep = (command: Sent): boolean => {
  const { Key } = command.input;
  return /^(Put|Update)/.test(command.constructor.name) && !(typeof Key === 'string' && manyAlike.test(Key));
};

/**
 * The same engines for a process that is gone right after its n-th write, from 1, data files of a release not counted:
 * nothing it does from then on is heard.
 */
export function dyingAfter(
  nth: number,
  { lake, publicBucket, table, ledger }: Engines,
): Omit<Engines, 'signer' | 'tell'> {
  let written = 0;
  const gone = () => Promise.reject(new Error('the process is gone'));
  const dying = <C extends { send: unknown }>(client: C): C => {
    const send = client.send as (command: Sent) => Promise<unknown>;
    const sendOrDie = async (command: Sent) => {
      if (written >= nth) return gone();
      if (!isStep(command)) return send.call(client, command);
      const answer = await send.call(client, command);
      return ++written >= nth ? gone() : answer;
    };
    // A proxy, because the SDK pages only through clients that are instances of its own.
    return new Proxy(client, { get: (target, key) => (key === 'send' ? sendOrDie : Reflect.get(target, key)) });
  };
  const [s3, tables] = [dying(lake.client), dying(table.client)];
  return {
    lake: { ...lake, client: s3 },
    publicBucket: { ...publicBucket, client: s3 },
    table: { ...table, client: tables },
    ledger: { chains: { ...ledger.chains, client: tables } },
  };
}
