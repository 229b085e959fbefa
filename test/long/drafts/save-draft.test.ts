import { describe, expect, it } from 'vitest';
import { readRowVersions } from '../../../functions/read-draft/read-versions.ts';
import { mostVersions } from '../../../functions/save-draft/refusals.ts';
import { typedRecords } from '../../../functions/save-draft/typed-text.ts';
import { putItem } from '../../../shared/score-store/score-table.ts';
import { readDraft } from '../../../shared/submission/draft/draft-store.ts';
import {
  assign,
  doctor,
  draftOf,
  health,
  refusedSave,
  rowOf,
  save,
  typedOn,
  wholeDraft,
} from '../../support/draft-doors.ts';
import { addToPeriod, at, certifier, officer, openIntake, unit } from '../../support/intake.ts';
import { chain, submit, told } from '../../support/intake-doors.ts';

const lan = officer({ subject: 'lan' });
const minh = officer({ subject: 'minh' });

describe('a draft', () => {
  it('keeps what was typed as it was typed, and tells beside it how a cell of the form would be read', async () => {
    const intake = await openIntake();
    const { rows } = await save(intake, [typedOn('r/numerator', ' 1.234,5 '), typedOn('a', '1.5')]);
    expect(rows.map(({ value }) => value)).toEqual(['1.5', ' 1.234,5 ']);
    const [wrong, number] = rows;
    expect(number).toMatchObject({ version: 1, understood: { value: '1234.5', shown_vi: '1.234,5' } });
    expect(wrong).toMatchObject({
      understood: null,
      findings: [{ rule: 'NUMBER_UNDERSTOOD' }, { rule: 'OUT_OF_RANGE' }],
    });
    expect(await rowOf(intake, 'r/numerator')).toMatchObject({ value: ' 1.234,5 ', filled: { own: true } });
  });

  it('shows the whole form, nothing of it typed, before anybody begins', async () => {
    const intake = await openIntake();
    const draft = await draftOf(intake);
    expect(draft.counts).toEqual({ asked: 4, filled: 0, errors: 0, warnings: 0 });
    expect(draft.sections.map(({ number, indicators }) => [number, indicators.length])).toEqual([
      ['1', 1],
      ['2', 1],
      ['3', 1],
    ]);
    expect(draft).toMatchObject({ open: true, last_receipt: null, department: null });
    expect(await told(intake)).toEqual([]);
  });

  it('opens the chain of its unit once, and writes nothing else there', async () => {
    const intake = await openIntake();
    await Promise.all([
      save(intake, [typedOn('a', '0,1')], { caller: lan }),
      save(intake, [typedOn('e', '0,1')], { caller: minh }),
    ]);
    await save(intake, [typedOn('a', '0,2', { version: 1 })]);
    expect(await told(intake)).toEqual(['opened']);
  });

  it('keeps every version of a row, and says who typed the one that stands', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')], { caller: lan });
    at('2026-10-01T04:00:00.000Z');
    await save(intake, [typedOn('a', '0,2', { version: 1, note: 'sửa' })], { caller: minh });
    const row = await rowOf(intake, 'a', minh);
    expect(row).toMatchObject({
      version: 2,
      value: '0,2',
      note: 'sửa',
      filled: { own: true, filled_at: '2026-10-01T04:00:00.000Z' },
    });
    const of = { ...unit, indicator: 'a', input: 'value', before: null };
    const told = await readRowVersions(of, lan, intake);
    expect(told.versions.map(({ version, value, own }) => [version, value, own])).toEqual([
      [2, '0,2', false],
      [1, '0,1', true],
    ]);
    expect(await readRowVersions({ ...of, before: 2 }, certifier(), intake)).toMatchObject({
      versions: [{ version: 1 }],
      next_before: null,
    });
    await expect(readRowVersions({ ...of, indicator: 'e' }, lan, intake)).rejects.toMatchObject({
      code: 'row-unfilled',
    });
    expect(await rowOf(intake, 'a', lan)).toMatchObject({ filled: { own: false } });
  });

  it('is the same after a save that is sent again, and of two who type the same', async () => {
    const intake = await openIntake();
    const first = await save(intake, [typedOn('a', '0,1')], { caller: lan });
    expect(await save(intake, [typedOn('a', '0,1')], { caller: lan })).toEqual(first);
    const other = await save(intake, [typedOn('a', '0,1')], { caller: minh });
    expect(other.version).toBe(first.version);
  });

  it('loses nobody’s words when two type in one row: the later is told, and both stand until one has chosen', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')], { caller: lan });
    const refused = await refusedSave(
      save(intake, [typedOn('a', '0,9', { note: 'của Minh' }), typedOn('e', '0,5')], { caller: minh }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'row-taken' });
    expect(refused.members.saved).toMatchObject([{ indicator: 'e', value: '0,5', version: 1 }]);
    expect(refused.members.taken).toMatchObject([
      { value: '0,1', version: 1, filled: { own: false }, rivals: [{ value: '0,9', note: 'của Minh', own: true }] },
    ]);
    // Whoever opens the row, on whatever machine, sees both.
    expect(await rowOf(intake, 'a', lan)).toMatchObject({ value: '0,1', rivals: [{ value: '0,9', own: false }] });
    // The first goes on typing; the words of the second still stand beside.
    await save(intake, [typedOn('a', '0,11', { version: 1 })], { caller: lan });
    expect(await rowOf(intake, 'a')).toMatchObject({ value: '0,11', rivals: [{ value: '0,9' }] });
    await save(intake, [typedOn('a', '0,9', { version: 2 })], { caller: minh });
    expect(await rowOf(intake, 'a')).toMatchObject({ value: '0,9', version: 3, rivals: [] });
  });

  it('keeps the words of two tabs of one person beside each other, until each is chosen about', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')], { caller: lan });
    for (const value of ['0,8', '0,9', '0,9']) {
      await refusedSave(save(intake, [typedOn('a', value)], { caller: minh }));
      at(`2026-10-01T05:00:0${value.at(-1)}.000Z`);
    }
    const beside = async () => (await rowOf(intake, 'a')).rivals.map(({ value }) => value);
    expect(await beside()).toEqual(['0,8', '0,9']);
    // One of the tabs saves what it holds: what the other holds is still there.
    await save(intake, [typedOn('a', '0,8', { version: 1 })], { caller: minh });
    expect(await beside()).toEqual(['0,9']);
    await save(intake, [typedOn('a', '0,85', { version: 2 })], { caller: minh });
    expect(await beside()).toEqual([]);
  });

  it('lets one take what stands: the other words show no more, unless there are newer ones', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')], { caller: lan });
    const refused = await refusedSave(save(intake, [typedOn('a', '0,9')], { caller: minh }));
    const { filled_by, filled_at } = refused.members.taken[0]!.rivals[0]!;
    const words = { indicator: 'a', input: 'value', filled_by, filled_at };
    at('2026-10-01T05:00:00.000Z');
    await refusedSave(save(intake, [typedOn('a', '0,8')], { caller: minh }));
    await save(intake, [], { caller: lan, settled: [words] });
    expect(await rowOf(intake, 'a')).toMatchObject({ value: '0,1', version: 1, rivals: [{ value: '0,8' }] });
    await save(intake, [], { caller: lan, settled: [{ ...words, filled_at: '2026-10-01T05:00:00.000Z' }] });
    expect(await rowOf(intake, 'a')).toMatchObject({ value: '0,1', version: 1, rivals: [] });
  });

  it('of two at once keeps one and tells the other, in any row', async () => {
    const intake = await openIntake();
    const keys = ['a', 'e', 'r/numerator', 'r/denominator'];
    const one = (caller: typeof lan, value: string) =>
      save(
        intake,
        keys.map((key) => typedOn(key, value)),
        { caller },
      ).then(
        () => [],
        ({ members }) => members.taken,
      );
    const taken = (await Promise.all([one(lan, '0,1'), one(minh, '0,2')])).flat();
    expect(taken).toHaveLength(4);
    const rows = await Promise.all(keys.map((key) => rowOf(intake, key)));
    for (const { value, rivals } of rows) {
      expect([value, ...rivals.map((rival) => rival.value)].sort()).toEqual(['0,1', '0,2']);
    }
  });

  it('is for the unit’s officer, while the period is open, in rows that there are', async () => {
    const intake = await openIntake();
    const row = [typedOn('a', '1')];
    await expect(save(intake, row, { caller: certifier() })).rejects.toMatchObject({
      status: 403,
      code: 'role-refused',
    });
    await expect(save(intake, row, { caller: officer({ unit_id: 'P46-2025' }) })).rejects.toMatchObject({
      code: 'foreign-unit',
    });
    await expect(draftOf(intake, officer({ unit_id: 'P46-2025' }))).rejects.toMatchObject({ code: 'foreign-unit' });
    await expect(save(intake, [typedOn('b', '1')])).rejects.toMatchObject({ status: 422, code: 'row-unknown' });
    await expect(save(intake, [typedOn('r', '1')])).rejects.toMatchObject({ status: 422, code: 'row-unknown' });
    at('2026-10-02T03:00:00.000Z');
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'deadline_past' } });
    await expect(save(intake, row)).rejects.toMatchObject({ status: 409, code: 'period-closed' });
    expect(await draftOf(intake)).toMatchObject({ open: false });
    expect(await chain(intake)).toEqual([]);
  });

  it('tells versions by the page, and a department none of a row of others', async () => {
    const intake = await openIntake();
    for (let version = 0; version < 52; version++) await save(intake, [typedOn('a', `0,${version}`, { version })]);
    const of = { ...unit, indicator: 'a', input: 'value', before: null };
    const page = await readRowVersions(of, lan, intake);
    expect([page.versions.length, page.versions[0]!.version, page.next_before]).toEqual([50, 52, 3]);
    expect((await readRowVersions({ ...of, before: 3 }, lan, intake)).versions).toHaveLength(2);
    await expect(readRowVersions(of, doctor, intake)).rejects.toMatchObject({ status: 404, code: 'row-unfilled' });
    await assign(intake, [{ indicator: 'a' }], health);
    expect((await readRowVersions(of, doctor, intake)).versions).toHaveLength(50);
  });

  it('counts whose words are typed again as one who filled the row, also where the choice was made before', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')], { caller: lan });
    const refused = await refusedSave(save(intake, [typedOn('a', '0,9')], { caller: minh }));
    const { filled_by, filled_at } = refused.members.taken[0]!.rivals[0]!;
    await save(intake, [], { caller: lan, settled: [{ indicator: 'a', input: 'value', filled_by, filled_at }] });
    await save(intake, [typedOn('a', '0,9', { version: 1 })], { caller: lan });
    const [row] = await readDraft(intake.table, unit);
    expect(row).toMatchObject({ value: '0,9', version: 2, fillers: expect.arrayContaining([filled_by]) });
  });

  it('grows no larger than one answer tells, with what waits beside a row; whoever shortens it is let in', async () => {
    const intake = await openIntake();
    const note = 'ế'.repeat(200_000);
    await save(intake, [typedOn('a', '0,1', { note })], { caller: lan });
    await save(intake, [typedOn('e', '0,1', { note })], { caller: lan });
    const beside = (caller: typeof lan) => refusedSave(save(intake, [typedOn('a', '0,2', { note })], { caller }));
    expect(await beside(minh)).toMatchObject({ status: 413, code: 'draft-too-big' });
    expect((await rowOf(intake, 'a')).rivals).toEqual([]);
    await save(intake, [typedOn('a', '0,1', { version: 1, note: 'ngắn' })], { caller: minh });
    expect(await rowOf(intake, 'a')).toMatchObject({ version: 2, note: 'ngắn' });
  });

  it('takes no list of documents that fifty versions of the row could not be told with', () => {
    const title = 'ế'.repeat(500);
    const documents = (count: number) =>
      typedRecords.safeParse(Array.from({ length: count }, () => ({ title }))).success;
    expect([documents(12), documents(13)]).toEqual([true, false]);
  });

  it('tells of what is known no more than could be typed', async () => {
    const intake = await openIntake();
    const rows = wholeDraft.map(({ indicator, input, value }) => ({
      indicator,
      input,
      value: value!.replace(',', '.'),
    }));
    const long = rows.map((row) =>
      row.indicator === 'e' ? { ...row, evidence: 'QĐ 1', note: 'ế'.repeat(30_000) } : row,
    );
    await submit(intake, new TextEncoder().encode(JSON.stringify(long)));
    const { known } = await rowOf(intake, 'e');
    expect(known).toMatchObject({ evidence: 'QĐ 1', note: `${'ế'.repeat(1999)}…` });
  });

  it('takes no more changes of a row than anybody makes', async () => {
    const intake = await openIntake();
    await save(intake, [typedOn('a', '0,1')]);
    const key = { pk: 'DRAFT#province34#2024#P04-2025', sk: 'ROW#a/value' };
    const row = {
      indicator: 'a',
      input: 'value',
      value: '0,1',
      evidence: null,
      note: null,
      version: mostVersions,
      fillers: [],
    };
    await putItem(intake.table, { ...key, ...row });
    const next = [typedOn('e', '0,2'), typedOn('a', '0,3', { version: mostVersions })];
    await expect(save(intake, next)).rejects.toMatchObject({ status: 409, code: 'row-full' });
    expect(await rowOf(intake, 'e')).toMatchObject({ version: 0 });
  });
});
