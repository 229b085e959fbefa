import { describe, expect, it } from 'vitest';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { readNoticePage } from '../../../shared/notices/notice-list.ts';
import { answered, hanoi, received } from '../../support/ledger-entries.ts';
import { addToUnit } from '../../support/ledger-round.ts';
import { openNotices } from '../../support/notices.ts';

const now = () => new Date('2026-10-05T02:00:00.000Z');

describe('tellNotices', () => {
  it('tells after the entry stands: what is cut off between the two is told when its cause comes again', async () => {
    const deps = await openNotices(now);
    await addToUnit(deps, hanoi, received(1));
    const down = { ...deps, tell: { ...deps.tell!, ofUnit: () => Promise.reject(new Error('the lake is down')) } };
    await expect(addToUnit(down, hanoi, answered(1), 'entry/1')).rejects.toThrow('the lake is down');
    expect((await readChain(deps.ledger, unitChain(hanoi))).map(({ kind }) => kind)).toEqual(['received', 'answered']);
    expect(deps.laidOut()).toEqual([]);
    await addToUnit(deps, hanoi, answered(1), 'entry/1');
    await addToUnit(deps, hanoi, answered(1), 'entry/1');
    expect(deps.laidOut()).toHaveLength(1);
    const { items } = await readNoticePage(deps.table, hanoi, {});
    expect(items).toMatchObject([{ kind: 'accepted', to: hanoi.unit_id, about: { receipt: 1 } }]);
  });
});
