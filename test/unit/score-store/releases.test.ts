import { describe, expect, it } from 'vitest';
import {
  makeCurrent,
  markPublished,
  type Release,
  readCurrentRelease,
  readRelease,
  reserveRelease,
} from '../../../shared/score-store/releases.ts';
import { openScoreTable } from '../../support/score-table.ts';

const line = { index: 'dti', group: 'province34', period: '2024' };
const releaseOf = (number: number, run_id = `run-${number}`): Release => ({
  ...{ ...line, number, run_id, release: `dti/province34/2024/r${number}`, code_version: 'test', published: false },
  ...{ inputs_sha256: 'a', manifest_sha256: 'b', released_at: '2026-10-05T08:00:00.000Z' },
});

describe('what is current', () => {
  it('moves to a higher number only: r1 published again after r2 does not become current', async () => {
    const table = await openScoreTable();
    for (const number of [1, 2]) await reserveRelease(table, releaseOf(number));
    expect(await makeCurrent(table, releaseOf(1))).toBe(true);
    expect(await makeCurrent(table, releaseOf(2))).toBe(true);
    expect(await makeCurrent(table, releaseOf(1))).toBe(false);
    expect(await readCurrentRelease(table, line)).toMatchObject({ number: 2 });
  });
});

describe('a number', () => {
  it('belongs to the run that took it, as it was when it was taken, and is published by its own item alone', async () => {
    const table = await openScoreTable();
    const first = releaseOf(1);
    expect(await reserveRelease(table, first)).toEqual(first);
    await markPublished(table, first);
    expect(await reserveRelease(table, releaseOf(1, 'another'))).toEqual({ ...first, published: true });
    expect(await readRelease(table, line, 2)).toBeNull();
  });
});
