import { describe, expect, it } from 'vitest';
import { chooseSelection } from '../../../functions/start-run/choose-selection.ts';
import { type ChainName, periodChain, unitChain } from '../../../shared/ledger/chain.ts';
import type { Entry } from '../../../shared/ledger/entry.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { putItem } from '../../../shared/score-store/score-table.ts';
import { type Engines, openEngines } from '../../support/engines.ts';
import { openRound, type TestRound } from '../../support/released-round.ts';

const hanoi = 'P01-2025';
const broken = { code: 'LEDGER_BROKEN' };

/** A closed round whose run is ready. */
async function readyRound(): Promise<{ engines: Engines; round: TestRound; run: string }> {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hanoi);
  await round.close();
  return { engines, round, run: await round.run() };
}

/** What somebody with the right to write to the table could do to the first entry of a chain. */
async function change({ ledger }: Engines, chain: ChainName, about: object): Promise<void> {
  const [first] = await readChain<Entry>(ledger, chain);
  const changed: Entry = { ...first!, about: { ...first!.about, ...about } };
  await putItem(ledger.chains, { pk: chain, sk: '00000001', ...changed });
}

describe('a chain that is not as it was written', () => {
  it('of a period, starts no run and releases none: its terms decide what counts', async () => {
    const { engines, round, run } = await readyRound();
    await change(engines, periodChain(round.of), { deadline_at: '2000-01-01T00:00:00.000Z' });
    await expect(chooseSelection(round.of, engines)).rejects.toMatchObject(broken);
    await expect(round.publish(run)).rejects.toMatchObject(broken);
  });

  it('of a unit, starts no run and releases none', async () => {
    const { engines, round, run } = await readyRound();
    await change(engines, unitChain({ ...round.of, unit_id: hanoi }), { upload_number: 99 });
    await expect(chooseSelection(round.of, engines)).rejects.toMatchObject(broken);
    await expect(round.publish(run)).rejects.toMatchObject(broken);
  });
});
