import { describe, expect, it } from 'vitest';
import { changeContacts, readContactsOf } from '../../../functions/manage-contacts/manage-contacts.ts';
import { callerWith } from '../../support/callers.ts';
import { officer } from '../../support/intake.ts';
import { openScoreTable } from '../../support/score-table.ts';

const now = () => new Date('2026-10-05T01:00:00.000Z');
const unit_id = 'P04-2025';
const addresses = ['an@caobang.example.vn'];

describe('contacts', () => {
  it('are a list that the unit and the ministry may both change, each address once', async () => {
    const deps = { table: await openScoreTable(), now };
    expect(await readContactsOf(unit_id, officer(), deps)).toEqual({
      ...{ unit_id, unit_name_vi: 'Cao Bằng', addresses: [], changed_at: null },
    });
    const twice = ['An@caobang.example.vn', 'an@caobang.example.vn'];
    await changeContacts({ unit_id, addresses: twice }, officer(), deps);
    expect(await readContactsOf(unit_id, callerWith(), deps)).toMatchObject({
      addresses,
      changed_at: now().toISOString(),
    });
    expect((await changeContacts({ unit_id, addresses: [] }, callerWith(), deps)).addresses).toEqual([]);
  });

  it('of the ministry are its own publishers’ matter', async () => {
    const deps = { table: await openScoreTable(), now };
    await changeContacts({ unit_id: 'ministry', addresses }, callerWith(), deps);
    expect(await readContactsOf('ministry', callerWith(), deps)).toMatchObject({
      ...{ unit_name_vi: 'Bộ Khoa học và Công nghệ', addresses },
    });
    const others = [callerWith({ owner: 'other' }), officer(), officer({ unit_id: 'ministry' })];
    const codes = others.map((caller) =>
      readContactsOf('ministry', caller, deps).catch(({ code }: { code: string }) => code),
    );
    expect(await Promise.all(codes)).toEqual(['foreign-group', 'foreign-unit', 'unit-unknown']);
  });

  it.each([
    [officer({ unit_id: 'P01-2025' }), 'foreign-unit'],
    [callerWith({ owner: 'other' }), 'foreign-group'],
    [callerWith({ role: 'appraiser' }), 'role-refused'],
  ])('of a unit are nobody else’s', async (caller, code) => {
    const deps = { table: await openScoreTable(), now };
    await expect(changeContacts({ unit_id, addresses }, caller, deps)).rejects.toMatchObject({ code });
  });

  it('of a commune belong to the owner of its group; a name that is nobody’s is refused', async () => {
    const deps = { table: await openScoreTable(), now };
    expect(await readContactsOf('P04-2025-C001', callerWith(), deps)).toMatchObject({ addresses: [] });
    await expect(readContactsOf('P99', callerWith(), deps)).rejects.toMatchObject({
      status: 404,
      code: 'unit-unknown',
    });
  });
});
