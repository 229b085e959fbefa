import { describe, expect, it } from 'vitest';
import { linkSignIns } from '../../../shared/identity/people.ts';
import { addToPeriod, at, certifier, type Intake, officer, openIntake } from '../../support/intake.ts';
import { certify, formWith, jsonOf, lineOf, list, send, submit, told, whole } from '../../support/intake-doors.ts';

const own = { status: 403, code: 'own-submission' };
/** One person who may send and may certify, by whichever sign-in. */
const lan = { subject: 'lan' };
const open = () => openIntake({ terms: { certification: 'required' } });
const certifications = async (intake: Intake) =>
  (await told(intake)).filter((line) => line.startsWith('certified')).length;

describe('certifying', () => {
  it('makes count what waits for it, once', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole));
    expect(await lineOf(intake)).toMatchObject({ state: 'accepted', current: null, waiting: { receipt: 1 } });
    const first = await certify(intake, 1);
    expect(first).toMatchObject({ current: true, waiting: false, certified_at: '2026-10-01T03:00:00.000Z' });
    at('2026-10-02T03:00:00.000Z');
    expect(await certify(intake, 1, certifier({ subject: 'another' }))).toEqual(first);
    expect(await certifications(intake)).toBe(1);
    expect(await lineOf(intake)).toMatchObject({ state: 'certified', current: { receipt: 1 }, waiting: null });
    await submit(intake, jsonOf({ ...whole, a: '0.75' }));
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1 }, waiting: { receipt: 2 } });
  });

  it('by two at once is one entry', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole));
    const [one, two] = await Promise.all([certify(intake, 1), certify(intake, 1, certifier({ subject: 'another' }))]);
    expect(two).toEqual(one);
    expect(await certifications(intake)).toBe(1);
  });

  it('is not for whoever sent it, also by another sign-in or spelling of the same person', async () => {
    const intake = await open();
    await submit(intake, jsonOf(whole), { caller: officer(lan) });
    await expect(certify(intake, 1, certifier(lan))).rejects.toMatchObject(own);
    await expect(certify(intake, 1, certifier({ subject: ' LAN\u200b' }))).rejects.toMatchObject(own);
    const { issuer } = officer();
    await linkSignIns(intake.table, { issuer, subject: 'lan' }, { issuer, subject: 'nguyen-thi-lan' });
    await expect(certify(intake, 1, certifier({ subject: 'nguyen-thi-lan' }))).rejects.toMatchObject(own);
    expect(await certify(intake, 1)).toMatchObject({ current: true });
  });

  it.each<[string, (intake: Intake) => Promise<unknown>]>([
    ['the same bytes', (intake) => submit(intake, jsonOf(whole))],
    [
      'the same bytes by a door that refuses them',
      (intake) => submit(intake, jsonOf(whole), { contentType: 'text/csv' }),
    ],
    ['the same figures in a form', async (intake) => send(intake, await formWith(whole))],
    ['a part of what was sent before', async (intake) => submit(intake, jsonOf({ a: '0.75' }), { partial: true })],
  ])('is not for whoever sent the figures too: %s', async (_, sendCopy) => {
    const intake = await open();
    await submit(intake, jsonOf(whole), { caller: officer(lan) });
    await sendCopy(intake);
    const receipts = (await list(intake)).submissions.filter(({ status }) => status === 'accepted');
    for (const { receipt } of receipts) {
      await expect(certify(intake, receipt, certifier(lan))).rejects.toMatchObject(own);
    }
    expect(await certifications(intake)).toBe(0);
  });

  it('is for whoever sent other figures, which are not in it any more', async () => {
    const intake = await open();
    await submit(intake, jsonOf({ ...whole, a: '0.75' }), { caller: officer(lan) });
    await submit(intake, jsonOf(whole));
    expect(await certify(intake, 2, certifier(lan))).toMatchObject({ current: true });
  });

  it('needs a receipt that was accepted in time, of the own unit, while the period is open', async () => {
    const intake = await open();
    await submit(intake, jsonOf({ ...whole, a: '7' }));
    const refused = { status: 409, code: 'receipt-not-certifiable' };
    await expect(certify(intake, 1)).rejects.toMatchObject(refused);
    await expect(certify(intake, 2)).rejects.toMatchObject({ status: 404 });
    await expect(certify(intake, 1, certifier({ unit_id: 'P46-2025' }))).rejects.toMatchObject({ status: 403 });
    await expect(certify(intake, 1, officer())).rejects.toMatchObject({ status: 403 });
    await submit(intake, jsonOf(whole));
    at('2026-10-02T03:00:00.000Z');
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'deadline_past' } });
    await expect(certify(intake, 2)).rejects.toMatchObject({ status: 409, code: 'period-closed' });
    expect(await certifications(intake)).toBe(0);
  });
});
