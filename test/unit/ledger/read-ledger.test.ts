import { describe, expect, it } from 'vitest';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { readPeriod, readUnits } from '../../../shared/ledger/read-ledger.ts';
import { openLedger } from '../../support/ledger.ts';
import { hanoi } from '../../support/ledger-entries.ts';
import { fillLedger, overwrite } from '../../support/ledger-rows.ts';

const keyOf = (unit_id: string, number: number) => ({
  pk: unitChain({ ...hanoi, unit_id }),
  sk: `${number}`.padStart(8, '0'),
});

describe('readUnits', () => {
  it('scores nothing on a chain in which an entry was changed, and says which', async () => {
    const deps = await openLedger();
    await fillLedger(deps);
    const period = (await readPeriod(deps.ledger, hanoi))!;
    const read = () => readUnits(deps.ledger, hanoi, period, ['P01', 'P02', 'P03']);
    expect((await read()).map(({ standing }) => standing.state)).toEqual(['certified', 'certified', 'certified']);
    const entries = await readChain(deps.ledger, keyOf('P02', 1).pk);
    await overwrite(deps.ledger.chains, {
      ...keyOf('P02', 1),
      ...entries[0]!,
      at: '2026-10-05T00:00:00.000Z',
      role: 'x',
    });
    await expect(read()).rejects.toMatchObject({
      ...{ code: 'LEDGER_BROKEN', retryable: false },
      message: expect.stringContaining('entry 1 of LEDGER#province34#2024#P02'),
    });
  });
});
