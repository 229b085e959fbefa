import { describe, expect, it } from 'vitest';
import { listPeriodObjections, listUnitObjections } from '../../../functions/read-objections/read-objections.ts';
import { answerObjection } from '../../../functions/record-objection/answer-objection.ts';
import { recordObjection } from '../../../functions/record-objection/record-objection.ts';
import { readUnit } from '../../../shared/ledger/read-ledger.ts';
import { writeObjection } from '../../../shared/release/objection-document.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { openEngines } from '../../support/engines.ts';
import { addToUnit } from '../../support/ledger-round.ts';
import { openRound } from '../../support/released-round.ts';

const [hanoi, hue] = ['P01-2025', 'P46-2025'] as const;
const problem = (status: number, code: string) => expect.objectContaining({ status, code });
const text_vi = '<b>Điểm</b> chưa đúng =1+1';

async function shown() {
  const engines = await openEngines();
  const round = await openRound(engines);
  for (const unit of [hanoi, hue]) await round.receive(unit);
  await round.close();
  const run = await round.run();
  await round.show(run);
  const deps = { ...engines, now: round.now };
  const given = { ...round.of, unit_id: hue, text_vi, cause: 'key/1' };
  const officer = callerWith({ subject: 'officer-hue', role: 'officer', unit_id: hue });
  const listUnit = (caller = officer, cursor: number | null = null) =>
    listUnitObjections({ ...round.of, unit_id: hue, cursor }, caller, deps);
  const listAll = (cursor: number | null = null) => listPeriodObjections({ ...round.of, cursor }, callerWith(), deps);
  return { engines, round, run, deps, given, officer, listUnit, listAll };
}

describe('recordObjection', () => {
  it('is kept as it was typed, and read by the unit and the ministry', async () => {
    const { deps, given, officer, listUnit, listAll, run } = await shown();
    const recorded = await recordObjection({ ...given, indicator: 'security', evidence_vi: 'QĐ 9' }, officer, deps);
    expect(recorded).toMatchObject({ objection: 1, run_id: run, indicator: 'security', text_vi, evidence_vi: 'QĐ 9' });
    expect(undescribed(recorded, 'RecordedObjection')).toEqual([]);
    const own = await listUnit();
    expect(own).toMatchObject({
      preview: { open: true },
      objections: [{ objection: 1, indicator: 'security', text_vi, current: true, answer: null, role: 'officer' }],
    });
    expect(undescribed(own, 'UnitObjections')).toEqual([]);
    expect((await listAll()).objections).toMatchObject([{ unit_id: hue, unit_name_vi: 'Huế', text_vi }]);
  });

  it('is made once on each indicator and once on the whole, of each run that is shown', async () => {
    const { engines, round } = await shown();
    await round.object(hue);
    await round.object(hue, 'security');
    await expect(round.object(hue)).rejects.toEqual(problem(409, 'objection-given'));
    await expect(round.object(hue, 'security')).rejects.toEqual(problem(409, 'objection-given'));
    await round.resend(hanoi, { changes: { awareness: '0.5' } });
    await round.show(await round.run());
    expect(await round.object(hue)).toMatchObject({ objection: 3 });
    const { objections } = await readUnit(engines.ledger, { ...round.of, unit_id: hue });
    expect(new Set(objections.map(({ run_id }) => run_id)).size).toBe(2);
  });

  it('ends with the last day of the preview in Vietnam', async () => {
    const { round } = await shown();
    const at = (instant: string) => ({ now: () => new Date(instant) });
    await expect(round.object(hue, undefined, at('2099-10-10T17:00:00.000Z'))).rejects.toEqual(
      problem(409, 'preview-over'),
    );
    expect(await round.object(hue, undefined, at('2099-10-10T16:59:59.999Z'))).toMatchObject({ objection: 1 });
  });

  it('needs a preview, and an indicator that the unit is asked for', async () => {
    const { round, deps, given, officer } = await shown();
    await expect(recordObjection({ ...given, indicator: 'no-such' }, officer, deps)).rejects.toEqual(
      problem(422, 'indicator-unknown'),
    );
    const unshown = await openRound(await openEngines());
    await expect(unshown.object(hue)).rejects.toEqual(problem(409, 'preview-unopened'));
    expect(round.of).toEqual(unshown.of);
  });

  it('is the same one by the same key, and refuses a key that was used for something else', async () => {
    const { deps, given, officer, listUnit } = await shown();
    const first = await recordObjection(given, officer, deps);
    expect(await recordObjection(given, officer, deps)).toEqual(first);
    await expect(recordObjection({ ...given, text_vi: 'Khác' }, officer, deps)).rejects.toEqual(
      problem(422, 'idempotency-key-reused'),
    );
    expect((await listUnit()).objections).toHaveLength(1);
  });

  it('is the own unit’s alone: officer and certifier', async () => {
    const { deps, given, round } = await shown();
    const other = callerWith({ role: 'certifier', unit_id: hanoi });
    await expect(recordObjection(given, other, deps)).rejects.toEqual(problem(403, 'foreign-unit'));
    for (const role of ['appraiser', 'publisher', 'operator'] as const)
      await expect(recordObjection(given, callerWith({ role }), deps)).rejects.toEqual(problem(403, 'role-refused'));
    expect(await round.object(hue)).toMatchObject({ objection: 1 });
  });
});

describe('the objections of one unit', () => {
  it('are told fifty a page, in the order they were made: each is two documents', async () => {
    const { engines, round, run, listUnit, officer } = await shown();
    const of = { ...round.of, unit_id: hue };
    const document = { ...of, run_id: run, indicator: null, text_vi: 'x', evidence_vi: null };
    const objection_sha256 = await writeObjection(engines.lake, document);
    for (let made = 0; made < 51; made++)
      await addToUnit(engines, of, {
        ...{ kind: 'objection', at: '2099-10-06T00:00:00.000Z', subject: 'p', role: 'officer' },
        about: { run_id: run, objection_sha256 },
      });
    const first = await listUnit();
    expect([first.objections.length, first.next]).toEqual([50, '50']);
    const last = await listUnit(officer, 50);
    expect(last).toMatchObject({ objections: [{ objection: 51 }], next: null });
  });
});

describe('answerObjection', () => {
  it('is read by the unit, which is not told who answered, and by the ministry, which is', async () => {
    const { round, listUnit, listAll } = await shown();
    await round.object(hanoi);
    await round.object(hue, 'security');
    const answered = await round.answerTo(hue, '1');
    expect(answered).toMatchObject({ objection: 1, outcome: 'declined' });
    expect(undescribed(answered, 'AnsweredObjection')).toEqual([]);
    const [own] = (await listUnit()).objections;
    expect(own?.answer).toMatchObject({ outcome: 'declined', text_vi: 'Đã xem lại, giữ nguyên' });
    expect(own?.answer).not.toHaveProperty('by');
    const all = await listAll();
    // Those that wait come first.
    expect(all).toMatchObject({ open: 1, answered: 1, next: null, objections: [{ unit_id: hanoi }, { unit_id: hue }] });
    expect(all.objections[1]?.answer).toHaveProperty('by');
    expect(undescribed(all, 'PeriodObjections')).toEqual([]);
    expect((await listAll(1)).objections).toHaveLength(1);
  });

  it('is given once, also by two at once, to an objection that there is', async () => {
    const { round } = await shown();
    await round.object(hue);
    await expect(round.answerTo(hue, '2')).rejects.toEqual(problem(404, 'objection-unknown'));
    const both = await Promise.allSettled([round.answerTo(hue, '1'), round.answerTo(hue, '1', 'another')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: problem(409, 'objection-answered'),
    });
  });

  it('is nobody’s who sent or certified the figures; whoever ran may give it, for the other publisher releases', async () => {
    const { round } = await shown();
    await round.certify(hue, 1, 'chief');
    await round.object(hue);
    const involved = (part: string) =>
      expect.objectContaining({ code: 'own-submission', members: { involved: [part] } });
    await expect(round.answerTo(hue, '1', `officer-${hue}`)).rejects.toEqual(involved('sent'));
    await expect(round.answerTo(hue, '1', 'chief')).rejects.toEqual(involved('certified'));
    expect(await round.answerTo(hue, '1', 'ministry-runner')).toMatchObject({ objection: 1 });
  });

  it('is the publisher’s', async () => {
    const { round, deps, given } = await shown();
    await round.object(hue);
    const answering = { ...given, number: '1', outcome: 'accepted' as const };
    for (const role of ['officer', 'certifier', 'appraiser', 'operator'] as const)
      await expect(answerObjection(answering, callerWith({ role, unit_id: hue }), deps)).rejects.toEqual(
        problem(403, 'role-refused'),
      );
  });
});
