import { expect, it } from 'vitest';
import { publishDue } from '../../functions/publish-release/publish-due.ts';
import { getObject, objectExists } from '../../shared/lake/objects.ts';
import { readPeriodRows } from '../../shared/ledger/period-list.ts';
import { readNoticePage } from '../../shared/notices/notice-list.ts';
import { tellNotices } from '../../shared/notices/tell-notices.ts';
import { siteWholeKey } from '../../shared/release/site-plan.ts';
import { readListed } from '../../shared/score-store/listed-releases.ts';
import { readCurrentRelease } from '../../shared/score-store/releases.ts';
import { dyingAfter } from '../support/dying-engines.ts';
import { openEngines } from '../support/engines.ts';
import { openRound } from '../support/released-round.ts';

const hue = 'P46-2025';
const line = { index: 'dti', group: 'province34', period: '2024' };
const reason = { text_vi: 'Nhầm số', kind: 'input', found_by: 'công dân' } as const;

it('a release whose process was killed after any of its writes is completed by the minute alone, once it is decided', async () => {
  const engines = await openEngines();
  const round = await openRound(engines);
  await round.receive(hue);
  await round.close();
  await round.publish(await round.run());
  const minute = () =>
    publishDue({ ...engines, tell: tellNotices(engines), now: round.now, codeVersion: 'test', origin: 'https://x' });
  const decided: boolean[] = [];
  for (let nth = 1, isThrough = false; !isThrough; nth++) {
    await round.resend(hue, { changes: { awareness: `0.${100 + nth}` } });
    const run = await round.run({ reason });
    const dying = dyingAfter(nth, engines);
    isThrough = await round.publish(run, { ...dying, tell: tellNotices(dying) }).then(
      () => true,
      () => false,
    );
    const made = (await round.periodState()).releases.find(({ run_id }) => run_id === run);
    decided.push(made !== undefined);
    const isWhole = () => objectExists(engines.lake, siteWholeKey(run));
    const completed = made && !(await isWhole()) ? [made.release] : [];
    expect([nth, await minute()]).toEqual([nth, { published: completed }]);
    if (!made) continue;
    expect(await isWhole()).toBe(true);
    const { items } = await readNoticePage(engines.table, line, {});
    expect(items.map(({ kind, about }) => kind === 'superseded' && about.release)).toContain(made.release);
    expect(await readCurrentRelease(engines.table, line)).toMatchObject({ run_id: run, published: true });
    expect((await readListed(engines.table)).map(({ release }) => release)).toContain(made.release);
    expect(await readPeriodRows(engines.table)).toMatchObject([{ release: made.release }]);
    const html = new TextDecoder().decode((await getObject(engines.publicBucket, 'index.html'))!.bytes);
    expect(html).toContain(`/releases/${made.release}/`);
  }
  // The note comes before the entry, and whatever follows from the entry after it.
  expect(decided.indexOf(true)).toBeGreaterThan(0);
  expect(decided.slice(decided.indexOf(true))).not.toContain(false);
  expect(decided.length).toBeGreaterThan(15);
}, 600_000);
