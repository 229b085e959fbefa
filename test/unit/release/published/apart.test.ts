import { describe, expect, it } from 'vitest';
import { publishedTables } from '../../../../sample-data/published/published-tables.ts';
import { loadFramework } from '../../../../shared/frameworks/load-framework.ts';
import { freezeSuccessors } from '../../../../shared/release/build-successors.ts';
import { type ComparedFacts, findIncomparability } from '../../../../shared/release/changes/comparable.ts';
import { findEarlierRelease } from '../../../../shared/release/earlier-release.ts';
import type { FrontPageFacts } from '../../../../shared/release/front-page.ts';
import { textOf } from '../../../../shared/release/frozen-inputs.ts';
import { backcastReleases } from '../../../../shared/release/mergers/backcast-releases.ts';
import { buildPublished, freezePublished } from '../../../../shared/release/published/build-published.ts';
import type { PublishedScoreboard } from '../../../../shared/release/published/published-scoreboard.ts';
import { keepPublishedTable, type PublishedTableItem } from '../../../../shared/score-store/published-tables.ts';
import {
  makeCurrent,
  type Release,
  readCurrentPeriods,
  readCurrentRelease,
  readRelease,
} from '../../../../shared/score-store/releases.ts';
import type { Scoreboard } from '../../../../shared/scoring/scoreboard.ts';
import { openRoundStores } from '../../../support/ledger-round.ts';

const [files] = (await publishedTables()).slice(1, 2).map((request) => buildPublished(freezePublished(request)));
const scoreboard: PublishedScoreboard = JSON.parse(textOf(files!, 'scoreboard.json'));
const { kind, release, index, group, period } = scoreboard;
const item: PublishedTableItem = {
  ...{ kind, release, index, group, period, inputs_sha256: 'a', manifest_sha256: 'b' },
  loaded_at: '2026-11-27T08:00:00.000Z',
};

describe('a table published elsewhere', () => {
  it('is no release that a reader of what is current, of a period’s releases or of the release before ever finds', async () => {
    const deps = await openRoundStores();
    await keepPublishedTable(deps.table, item, { units: [{ unit_id: 'P01' }] });
    expect(await readCurrentPeriods(deps.table, index, group)).toEqual([]);
    expect(await readCurrentRelease(deps.table, item)).toBeNull();
    for (const number of [0, 1, 2]) expect(await readRelease(deps.table, item, number)).toBeNull();
    expect(await findEarlierRelease({ index, group, period: '2024' }, () => true, deps)).toBeNull();
  });

  it('is not made current, by its type and even where somebody dresses it up as a release', async () => {
    const { table } = await openRoundStores();
    const refused = expect.objectContaining({ code: 'RELEASE_UNSUITABLE' });
    // @ts-expect-error: it has neither number nor run.
    await expect(makeCurrent(table, item)).rejects.toThrow(refused);
    const dressed: Release = { ...item, number: 1, run_id: 'x', released_at: '', code_version: '', published: true };
    await expect(makeCurrent(table, dressed)).rejects.toThrow(refused);
    expect(await readCurrentPeriods(table, index, group)).toEqual([]);
  });

  it('is not what changes are measured against', async () => {
    const framework = await loadFramework('dti-province-922');
    const later = { index, group, period: '2024' };
    const asRelease: ComparedFacts = { ...scoreboard, derived_from: null };
    expect(findIncomparability(later, framework, asRelease)).toMatchObject({ code: 'CHANGE_AGAINST_PUBLISHED' });
    // @ts-expect-error: it was derived from nothing here, and says nothing of it.
    const facts: ComparedFacts = scoreboard;
    expect(facts).not.toHaveProperty('derived_from');
  });

  it('is not for the front page, nor for anything that takes a scoreboard: the types refuse it', () => {
    // @ts-expect-error: nothing was submitted for it.
    const facts: FrontPageFacts = scoreboard;
    // @ts-expect-error: it has no points.
    const computed: Scoreboard = scoreboard;
    expect([facts, computed].map((one) => 'submitted_count' in one)).toEqual([false, false]);
  });

  it('is nothing to carry over to successors, or to back-cast from', async () => {
    const refused = expect.objectContaining({ code: 'RELEASE_UNSUITABLE' });
    expect(() => freezeSuccessors(files!, 'province34')).toThrow(refused);
    const asked = { before: [files!], after: [], group: 'province34', asOf: null, weights: null };
    await expect(backcastReleases(asked)).rejects.toThrow(refused);
  });
});
