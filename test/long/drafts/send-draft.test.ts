import { describe, expect, it } from 'vitest';
import { linkSignIns, personOf } from '../../../shared/identity/people.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import type { Answered } from '../../../shared/ledger/unit-entry.ts';
import { peopleInvolved } from '../../../shared/release/involved-in.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { checkIt, draftOf, rowOf, save, sendIt, typedOn, wholeDraft } from '../../support/draft-doors.ts';
import { addToPeriod, at, certifier, type Intake, officer, openIntake } from '../../support/intake.ts';
import { certify, chain, formWith, jsonOf, lineOf, send, submit, told, whole } from '../../support/intake-doors.ts';

const lan = officer({ subject: 'lan' });
const minh = officer({ subject: 'minh' });
const own = { status: 403, code: 'own-submission' };

const receiptsOf = async (intake: Intake) => foldUnit(await chain(intake)).receipts;

describe('sending a draft', () => {
  it('is a receipt of what was understood, counted like any other', async () => {
    const intake = await openIntake();
    await save(intake, wholeDraft);
    const sent = await sendIt(intake);
    expect(sent).toMatchObject({ accepted: true, receipt: 1, findings: [] });
    expect(await told(intake)).toEqual(['opened', 'received 1', 'answered 1 accepted']);
    expect(await lineOf(intake)).toMatchObject({ state: 'accepted', current: { receipt: 1 } });
    expect(await draftOf(intake)).toMatchObject({ last_receipt: { receipt: 1, version: sent.version } });
    // The same figures as the same declared by API, where each row has a place of its own.
    const [, , answered] = (await chain(intake)) as [unknown, unknown, Answered];
    expect(answered.about).toMatchObject({ errors: 0, warnings: 0, compared_with: null });
  });

  it('is one receipt however often, by whomever and at once, until another one comes after it', async () => {
    const intake = await openIntake();
    await save(intake, wholeDraft);
    const { version } = await draftOf(intake);
    const sent = await Promise.all([sendIt(intake, lan, version), sendIt(intake, minh, version)]);
    expect(sent.map(({ receipt }) => receipt)).toEqual([1, 1]);
    expect(await sendIt(intake, lan, version)).toEqual(sent[0]);
    for (const event of intake.events.splice(0)) await receiveSubmission(event, intake);
    expect((await told(intake)).filter((line) => line.startsWith('received'))).toHaveLength(1);
    await send(intake, await formWith({ ...whole, a: '0.75' }));
    expect(await sendIt(intake, lan, version)).toMatchObject({ receipt: 3, accepted: true });
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 3 } });
  });

  it('is of the draft that was seen, and of no other', async () => {
    const intake = await openIntake();
    await save(intake, wholeDraft);
    const { version } = await draftOf(intake);
    await save(intake, [typedOn('a', '0,6', { version: 1 })]);
    await expect(sendIt(intake, lan, version)).rejects.toMatchObject({ status: 409, code: 'draft-changed' });
    expect(await told(intake)).toEqual(['opened']);
  });

  it('is refused while there are errors: nothing is kept, no number given out', async () => {
    const intake = await openIntake();
    await save(intake, [...wholeDraft.slice(1), typedOn('a', '7')]);
    const refused = await sendIt(intake).catch((problem) => problem);
    expect(refused).toMatchObject({ status: 422, code: 'draft-refused' });
    expect(refused.members.findings[0]).toMatchObject({ rule: 'OUT_OF_RANGE', severity: 'error' });
    // What a cell leaves open, 1.234 or 1,234, must not become a figure because JSON knows one notation.
    const open = await openIntake();
    await save(open, [typedOn('r/numerator', '1.234'), typedOn('r/denominator', '4')]);
    const unclear = await sendIt(open).catch(({ members }) =>
      members.findings.map(({ rule }: { rule: string }) => rule),
    );
    expect(unclear).toContain('NUMBER_AMBIGUOUS');
    expect(await told(open)).toEqual(['opened']);
    const empty = await openIntake();
    await expect(sendIt(empty)).rejects.toMatchObject({ members: { findings: [{ rule: 'NOTHING_DECLARED' }] } });
  });

  it('of more than the API takes is refused', async () => {
    const intake = await openIntake();
    const note = 'x'.repeat(350_000);
    await save(
      intake,
      wholeDraft.map((row) => ({ ...row, note })),
    );
    await expect(sendIt(intake)).rejects.toMatchObject({ status: 413, code: 'file-too-big' });
  });

  it('stands or falls with the period', async () => {
    const intake = await openIntake();
    await save(intake, wholeDraft);
    at('2026-10-02T03:00:00.000Z');
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'deadline_past' } });
    await expect(sendIt(intake)).rejects.toMatchObject({ status: 409, code: 'period-closed' });
    await expect(sendIt(intake, certifier())).rejects.toMatchObject({ status: 403, code: 'role-refused' });
  });

  it('keeps evidence and notes as they are, and a blank with its reason', async () => {
    const intake = await openIntake();
    const evidence = [{ number: '12/QĐ-UBND', date: '2026-01-02', title: 'Kế hoạch' }];
    await save(intake, [
      ...wholeDraft.slice(1, 3),
      typedOn('e', '0,25', { evidence }),
      typedOn('a', null, { note: 'chưa đo' }),
    ]);
    expect(await sendIt(intake)).toMatchObject({ accepted: true });
    await save(intake, [typedOn('e', '0,3', { version: 1, evidence: [{ date: 'hôm qua' }] })]);
    expect(await rowOf(intake, 'e')).toMatchObject({
      findings: [{ rule: 'EVIDENCE_MISSING' }, { rule: 'EVIDENCE_RECORD', severity: 'error' }],
    });
  });
});

describe('whoever filled a row of a draft that was sent', () => {
  async function sentByTwo() {
    const intake = await openIntake({ terms: { certification: 'required' } });
    await save(intake, wholeDraft.slice(0, 3), { caller: lan });
    await save(intake, wholeDraft.slice(3), { caller: minh });
    await sendIt(intake, officer({ subject: 'chief' }));
    return intake;
  }

  it('does not certify it, by whichever sign-in', async () => {
    const intake = await sentByTwo();
    for (const subject of ['lan', 'minh', 'chief', 'LAN ']) {
      await expect(certify(intake, 1, certifier({ subject }))).rejects.toMatchObject(own);
    }
    const { issuer } = officer();
    await linkSignIns(intake.table, { issuer, subject: 'minh' }, { issuer, subject: 'tran-minh' });
    await expect(certify(intake, 1, certifier({ subject: 'tran-minh' }))).rejects.toMatchObject(own);
    expect(await certify(intake, 1)).toMatchObject({ current: true });
  });

  it('has sent it to whoever asks who had a hand in a release', async () => {
    const intake = await sentByTwo();
    const [receipt] = await receiptsOf(intake);
    const { figures_sha256 } = receipt!.answer!;
    const { sent } = peopleInvolved({
      started_by: [],
      selection: {
        submissions: [{ unit_id: 'u', sha256: receipt!.sha256, format: 'json', figures_sha256: figures_sha256! }],
      },
      units: new Map([['u', { receipts: [receipt!], decisions: [], evidence: [], objections: [] }]]),
    });
    const ids = await Promise.all([lan, minh, officer({ subject: 'chief' })].map((one) => personOf(intake.table, one)));
    expect([...sent].sort()).toEqual(ids.sort());
  });

  it('stays one who did when somebody else changes the row, or takes the words that were set beside it', async () => {
    const intake = await openIntake({ terms: { certification: 'required' } });
    await save(intake, wholeDraft, { caller: lan });
    await save(intake, [typedOn('a', '0,6')], { caller: minh }).catch(() => {});
    await save(intake, [typedOn('a', '0,6', { version: 1 })], { caller: officer({ subject: 'chief' }) });
    await sendIt(intake, officer({ subject: 'chief' }));
    for (const subject of ['lan', 'minh']) {
      await expect(certify(intake, 1, certifier({ subject }))).rejects.toMatchObject(own);
    }
  });
});

describe('checking a draft', () => {
  it('tells what would be answered, by row, and what it comes to by the reference scorer', async () => {
    const intake = await openIntake();
    await save(intake, wholeDraft.slice(0, 3));
    const check = await checkIt(intake);
    expect(check).toMatchObject({ acceptable: true, more_findings: null });
    expect(check.findings.map(({ rule, place }) => [rule, place?.indicator])).toEqual([['UNANSWERED', 'e']]);
    const { indicators, measures, previous_release } = check.self_score!;
    expect(indicators.map(({ indicator, state, points }) => [indicator, state, points])).toEqual([
      ['a', 'answered', '50.0000'],
      ['r', 'answered', '75.0000'],
      ['e', 'not_answered', '0.0000'],
    ]);
    expect(measures[0]).toMatchObject({ measure: 'dti', points: '125.0000', max_points: '300.0000', previous: null });
    expect(previous_release).toBeNull();
    expect(await told(intake)).toEqual(['opened']);
  });

  it('compares with what the unit sent before: what is left out of it is told', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    await save(intake, wholeDraft.slice(1));
    const { acceptable, findings } = await checkIt(intake);
    expect(acceptable).toBe(false);
    expect(findings[0]).toMatchObject({ rule: 'FIGURE_WITHDRAWN', place: { indicator: 'a', input: 'value' } });
    expect(await rowOf(intake, 'a')).toMatchObject({ known: { value: '0.5', shown_vi: '0,5' }, previous: null });
  });

  it('says when it would come too late', async () => {
    const intake = await openIntake({ terms: { deadline_at: '2026-10-01T17:00:00.000Z' } });
    await save(intake, wholeDraft);
    at('2026-10-02T03:00:00.000Z');
    expect((await checkIt(intake)).findings).toMatchObject([
      { rule: 'RECEIVED_LATE', place: null },
      { rule: 'NUMBER_UNDERSTOOD', place: { indicator: 'e' } },
    ]);
  });
});
