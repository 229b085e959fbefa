import { describe, expect, it } from 'vitest';
import { findEarlierRelease } from '../../../shared/release/earlier-release.ts';
import { putItem } from '../../../shared/score-store/score-table.ts';
import { keep, release } from '../../support/kept-figures.ts';
import { openRoundStores } from '../../support/ledger-round.ts';

const line = { index: 'dti', group: 'province34' };

describe('findEarlierRelease', () => {
  it('takes the release that the period’s chain names, whatever the score store’s item says', async () => {
    const deps = await openRoundStores();
    const figures = await keep(deps, { period: '2024' }, { a: '0.5' });
    await release(deps, '2024', figures);
    const find = () => findEarlierRelease({ ...line, period: '2025' }, () => true, deps);
    const before = await find();
    expect(before?.release).toMatchObject({ release: 'dti/province34/2024/r1', period: '2024', number: 1 });
    const item = { pk: 'RELEASES#dti#province34#2024', sk: 'R#000001', run_id: 'another', manifest_sha256: 'x' };
    await putItem(deps.table, item);
    expect(await find()).toEqual(before);
  });
});
