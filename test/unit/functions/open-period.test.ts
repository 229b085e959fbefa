import { describe, expect, it } from 'vitest';
import { type OpenPeriodInput, openPeriod } from '../../../functions/open-period/open-period.ts';
import { digestOf, frameworkDocument } from '../../../shared/frameworks/framework-document.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import { frameworkKey } from '../../../shared/lake/keys.ts';
import { objectExists } from '../../../shared/lake/objects.ts';
import { periodChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import { readPeriodRows } from '../../../shared/ledger/period-list.ts';
import { callerWith } from '../../support/callers.ts';
import { openRoundStores, type RoundDeps, round } from '../../support/ledger-round.ts';
import { framework } from '../../support/round-workbooks.ts';

const at = new Date('2026-10-05T08:00:00.000Z');
const terms = { ...round, framework: frameworkDocument(framework), deadline: '2026-10-15', notice_vi: 'Minh họa' };
let requests = 0;

const open = (deps: RoundDeps, changes: Partial<OpenPeriodInput> = {}) =>
  openPeriod({ ...terms, requestId: `r${++requests}`, ...changes }, callerWith(), { ...deps, now: () => at });

const entriesOf = ({ ledger }: RoundDeps, of: { group: string; period: string } = round) =>
  readChain(ledger, periodChain(of));

/** The same list, changed in a word of its title: another framework by its hash. */
function otherFramework(): string {
  const { sha256, ...content } = framework;
  const changed = { ...content, title_vi: `${content.title_vi}, sửa đổi` };
  return frameworkDocument({ ...changed, sha256: digestOf(changed) });
}

describe('openPeriod', () => {
  it('is one entry with the terms, the framework before it in the lake, and a line in the list', async () => {
    const deps = await openRoundStores();
    const view = await open(deps, { certification: 'required', receipts_per_day: 5 });
    expect(view).toMatchObject({ state: 'open', stage: 'open', deadline: '2026-10-15', over: true });
    expect(view).toMatchObject({ deadline_at: '2026-10-15T17:00:00.000Z', opened_at: at.toISOString() });
    expect(view).toMatchObject({ certification: 'required', receipts_per_day: 5, notice_vi: 'Minh họa' });
    expect(await entriesOf(deps)).toMatchObject([
      {
        number: 1,
        kind: 'opened',
        subject: expect.stringMatching(/^p-/),
        role: 'publisher',
        cause: `request/r${requests}`,
      },
    ]);
    expect(await objectExists(deps.lake, frameworkKey(framework.sha256))).toBe(true);
    expect(await readPeriodRows(deps.table)).toMatchObject([{ ...round, state: 'open', release: null }]);
  });

  it('again with the same terms answers the same and enters nothing; a deadline left out, and what is left to the default, is the same', async () => {
    const deps = await openRoundStores();
    const first = await open(deps);
    expect(await open(deps)).toEqual(first);
    expect(await open(deps, { deadline: undefined, receipts_per_day: 50 })).toEqual(first);
    expect(await entriesOf(deps)).toHaveLength(1);
  });

  it.each<[string, Partial<OpenPeriodInput>, string]>([
    ['certification', { certification: 'required' }, 'yêu cầu xác nhận của thủ trưởng đơn vị'],
    ['receipts_per_day', { receipts_per_day: 5 }, 'số tệp một đơn vị được gửi trong một ngày'],
  ])(
    'refuses to open again without %s, which it names: a term left out is another one',
    async (field, changes, named) => {
      const deps = await openRoundStores();
      await open(deps, changes);
      const refusal = await open(deps).catch((error: Error) => error);
      expect(refusal).toMatchObject({ status: 409, code: 'period-terms' });
      expect(refusal).toHaveProperty('detail', expect.stringContaining(`đã mở với ${named} khác (${field}: `));
      expect(await entriesOf(deps)).toHaveLength(1);
    },
  );

  it('refuses to open again without the notice', async () => {
    const deps = await openRoundStores();
    await open(deps);
    await expect(open(deps, { notice_vi: undefined })).rejects.toMatchObject({ code: 'period-terms' });
  });

  it('is one entry for two at once', async () => {
    const deps = await openRoundStores();
    const [one, two] = await Promise.all([open(deps), open(deps)]);
    expect(two).toEqual(one);
    expect(await entriesOf(deps)).toHaveLength(1);
  });

  it.each<[string, Partial<OpenPeriodInput>, string]>([
    ['another framework', { framework: otherFramework() }, 'period-framework'],
    ['another deadline, naming where it is moved', { deadline: '2026-10-16' }, 'period-deadline'],
    ['another notice', { notice_vi: 'Chính thức' }, 'period-terms'],
    ['certification, which it did not ask for', { certification: 'required' }, 'period-terms'],
  ])('refuses %s', async (_, changes, code) => {
    const deps = await openRoundStores();
    await open(deps);
    const refusal = await open(deps, changes).catch((error: Error) => error);
    expect(refusal).toMatchObject({ status: 409, code });
    if (code === 'period-deadline') expect(refusal).toHaveProperty('detail', expect.stringContaining('/2024/deadline'));
    expect(await entriesOf(deps)).toHaveLength(1);
  });

  it('row 3: refuses a quarter under a framework in which everything is yearly', async () => {
    const deps = await openRoundStores();
    const quarter = { group: 'province34', period: '2028-Q4' };
    await expect(open(deps, quarter)).rejects.toMatchObject({ status: 422, code: 'nothing-due' });
    expect(await entriesOf(deps, quarter)).toEqual([]);
    const quarterly = frameworkDocument(await loadFramework('dti-province-405-indicators'));
    expect(await open(deps, { ...quarter, framework: quarterly })).toMatchObject({ state: 'open', over: false });
  });

  it('refuses a framework for another group, one that does not add up, and who is not a publisher', async () => {
    const deps = await openRoundStores();
    await expect(open(deps, { group: 'ministry-services' })).rejects.toMatchObject({ code: 'framework-group' });
    await expect(open(deps, { framework: '{}' })).rejects.toMatchObject({ code: 'framework-invalid' });
    const operator = callerWith({ role: 'operator' });
    const asked = openPeriod({ ...terms, requestId: 'x' }, operator, { ...deps, now: () => at });
    await expect(asked).rejects.toMatchObject({ code: 'role-refused' });
  });
});
