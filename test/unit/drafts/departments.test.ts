import { describe, expect, it } from 'vitest';
import { type ItemKey, putItem } from '../../../shared/score-store/score-table.ts';
import {
  assign,
  assignments,
  checkIt,
  doctor,
  draftOf,
  finance,
  health,
  rowOf,
  rowsOf,
  save,
  sendIt,
  treasurer,
  typedOn,
  wholeDraft,
} from '../../support/draft-doors.ts';
import {
  askEvidence,
  checkFile,
  fetchFile,
  filesOf,
  sendEvidence,
  signEvidence,
} from '../../support/evidence-doors.ts';
import { pdf } from '../../support/evidence-files.ts';
import { addToPeriod, at, certifier, officer, openIntake } from '../../support/intake.ts';
import { askForm, formWith, jsonOf, list, post, submit, whole } from '../../support/intake-doors.ts';

const refused = { status: 403, code: 'department-refused' };
const foreign = { status: 403, code: 'foreign-row' };
const keysOf = (rows: { indicator: string; input: string }[]) => rows.map((row) => `${row.indicator}/${row.input}`);

describe('a department of a unit', () => {
  it('reads and fills the rows that are assigned to it, and no others', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'r' }], health);
    await assign(intake, [{ indicator: 'e' }], finance);
    await save(intake, wholeDraft.slice(3), { caller: treasurer });
    const draft = await draftOf(intake, doctor);
    expect(keysOf(rowsOf(draft))).toEqual(['r/numerator', 'r/denominator']);
    expect(draft).toMatchObject({ department: 'so-y-te', counts: { asked: 2, filled: 0 } });
    await save(intake, wholeDraft.slice(1, 3), { caller: doctor });
    await expect(save(intake, [typedOn('e', '1', { version: 1 })], { caller: doctor })).rejects.toMatchObject(foreign);
    await expect(save(intake, [typedOn('a', '1')], { caller: doctor })).rejects.toMatchObject(foreign);
    expect(await rowOf(intake, 'r/numerator')).toMatchObject({
      value: '3',
      filled: { department: 'so-y-te', own: false },
    });
    expect((await checkIt(intake, doctor)).findings).toEqual([]);
    expect(await checkIt(intake, doctor)).toMatchObject({ self_score: null });
  });

  it('is told of its own findings only, where the unit is told of all', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'r' }], health);
    await save(intake, [typedOn('r/numerator', '5'), typedOn('r/denominator', '4'), typedOn('a', '7')]);
    const codes = async (caller = officer()) => (await checkIt(intake, caller)).findings.map(({ rule }) => rule);
    expect(await codes(doctor)).toEqual(['NUMERATOR_ABOVE_DENOMINATOR']);
    expect(await codes()).toEqual(expect.arrayContaining(['NUMERATOR_ABOVE_DENOMINATOR', 'OUT_OF_RANGE']));
  });

  it('sends nothing and sees nothing of the whole unit, by any door', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'a' }, { indicator: 'r' }, { indicator: 'e' }], health);
    await save(intake, wholeDraft, { caller: doctor });
    await submit(intake, jsonOf(whole));
    await expect(sendIt(intake, doctor)).rejects.toMatchObject(refused);
    await expect(submit(intake, jsonOf(whole), { caller: doctor })).rejects.toMatchObject(refused);
    await expect(submit(intake, jsonOf(whole), { caller: doctor, dryRun: true })).rejects.toMatchObject(refused);
    await expect(askForm(intake, await formWith(whole), { caller: doctor })).rejects.toMatchObject(refused);
    await expect(assign(intake, [{ indicator: 'a' }], null, doctor)).rejects.toMatchObject(refused);
  });

  it('without a name has no rows, and another unit’s department of the same name neither', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'a' }], health);
    expect(rowsOf(await draftOf(intake, officer({ department: '' })))).toEqual([]);
    const stranger = officer({ department: 'so-y-te', unit_id: 'P46-2025' });
    await expect(draftOf(intake, stranger)).rejects.toMatchObject({ code: 'foreign-unit' });
    await expect(assignments(intake, stranger)).rejects.toMatchObject({ code: 'foreign-unit' });
  });

  it('sends and sees evidence of the indicators that it has a row of', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'r', input: 'numerator' }], health);
    const [own, other, general] = [pdf('own'), pdf('other'), pdf('general')];
    await expect(askEvidence(intake, own, { indicator: 'e' }, doctor)).rejects.toMatchObject(foreign);
    await expect(askEvidence(intake, own, {}, doctor)).rejects.toMatchObject(foreign);
    await post(await signEvidence(intake, own, { indicator: 'r' }, doctor), own);
    expect(await checkFile(intake, own, doctor)).toMatchObject({ status: 'accepted', indicator: 'r' });
    await sendEvidence(intake, other, { indicator: 'e' });
    await sendEvidence(intake, general);
    expect((await filesOf(intake, null, doctor)).files.map(({ indicator }) => indicator)).toEqual(['r']);
    expect((await filesOf(intake)).files).toHaveLength(3);
    expect((await fetchFile(intake, own, doctor)).status).toBe(200);
    await expect(fetchFile(intake, other, doctor)).rejects.toMatchObject({ status: 404 });
    await expect(checkFile(intake, other, doctor)).rejects.toMatchObject(foreign);
  });
});

describe('dividing a form', () => {
  it('gives rows or whole indicators to departments and shows how far each is', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'r' }], { ...health, person_vi: 'Bác sĩ An', due: '2026-10-05' });
    const told = await assign(intake, [{ indicator: 'a' }, { indicator: 'r', input: 'denominator' }], finance);
    expect(told.departments.map(({ department, rows, filled, due }) => [department, rows, filled, due])).toEqual([
      ['so-tc', 2, 0, null],
      ['so-y-te', 1, 0, '2026-10-05'],
    ]);
    expect(told.unassigned).toEqual({ rows: 1, filled: 0 });
    await save(intake, wholeDraft.slice(0, 1), { caller: treasurer });
    const now = await assignments(intake, certifier());
    expect(now.departments[0]).toMatchObject({ filled: 1, last_filled_at: '2026-10-01T03:00:00.000Z' });
    expect(now.rows.map(({ number, input_name_vi, filled }) => [number, input_name_vi, filled])).toEqual([
      ['1', 'Giá trị', true],
      ['2', 'Tử số', false],
      ['2', 'Mẫu số', false],
      ['3', 'Giá trị', false],
    ]);
    expect(now.rows[1]!.assigned).toEqual({ ...health, person_vi: 'Bác sĩ An', due: '2026-10-05' });
    expect(await rowOf(intake, 'r/numerator')).toMatchObject({ assigned: { department: 'so-y-te' } });
  });

  it('says who is late once the day is over in Vietnam, and no more when all is filled', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'a' }], { ...health, due: '2026-10-05' });
    const late = async () => (await assignments(intake)).departments[0]!.late;
    at('2026-10-05T16:59:59.000Z');
    expect(await late()).toBe(false);
    at('2026-10-05T17:00:00.000Z');
    expect(await late()).toBe(true);
    await save(intake, wholeDraft.slice(0, 1), { caller: doctor });
    expect(await late()).toBe(false);
  });

  it('takes rows back: what was filled stays, and the department sees it no more', async () => {
    const intake = await openIntake();
    await assign(intake, [{ indicator: 'a' }], health);
    await save(intake, wholeDraft.slice(0, 1), { caller: doctor });
    expect((await assign(intake, [{ indicator: 'a' }], null)).departments).toEqual([]);
    expect(rowsOf(await draftOf(intake, doctor))).toEqual([]);
    await expect(save(intake, [typedOn('a', '0,6', { version: 1 })], { caller: doctor })).rejects.toMatchObject(
      foreign,
    );
    expect(await rowOf(intake, 'a')).toMatchObject({ value: '0,5', assigned: null, filled: { department: 'so-y-te' } });
  });

  it('is proposed as it was the last time, for what nobody has been given yet; days are of their period', async () => {
    const intake = await openIntake();

    expect((await assignments(intake)).proposal).toBeNull();
    await putItem(intake.table, { pk: 'ASSIGNED#province34#P04-2025', sk: '2023', period: '2023' } as ItemKey);
    await putItem(intake.table, { pk: 'ASSIGNED#province34#P04-2025', sk: '2025', period: '2025' } as ItemKey);
    const by = { assigned_by: 'p-1', assigned_at: '2024-01-01T00:00:00.000Z' };
    for (const indicator of ['a', 'e', 'gone']) {
      const row = { indicator, input: 'value', ...health, due: '2024-01-01', ...by };
      await putItem(intake.table, { pk: 'ASSIGNED#province34#2023#P04-2025', sk: `ROW#${indicator}/value`, ...row });
    }
    const { department, department_name_vi, person_vi } = health;
    const proposed = { indicator: 'a', input: 'value', department, department_name_vi, person_vi };
    const told = await assign(intake, [{ indicator: 'e' }], finance);
    expect(told.proposal).toEqual({ period: '2023', rows: [proposed] });
    expect((await assignments(intake, doctor)).proposal).toBeNull();
  });

  it('is for the unit’s officer, of rows that there are, while the period is open', async () => {
    const intake = await openIntake();
    await expect(assign(intake, [{ indicator: 'a' }], health, certifier())).rejects.toMatchObject({
      code: 'role-refused',
    });
    await expect(assign(intake, [{ indicator: 'b' }], health)).rejects.toMatchObject({ code: 'row-unknown' });
    await expect(assign(intake, [{ indicator: 'a', input: 'count' }], health)).rejects.toMatchObject({
      code: 'row-unknown',
    });
    const other = officer({ unit_id: 'P46-2025' });
    await expect(assign(intake, [{ indicator: 'a' }], health, other)).rejects.toMatchObject({ code: 'foreign-unit' });
    at('2026-10-02T03:00:00.000Z');
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'deadline_past' } });
    await expect(assign(intake, [{ indicator: 'a' }], health)).rejects.toMatchObject({ code: 'period-closed' });
    expect((await list(intake)).submissions).toEqual([]);
  });
});
