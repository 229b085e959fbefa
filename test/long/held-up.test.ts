import { describe, expect, it } from 'vitest';
import { homeTurnKey } from '../../functions/publish-release/take-home.ts';
import { getObject } from '../../shared/lake/objects.ts';
import { type Engines, openEngines } from '../support/engines.ts';
import { openRound } from '../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;
const r1 = 'releases/dti/province34/2024/r1/index.html';

interface Command {
  input: { Key?: string };
  constructor: { name: string };
}

/** The first write of this key is held up until it is let go; it and some writes more still arrive, and then the line is dead. */
function heldAt(engines: Engines, key: string, more: number) {
  const [arrived, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let isHeld = false;
  let left = Number.POSITIVE_INFINITY;
  const door = <Client extends { send: unknown }>(client: Client): Client => {
    const send = async (command: Command) => {
      const isWrite = /^(Put|Update)/.test(command.constructor.name);
      if (isWrite && left-- <= 0) throw new Error('the line went dead');
      if (!isHeld && isWrite && command.input.Key === key) {
        isHeld = true;
        arrived.resolve();
        await letGo.promise;
        left = more;
      }
      return (client.send as (command: Command) => unknown).call(client, command);
    };
    return Object.assign(Object.create(client), { send });
  };
  const [s3, database] = [door(engines.lake.client), door(engines.table.client)];
  const line: Engines = {
    lake: { ...engines.lake, client: s3 },
    publicBucket: { ...engines.publicBucket, client: s3 },
    signer: engines.signer,
    table: { ...engines.table, client: database },
    ledger: { chains: { ...engines.ledger.chains, client: database } },
  };
  return { line, arrived: arrived.promise, letGo: letGo.resolve };
}

const pageAt = async ({ publicBucket }: Engines, key: string) =>
  new TextDecoder().decode((await getObject(publicBucket, key))!.bytes);

const held = [r1, 'index.html', homeTurnKey].flatMap((key) => [0, 1].map((more) => ({ key, more })));

describe('whoever is held up while it publishes r1, and dies soon after its write arrives', () => {
  it.each(held)(
    'at $key and $more more, never takes the place of what r2 put meanwhile, and leaves nothing that anybody would have to mend',
    async ({ key, more }) => {
      const engines = await openEngines();
      const round = await openRound(engines);
      await round.receive(hanoi);
      await round.receive(hue);
      await round.close();
      const first = await round.run();
      const { line, arrived, letGo } = heldAt(engines, key, more);
      const late = round.publish(first, line).catch(() => undefined);
      await arrived;
      await round.publish(first, { by: 'ministry-third' });
      await round.resend(hue, { changes: { awareness: '0.5' } });
      await round.publish(await round.run({ reason }));
      letGo();
      await late;
      expect(await pageAt(engines, r1)).toContain('Đợt này đã được thay bằng đợt r2.');
      expect(await pageAt(engines, `en/${r1}`)).toContain('Superseded by r2.');
      for (const root of ['index.html', 'en/index.html'])
        expect(await pageAt(engines, root)).toContain('/releases/dti/province34/2024/r2/"');
    },
    120_000,
  );
});
