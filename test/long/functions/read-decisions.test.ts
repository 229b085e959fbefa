import { describe, expect, it } from 'vitest';
import { listDecisions } from '../../../functions/read-decisions/list-decisions.ts';
import { listFiles } from '../../../functions/read-decisions/list-files.ts';
import { peersOf } from '../../../functions/read-decisions/peers.ts';
import { readProgress } from '../../../functions/read-decisions/read-progress.ts';
import { type ReadQueueInput, readQueue } from '../../../functions/read-decisions/read-queue.ts';
import { recordDecisions } from '../../../functions/record-appraisal/record-decisions.ts';
import { recordFeedback } from '../../../functions/record-feedback/record-feedback.ts';
import { askUnit } from '../../../functions/record-question/ask-unit.ts';
import { replyQuestion } from '../../../functions/record-question/reply-question.ts';
import { personOf } from '../../../shared/identity/people.ts';
import type { AppraisableAnswer } from '../../../shared/submission/appraisal/appraisal-round.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { appraiserWith, fill, officerWith, openAppraisal } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { callerWith } from '../../support/callers.ts';
import { undescribed } from '../../support/described-answers.ts';
import { round } from '../../support/ledger-round.ts';

const problem = (status: number, code: string) => expect.objectContaining({ status, code });
const appraiser = appraiserWith();
type Stated = Parameters<typeof recordDecisions>[0]['decisions'];

async function openQueue() {
  const appraisal = await openAppraisal();
  const { deps, receive } = appraisal;
  await receive(hanoi, 'a');
  await receive(caobang, 'b');
  let requests = 0;
  const cause = () => `request/queue-${++requests}`;
  const queue = (input: Partial<ReadQueueInput>, caller = appraiser) => readQueue({ ...round, ...input }, caller, deps);
  const plan = async (unitId: string = hanoi) =>
    (await queue({ indicator: 'plan' })).rows.find(({ unit_id }) => unit_id === unitId)!;
  const decide = async (decisions: Stated, caller = appraiser) => {
    const { figures_sha256 } = await plan();
    const bytes = new TextEncoder().encode(JSON.stringify(decisions));
    return recordDecisions(
      { ...round, unit_id: hanoi, figures_sha256, decisions, bytes, cause: cause() },
      caller,
      deps,
    );
  };
  return { ...appraisal, queue, plan, decide, cause };
}

describe('the appraisal queue', () => {
  it('shows an indicator across units: figures, evidence, points, peers, what another unit proves by the same', async () => {
    const { queue } = await openQueue();
    const answer = await queue({ indicator: 'plan' });
    expect(undescribed(answer, 'AppraisalQueue')).toEqual([]);
    const { rows, count, next } = answer;
    expect([count, next]).toEqual([2, null]);
    expect(rows.map(({ unit_id }) => unit_id)).toEqual([hanoi, caobang]);
    expect(rows[0]).toMatchObject({
      ...{ unit_name_vi: 'Hà Nội', indicator: 'plan', body_vi: 'Bộ Nội vụ', max_points: '20.5', open: true },
      figures: [
        { input: 'answer', input_vi: 'Trả lời', value: '1', before: null, choices: [{ value: '1' }, { value: '0' }] },
      ],
      evidence: [{ text: 'QĐ 12/QĐ-UBND', records: [] }],
      ...{ self_points: '20.5', points_before: null, peers: { units: 2, median: '20.5', lowest: '20.5' } },
      ...{ attention: 'undecided', decision: null, history: [], disagreement: false, feedback: null, question: null },
      ...{ reused: [], files: [] },
    });
  });

  it('tells of the same evidence beside figures of another unit, by its number with its day', async () => {
    const { queue, receive } = await openQueue();
    const proven = (unit: string, letter: string) =>
      receive(unit, letter, undefined, [{ number: '9/BC-UBND', date: '2025-01-02' }]);
    await proven(hanoi, 'c');
    expect((await queue({ indicator: 'plan' })).rows.map(({ reused }) => reused)).toEqual([[], []]);
    await proven(caobang, 'd');
    const { rows } = await queue({ indicator: 'plan' });
    const names = { indicator: 'plan', indicator_name_vi: 'Chỉ số plan', indicator_name_en: 'Indicator plan' };
    expect(rows.map(({ reused }) => reused)).toEqual([
      [{ unit_id: caobang, unit_name_vi: 'Cao Bằng', ...names }],
      [{ unit_id: hanoi, unit_name_vi: 'Hà Nội', ...names }],
    ]);
  });

  it('tells as many rows as one answer holds, however long units write, and the rest on the next page', async () => {
    const { queue, receive } = await openQueue();
    const long = [{ title: 'ế'.repeat(700_000) }];
    for (const [unit, letter] of [
      [hanoi, 'c'],
      [caobang, 'd'],
    ] as const)
      await receive(unit, letter, undefined, long);
    const first = await queue({ indicator: 'plan' });
    expect([first.rows.map(({ unit_id }) => unit_id), first.count, first.next]).toEqual([[hanoi], 2, hanoi]);
    const second = await queue({ indicator: 'plan', cursor: hanoi });
    expect([second.rows.map(({ unit_id }) => unit_id), second.next]).toEqual([[caobang], null]);
  });

  it('shows a unit across indicators, in the framework’s order, of the own bodies alone', async () => {
    const { queue } = await openQueue();
    const codes = async (caller = appraiser) =>
      (await queue({ unit_id: caobang }, caller)).rows.map(({ indicator }) => indicator);
    expect(await codes()).toEqual(['plan', 'online', 'satisfied']);
    const viettel = appraiserWith('vien-thong', { bodies: ['telecommunications'] });
    expect(await codes(viettel)).toEqual(['online']);
    await expect(queue({ indicator: 'plan' }, viettel)).rejects.toEqual(problem(403, 'other-body'));
    await expect(queue({ indicator: 'x' })).rejects.toEqual(problem(404, 'indicator-unknown'));
    for (const input of [{}, { indicator: 'plan', unit_id: hanoi }])
      await expect(queue(input)).rejects.toEqual(problem(400, 'query-invalid'));
    expect((await queue({ unit_id: caobang, cursor: 'online' })).rows.map(({ indicator }) => indicator)).toEqual([
      'satisfied',
    ]);
  });

  it('has a row back when the unit replies, answers to its points or sends other figures', async () => {
    const { deps, plan, decide, receive, cause } = await openQueue();
    const of = { ...round, unit_id: hanoi };
    const seen = async () => (await plan()).attention;
    await askUnit(
      { ...of, indicator: 'plan', text_vi: 'Hỏi', answer_by: '2025-02-10', cause: cause() },
      appraiser,
      deps,
    );
    expect(await seen()).toBe('in_question');
    await replyQuestion({ ...of, question: '1', text_vi: 'Đã gửi', cause: cause() }, officerWith(hanoi), deps);
    expect(await seen()).toBe('replied');
    expect((await plan()).question).toMatchObject({ question: 1, open: false, reply: { text_vi: 'Đã gửi' } });
    await decide([{ decision: 'reject', indicator: 'plan', reason_vi: 'Thiếu' }]);
    expect(await seen()).toBe('decided');
    await recordFeedback({ ...of, indicator: 'plan', text_vi: 'Đủ', cause: cause() }, officerWith(hanoi), deps);
    expect(await seen()).toBe('replied');
    await decide([{ decision: 'keep', indicator: 'plan' }]);
    expect(await seen()).toBe('decided');
    await receive(hanoi, 'c');
    expect(await plan()).toMatchObject({ attention: 'resubmitted', decision: null, history: [] });
  });

  it('shows to a third that two appraisers disagree; who changed their own mind disagrees with nobody', async () => {
    const { deps, plan, queue, decide } = await openQueue();
    const points = (text: string): Stated => [
      { decision: 'points', indicator: 'plan', points: text, reason_vi: 'Theo hồ sơ' },
    ];
    await decide(points('5'));
    await decide(points('6'));
    expect(await plan()).toMatchObject({ disagreement: false, decision: { points: '6' } });
    await decide(points('7'), appraiserWith('binh'));
    expect(undescribed(await queue({ indicator: 'plan' }), 'AppraisalQueue')).toEqual([]);
    const row = await plan();
    expect(row).toMatchObject({ disagreement: true, decision: { points: '7', reason: 'Theo hồ sơ' } });
    expect(row.history.map((one) => one.points)).toEqual(['5', '6', '7']);
    expect(row.decision!.decided_by).toBe(await personOf(deps.table, appraiserWith('binh')));
    await decide([{ decision: 'withdraw', indicator: 'plan' }], appraiserWith('binh'));
    expect(await plan()).toMatchObject({ decision: null, disagreement: false });
  });
});

describe('the decisions that hold', () => {
  it('are told with figures, points, reason and person to the ministry, and without the person to the unit', async () => {
    const { deps, decide, cause: _ } = await openQueue();
    await decide([
      { decision: 'points', indicator: 'plan', points: '5', reason_vi: 'Muộn' },
      { decision: 'keep', indicator: 'online' },
    ]);
    const list = (caller: Parameters<typeof listDecisions>[1], input = {}) =>
      listDecisions({ ...round, ...input }, caller, deps);
    const answer = await list(callerWith());
    expect(undescribed(answer, 'StandingDecisions')).toEqual([]);
    const { decisions, next } = answer;
    expect(next).toBeNull();
    expect(decisions.map(({ indicator, points, self_points }) => [indicator, points, self_points])).toEqual([
      ['online', '28.7346', '28.7346'],
      ['plan', '5', '20.5'],
    ]);
    const person = await personOf(deps.table, appraiser);
    expect(decisions[1]).toMatchObject({
      ...{
        unit_id: hanoi,
        unit_name_vi: 'Hà Nội',
        reason: 'Muộn',
        decided_by: person,
        decided_as: 'appraiser',
      },
      ...{ figures: [{ input: 'answer', value: '1' }], at: '2025-02-01T00:00:00.000Z' },
    });
    const own = await list(officerWith(hanoi));
    expect(own.decisions.map(({ decided_by }) => decided_by)).toEqual([null, null]);
    expect((await list(officerWith(caobang))).decisions).toEqual([]);
    await expect(list(officerWith(caobang), { unit_id: hanoi })).rejects.toEqual(problem(403, 'foreign-unit'));
    expect((await list(callerWith(), { cursor: hanoi })).decisions).toEqual([]);
  });

  it('comes eight units a page, a unit never parted', async () => {
    const { deps, receive, queue, cause } = await openQueue();
    const units = membersOf(round.group, round.period)
      .map(({ unit_id }) => unit_id)
      .sort()
      .slice(0, 9);
    for (const unit_id of units.filter((id) => id !== hanoi && id !== caobang)) await receive(unit_id, 'a');
    const { rows } = await queue({ indicator: 'plan' });
    const keep = ['plan', 'online'].map((indicator) => ({ decision: 'keep' as const, indicator }));
    for (const { unit_id, figures_sha256 } of rows.filter((row) => units.includes(row.unit_id))) {
      const bytes = new TextEncoder().encode(unit_id);
      const stated = { ...round, unit_id, figures_sha256, decisions: keep, bytes, cause: cause() };
      await recordDecisions(stated, appraiser, deps);
    }
    const list = (cursor?: string) => listDecisions({ ...round, cursor }, callerWith(), deps);
    const first = await list();
    expect(first.next).toBe(units[7]);
    expect(first.decisions.map(({ unit_id }) => unit_id)).toEqual(units.slice(0, 8).flatMap((id) => [id, id]));
    const second = await list(first.next!);
    expect(second.decisions.map(({ unit_id }) => unit_id)).toEqual([units[8], units[8]]);
    expect(second.next).toBeNull();
  });

  it('came by files, each with who sent it and what it changed', async () => {
    const { deps, decide, send, issue } = await openQueue();
    const workbook = await fill(await issue(), { [`${hanoi} plan`]: [5, 'Muộn'], [`${caobang} plan`]: [6, 'Muộn'] });
    const { sha256 } = await send(workbook);
    await decide([{ decision: 'withdraw', indicator: 'plan' }], appraiserWith('binh'));
    const answer = await listFiles(round, callerWith(), deps);
    expect(undescribed(answer, 'AppraisalFiles')).toEqual([]);
    const { files, next } = answer;
    expect(next).toBeNull();
    expect(files).toHaveLength(2);
    const person = await personOf(deps.table, appraiser);
    const sent = { sent_by: person, sent_by_name: null, sent_as: 'appraiser', units: 2, decided: 2, withdrawn: 0 };
    expect(files).toContainEqual({ sha256, format: 'xlsx', at: '2025-02-01T00:00:00.000Z', ...sent });
    expect(files).toContainEqual(expect.objectContaining({ format: 'json', units: 1, decided: 0, withdrawn: 1 }));
  });

  it('are counted by indicator, unit and person', async () => {
    const { deps, decide } = await openQueue();
    await decide([{ decision: 'keep', indicator: 'plan' }]);
    const progress = await readProgress(round, callerWith(), deps);
    expect(undescribed(progress, 'AppraisalProgress')).toEqual([]);
    const counts = { undecided: 0, in_question: 0, replied: 0, resubmitted: 0, decided: 0 };
    expect(progress.indicators.map(({ indicator, counts }) => [indicator, counts.decided])).toEqual([
      ['plan', 1],
      ['online', 0],
      ['satisfied', 0],
    ]);
    expect(progress.units[0]).toEqual({
      ...{ unit_id: hanoi, unit_name_vi: 'Hà Nội' },
      counts: { ...counts, undecided: 2, decided: 1 },
    });
    expect(progress.people).toEqual([{ person_id: await personOf(deps.table, appraiser), name: null, decided: 1 }]);
    const viettel = appraiserWith('vien-thong', { bodies: ['telecommunications'] });
    expect((await readProgress(round, viettel, deps)).indicators.map(({ indicator }) => indicator)).toEqual(['online']);
  });
});

describe('peersOf', () => {
  it.each<[string[], string]>([
    [['3'], '3'],
    [['10', '9', '2'], '9'],
    [['1', '2', '3', '4'], '2.5'],
    [['0.0001', '0.0002'], '0.0002'],
  ])('has of %j the median %s', (points, median) => {
    const answers = points.map((self_points) => ({ self_points }) as AppraisableAnswer);
    expect(peersOf(answers, 4)).toMatchObject({ units: points.length, median });
  });
});
