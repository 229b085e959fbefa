import { describe, expect, it } from 'vitest';
import { readAppraisal } from '../../../functions/read-appraisal/read-appraisal.ts';
import { recordFeedback } from '../../../functions/record-feedback/record-feedback.ts';
import { personOf } from '../../../shared/identity/people.ts';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { readChain } from '../../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { appraiserWith, fill, officerWith, openAppraisal } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { callerWith } from '../../support/callers.ts';
import { editWorkbook } from '../../support/forms.ts';
import { round } from '../../support/ledger-round.ts';

const officer = officerWith(hanoi);
const problem = (status: number, code: string) => expect.objectContaining({ status, code });
const text_vi = 'Kế hoạch ban hành ngày 20/01/2024';
const given = { ...round, unit_id: hanoi, indicator: 'plan', text_vi, evidence_vi: 'QĐ 9/QĐ-UBND' };

/** Hà Nội's plan is appraised at 10.25 of 20.5. */
async function openDecided() {
  const appraisal = await openAppraisal();
  const { deps, receive, issue, send } = appraisal;
  await receive(hanoi, 'a');
  await receive(caobang, 'b');
  await send(await fill(await issue(), { [`${hanoi} plan`]: [10.25, 'Ban hành muộn'] }));
  let requests = 0;
  const answer = (changes: Partial<Parameters<typeof recordFeedback>[0]> = {}, caller = officer) =>
    recordFeedback({ ...given, cause: `request/${++requests}`, ...changes }, caller, deps);
  const read = (caller = officer, unit_id: string = hanoi) => readAppraisal({ ...round, unit_id }, caller, deps);
  const answersOf = async () =>
    (await readChain<UnitEntry>(deps.ledger, unitChain({ ...round, unit_id: hanoi }))).filter(
      ({ kind }) => kind === 'feedback',
    );
  return { ...appraisal, answer, read, answersOf };
}

describe('readAppraisal', () => {
  it('tells the unit points, difference, reason, time and body of each indicator that counts, and no person', async () => {
    const { read, deps } = await openDecided();
    const appraisal = await read();
    expect(appraisal).toMatchObject({ ...round, unit_id: hanoi, open: true });
    expect(appraisal.indicators.map(({ indicator }) => indicator)).toEqual(['plan', 'online', 'satisfied']);
    expect(appraisal.indicators[0]).toEqual({
      ...{ indicator: 'plan', name_vi: 'Chỉ số plan', name_en: 'Indicator plan', body_vi: 'Bộ Nội vụ' },
      ...{
        max_points: '20.5',
        state: 'answered',
        self_points: '20.5',
        appraised_points: '10.25',
        difference: '-10.25',
      },
      ...{ reason: 'Ban hành muộn', decided_at: '2025-02-01T00:00:00.000Z', carried_from: null, carried_points: null },
      ...{ feedback: null, may_answer: true },
    });
    const none = { appraised_points: null, difference: null, reason: null, decided_at: null, may_answer: false };
    expect(appraisal.indicators[1]).toMatchObject(none);
    const text = JSON.stringify(appraisal);
    expect(text).not.toContain('ministry-appraiser');
    expect(text).not.toContain(await personOf(deps.table, appraiserWith()));
  });

  it('is for the unit itself and for the ministry', async () => {
    const { read } = await openDecided();
    for (const caller of [appraiserWith(), callerWith(), officerWith(hanoi, { role: 'certifier' })])
      expect((await read(caller)).indicators).toHaveLength(3);
    await expect(read(officer, caobang)).rejects.toEqual(problem(403, 'foreign-unit'));
    await expect(read(callerWith({ role: 'operator' }))).rejects.toEqual(problem(403, 'role-refused'));
  });

  it('is empty for a unit of which nothing counts', async () => {
    const { read } = await openDecided();
    expect(await read(officerWith('P46-2025'), 'P46-2025')).toMatchObject({ figures_sha256: null, indicators: [] });
  });
});

describe('recordFeedback', () => {
  it('is shown to the unit, and to the appraiser beside the row, who decides again', async () => {
    const { answer, read, issue, send } = await openDecided();
    const at = '2025-02-01T00:00:00.000Z';
    const { figures_sha256 } = await read();
    expect(await answer()).toEqual({ ...given, figures_sha256, at });
    expect((await read()).indicators[0]).toMatchObject({
      feedback: { text_vi, evidence_vi: 'QĐ 9/QĐ-UBND', at },
      may_answer: false,
    });
    const book = await issue();
    await editWorkbook(book, (edited) => {
      expect(edited.getWorksheet('Thẩm định')!.getCell('K8').value).toBe(`${text_vi}\nMinh chứng: QĐ 9/QĐ-UBND`);
    });
    expect(await send(await fill(book, { [`${hanoi} plan`]: [15, 'Theo ý kiến'] }))).toMatchObject({
      recorded: 1,
      findings: [],
    });
    expect((await read()).indicators[0]).toMatchObject({
      appraised_points: '15',
      difference: '-5.5',
      may_answer: false,
    });
  });

  it('is given once, also by two at once, and still once after another decision', async () => {
    const { answer, answersOf, issue, send } = await openDecided();
    const both = await Promise.allSettled([answer(), answer({ text_vi: 'Khác' })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: problem(409, 'feedback-given') });
    await send(await fill(await issue(), { [`${hanoi} plan`]: [11, 'Xem lại'] }));
    await expect(answer()).rejects.toEqual(problem(409, 'feedback-given'));
    expect(await answersOf()).toHaveLength(1);
  });

  it('is the same one by the same key, and refuses a key that was used for something else', async () => {
    const { answer, answersOf } = await openDecided();
    const cause = 'key/phan-hoi-1';
    expect(await answer({ cause })).toEqual(await answer({ cause }));
    await expect(answer({ cause, text_vi: 'Khác' })).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    expect(await answersOf()).toHaveLength(1);
  });

  it('needs a decision of the figures that count', async () => {
    const { answer, receive } = await openDecided();
    const refusal = await answer({ indicator: 'online' }).catch((error: Error) => error);
    expect(refusal).toEqual(problem(409, 'not-appraised'));
    expect(refusal).toHaveProperty('detail', expect.stringMatching(/^Chỉ số “Chỉ số online” \(online\) chưa có/));
    await receive(hanoi, 'c');
    await expect(answer()).rejects.toEqual(problem(409, 'not-appraised'));
  });

  it('ends with the closing, and is open again to a unit that is reopened', async () => {
    const { answer, read, close, reopen } = await openDecided();
    await close();
    await expect(answer()).rejects.toEqual(problem(409, 'period-closed'));
    expect(await read()).toMatchObject({ open: false, indicators: [{ may_answer: false }, {}, {}] });
    await reopen(caobang);
    await expect(answer()).rejects.toEqual(problem(409, 'period-closed'));
    await reopen(hanoi);
    expect(await answer()).toMatchObject({ indicator: 'plan' });
  });

  it('is the officer’s of the own unit alone', async () => {
    const { answer } = await openDecided();
    await expect(answer({}, officerWith(caobang))).rejects.toEqual(problem(403, 'foreign-unit'));
    for (const role of ['certifier', 'appraiser', 'publisher', 'operator'] as const)
      await expect(answer({}, callerWith({ role, unit_id: hanoi }))).rejects.toEqual(problem(403, 'role-refused'));
  });
});
