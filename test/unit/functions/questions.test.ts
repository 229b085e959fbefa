import { describe, expect, it } from 'vitest';
import { readAppraisal } from '../../../functions/read-appraisal/read-appraisal.ts';
import { listQuestions, listUnitQuestions } from '../../../functions/read-questions/read-questions.ts';
import { listPeriod, listUnit } from '../../../functions/read-submissions/read-submissions.ts';
import { recordDecisions } from '../../../functions/record-appraisal/record-decisions.ts';
import { askUnit } from '../../../functions/record-question/ask-unit.ts';
import { replyQuestion } from '../../../functions/record-question/reply-question.ts';
import { personOf } from '../../../shared/identity/people.ts';
import { appraiserWith, officerWith, openAppraisal } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { round } from '../../support/ledger-round.ts';

const problem = (status: number, code: string) => expect.objectContaining({ status, code });
const publisher = callerWith();
const officer = officerWith(hanoi);
const of = { ...round, unit_id: hanoi };
const asked = { ...of, text_vi: 'Đề nghị gửi kế hoạch', answer_by: '2025-02-10' };
const replied = { ...of, question: '1', text_vi: 'Đã gửi', evidence_vi: 'QĐ 9/QĐ-UBND' };

async function openAsked() {
  const appraisal = await openAppraisal();
  const { deps, receive } = appraisal;
  await receive(hanoi, 'a');
  let requests = 0;
  const next = () => `request/question-${++requests}`;
  const ask = (changes: Partial<Parameters<typeof askUnit>[0]> = {}, caller = publisher) =>
    askUnit({ ...asked, cause: next(), ...changes }, caller, deps);
  const reply = (changes: Partial<Parameters<typeof replyQuestion>[0]> = {}, caller = officer) =>
    replyQuestion({ ...replied, cause: next(), ...changes }, caller, deps);
  const own = (caller = officer, cursor: number | null = null) => listUnitQuestions({ ...of, cursor }, caller, deps);
  const all = (changes: { open?: boolean; cursor?: string } = {}) =>
    listQuestions({ ...round, open: false, ...changes }, publisher, deps);
  const inQuestion = async () =>
    (await listPeriod(round, publisher, deps)).units.find(({ unit_id }) => unit_id === hanoi)!.in_question;
  return { ...appraisal, ask, reply, own, all, inQuestion };
}

describe('a question to a unit', () => {
  it('is seen by the unit, without a person, and stands beside its state until it is answered', async () => {
    const { deps, ask, reply, own, inQuestion } = await openAsked();
    const question = await ask();
    expect(question).toEqual({
      ...{ unit_id: hanoi, question: 1, indicator: null, text_vi: asked.text_vi, answer_by: '2025-02-10' },
      ...{ asked_at: '2025-02-01T00:00:00.000Z', asked_as: 'publisher', open: true, reply: null },
    });
    expect(await inQuestion()).toBe(1);
    const listed = await own();
    expect(undescribed(question, 'Question')).toEqual([]);
    expect(undescribed(listed, 'UnitQuestions')).toEqual([]);
    const names = { unit_name_vi: 'Hà Nội', indicator_name_vi: null, indicator_name_en: null };
    expect(listed).toEqual({ unit_name_vi: 'Hà Nội', questions: [{ ...question, ...names }], next: null });
    expect(JSON.stringify(listed)).not.toContain(await personOf(deps.table, publisher));
    const answer = { text_vi: 'Đã gửi', evidence_vi: 'QĐ 9/QĐ-UBND', at: '2025-02-01T00:00:00.000Z' };
    expect(await reply()).toEqual({ ...question, open: false, reply: answer });
    expect(await inQuestion()).toBe(0);
    await expect(reply()).rejects.toEqual(problem(409, 'reply-given'));
  });

  it('is asked by an appraiser of an indicator of the own bodies, by a publisher of anything', async () => {
    const { ask, close } = await openAsked();
    const viettel = appraiserWith('vien-thong', { bodies: ['telecommunications'] });
    await expect(ask({}, viettel)).rejects.toEqual(problem(422, 'indicator-needed'));
    await expect(ask({ indicator: 'plan' }, viettel)).rejects.toEqual(problem(403, 'other-body'));
    await expect(ask({ indicator: 'x' }, viettel)).rejects.toEqual(problem(404, 'indicator-unknown'));
    expect(await ask({ indicator: 'online' }, viettel)).toMatchObject({ question: 1, asked_as: 'appraiser' });
    // Of no body, and so the owner's.
    await expect(ask({ indicator: 'satisfied' }, viettel)).rejects.toEqual(problem(403, 'other-body'));
    expect(await ask({ indicator: 'satisfied' }, appraiserWith())).toMatchObject({ question: 2 });
    await expect(ask({ answer_by: '2025-01-31' })).rejects.toEqual(problem(422, 'day-past'));
    await close();
    await expect(ask({ indicator: 'online' }, viettel)).rejects.toEqual(problem(409, 'period-closed'));
    expect(await ask()).toMatchObject({ question: 3 });
  });

  it('waits for its answer when the period is closed too, and the unit is told so, the first day first', async () => {
    const { deps, ask, reply, close } = await openAsked();
    // Receipts are not what is looked at.
    const own = () => listUnit({ ...of, before: 1 }, officer, deps);
    expect((await own()).asked).toBeNull();
    await ask();
    await close();
    await ask({ answer_by: '2025-02-05' });
    const told = await own();
    expect(told.asked).toEqual({ questions: 2, answer_by: '2025-02-05' });
    expect(undescribed(told, 'UnitSubmissions')).toEqual([]);
    await reply({ question: '2' });
    expect((await own()).asked).toEqual({ questions: 1, answer_by: '2025-02-10' });
    await reply();
    expect((await own()).asked).toBeNull();
  });

  it('about an indicator is settled by other figures, and by a decision that came after', async () => {
    const { deps, ask, receive, own, inQuestion } = await openAsked();
    await ask({ indicator: 'plan' }, appraiserWith());
    expect((await own()).questions[0]).toMatchObject({ indicator: 'plan', indicator_name_vi: 'Chỉ số plan' });
    await ask({ indicator: 'online' }, appraiserWith());
    await ask();
    const decisions = [{ decision: 'keep' as const, indicator: 'online' }];
    const figures_sha256 = (await readAppraisal(of, officer, deps)).figures_sha256!;
    const input = { ...of, figures_sha256, decisions, bytes: new Uint8Array(), cause: 'request/keep' };
    await recordDecisions(input, appraiserWith(), deps);
    expect((await own()).questions.map(({ open }) => open)).toEqual([true, false, true]);
    await receive(hanoi, 'c');
    expect((await own()).questions.map(({ open }) => open)).toEqual([true, false, false]);
    expect(await inQuestion()).toBe(1);
  });

  it('and its reply are each one by the same key; another text under it is refused', async () => {
    const { ask, reply, own } = await openAsked();
    const key = { cause: 'key/1' };
    const first = await ask(key);
    expect(await ask(key)).toEqual(first);
    await expect(ask({ ...key, text_vi: 'Khác' })).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    await expect(reply(key)).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    const answer = await reply({ cause: 'key/2' });
    expect(await reply({ cause: 'key/2' })).toEqual(answer);
    await expect(reply({ cause: 'key/2', text_vi: 'Khác' })).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    expect((await own()).questions).toHaveLength(1);
  });

  it('is answered by the unit it was put to, and by no other', async () => {
    const { ask, reply, own } = await openAsked();
    await ask();
    await expect(reply({}, officerWith(caobang))).rejects.toEqual(problem(403, 'foreign-unit'));
    await expect(own(officerWith(caobang))).rejects.toEqual(problem(403, 'foreign-unit'));
    const department = officerWith(hanoi, { department: 'so-y-te' });
    await expect(reply({}, department)).rejects.toEqual(problem(403, 'department-refused'));
    await expect(reply({ question: '2' })).rejects.toEqual(problem(404, 'question-unknown'));
  });
});

describe('the questions of a period', () => {
  it('are told to nobody of another owner, of one unit as of all', async () => {
    const { ask, own, deps } = await openAsked();
    await ask();
    const foreign = callerWith({ owner: 'other' });
    await expect(own(foreign)).rejects.toEqual(problem(403, 'foreign-group'));
    await expect(listQuestions({ ...round, open: false }, foreign, deps)).rejects.toEqual(
      problem(403, 'foreign-group'),
    );
  });

  it('stand by the day they are due, a page at a time, or only those that wait', async () => {
    const { ask, reply, all } = await openAsked();
    await ask({ answer_by: '2025-02-20' });
    await ask({ unit_id: caobang, answer_by: '2025-02-15' });
    await ask({ answer_by: '2025-02-05' });
    const placed = ({ questions }: Awaited<ReturnType<typeof all>>) =>
      questions.map(({ unit_id, question }) => `${unit_id} ${question}`);
    expect(undescribed(await all(), 'Questions')).toEqual([]);
    expect(placed(await all())).toEqual([`${hanoi} 2`, `${caobang} 1`, `${hanoi} 1`]);
    await reply({ question: '2' });
    expect(placed(await all({ open: true }))).toEqual([`${caobang} 1`, `${hanoi} 1`]);
    const cursor = `2025-02-15#${caobang}#000001`;
    expect(placed(await all({ cursor }))).toEqual([`${hanoi} 1`]);
  });

  it('are told fifty at a time', async () => {
    const { ask, all, own } = await openAsked();
    for (let n = 0; n < 51; n++) await ask();
    const first = await all();
    expect(first.questions).toHaveLength(50);
    expect((await all({ cursor: first.next! })).questions.map(({ question }) => question)).toEqual([51]);
    const newest = await own();
    expect([newest.questions.length, newest.next]).toEqual([50, '2']);
    expect((await own(officer, 2)).questions.map(({ question }) => question)).toEqual([1]);
  });
});
