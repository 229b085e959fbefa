import { describe, expect, it } from 'vitest';
import { erasePersonById, linkPeople, readPersonById } from '../../../functions/manage-people/manage-people.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import { personOf } from '../../../shared/identity/people.ts';
import { callerWith } from '../../support/callers.ts';
import { openScoreTable } from '../../support/score-table.ts';

const issuer = 'https://sign-in.example.vn';
const as = (role: Caller['role']) => callerWith({ subject: 'ministry-people', issuer, role });

describe('managePeople', () => {
  it('tells what an id is called, makes two sign-ins one person, and forgets the name without forgetting the person', async () => {
    const table = await openScoreTable();
    const [lan, lanAtWork] = [
      { issuer, subject: 'lan', name: 'Nguyễn Thị Lan' },
      { issuer: 'https://other.example.vn', subject: 'lan.nguyen' },
    ];
    const id = await personOf(table, lan);
    expect(await readPersonById(id, as('operator'), { table })).toEqual({
      person_id: id,
      root_id: id,
      subject: 'lan',
      name: 'Nguyễn Thị Lan',
      issuer,
      erased: false,
    });
    const { root_id } = await linkPeople({ a: lan, b: lanAtWork }, as('publisher'), { table });
    const other = await personOf(table, lanAtWork);
    expect(await readPersonById(other, as('publisher'), { table })).toMatchObject({ root_id });
    expect(await erasePersonById(id, as('publisher'), { table })).toMatchObject({
      subject: null,
      name: null,
      issuer: null,
      erased: true,
      root_id,
    });
    expect(await personOf(table, lan)).toBe(id);
  });

  it('answers 404 for an id that nobody has, and lets nobody but the ministry link or erase', async () => {
    const table = await openScoreTable();
    await expect(readPersonById('p-nobody', as('publisher'), { table })).rejects.toMatchObject({ status: 404 });
    await expect(erasePersonById('p-nobody', as('publisher'), { table })).rejects.toMatchObject({ status: 404 });
    for (const role of ['officer', 'certifier', 'appraiser', 'operator'] as const) {
      await expect(erasePersonById('p-x', as(role), { table })).rejects.toMatchObject({ status: 403 });
      await expect(
        linkPeople({ a: { issuer, subject: 'a' }, b: { issuer, subject: 'b' } }, as(role), { table }),
      ).rejects.toMatchObject({ status: 403 });
    }
    // Who people are is nobody's group: a publisher of another owner has no say in it.
    const elsewhere: Caller = { ...as('publisher'), owner: 'P04-2025' };
    const foreign = { status: 403, code: 'foreign-group' };
    await expect(readPersonById('p-x', elsewhere, { table })).rejects.toMatchObject(foreign);
    await expect(erasePersonById('p-x', elsewhere, { table })).rejects.toMatchObject(foreign);
    const signIns = { a: { issuer, subject: 'a' }, b: { issuer, subject: 'b' } };
    await expect(linkPeople(signIns, elsewhere, { table })).rejects.toMatchObject(foreign);
  });
});
