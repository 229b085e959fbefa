import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { recordDecisions } from '../../../functions/record-appraisal/record-decisions.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { personOf } from '../../../shared/identity/people.ts';
import { appraisalJsonKey } from '../../../shared/lake/keys.ts';
import { getObject } from '../../../shared/lake/objects.ts';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import { type Ledger, readChain } from '../../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../../shared/ledger/unit-entry.ts';
import { readDecisions } from '../../../shared/submission/appraisal/decisions-document.ts';
import { appraiserWith, fill, officerWith, openAppraisal } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { undescribed } from '../../support/described-answers.ts';
import { round } from '../../support/ledger-round.ts';

const problem = (status: number, code: string) => expect.objectContaining({ status, code });
const of = { ...round, unit_id: hanoi };
type Stated = Parameters<typeof recordDecisions>[0]['decisions'];

/** The same ledger, which no longer answers once it has taken `count` entries. */
function cutAfter({ chains }: Ledger, count: number): Ledger {
  let taken = 0;
  const send = (command: object) => {
    if (command instanceof PutCommand && taken++ >= count) return Promise.reject(new Error('the line went dead'));
    return (chains.client.send as (command: object) => unknown).call(chains.client, command);
  };
  return { chains: { ...chains, client: Object.assign(Object.create(chains.client), { send }) } };
}

async function openSent() {
  const appraisal = await openAppraisal();
  const { deps, receive } = appraisal;
  await receive(hanoi, 'a');
  await receive(caobang, 'b');
  const chain = () => readChain<UnitEntry>(deps.ledger, unitChain(of));
  const figures = async () => foldUnit(await chain()).receipts.at(-1)!.answer!.figures_sha256!;
  const shown = await figures();
  let requests = 0;
  const decide = (
    decisions: Stated,
    caller = appraiserWith(),
    changes: Partial<Parameters<typeof recordDecisions>[0]> = {},
    stores = deps,
  ) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ decisions, ...changes }));
    const input = { ...of, figures_sha256: shown, decisions, bytes, cause: `request/decide-${++requests}` };
    return recordDecisions({ ...input, ...changes }, caller, stores);
  };
  return { ...appraisal, decide, chain, figures, shown };
}

describe('recordDecisions', () => {
  it('enters what was stated as a workbook’s decision is entered, and keeps the request as it came', async () => {
    const { deps, decide, decisionsOf, shown } = await openSent();
    const answer = await decide([
      { decision: 'keep', indicator: 'online' },
      { decision: 'points', indicator: 'plan', points: '10,25', reason_vi: 'Muộn' },
      { decision: 'reject', indicator: 'satisfied', reason_vi: 'Không có hồ sơ' },
    ]);
    expect(undescribed(answer, 'DecisionsAnswer')).toEqual([]);
    expect(answer).toMatchObject({ accepted: true, findings: [], recorded: 3, questions: [], last_entry: 3 });
    const [entry, ...others] = await decisionsOf(hanoi);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      subject: await personOf(deps.table, appraiserWith()),
      about: { figures_sha256: shown, appraisal_sha256: answer.sha256, format: 'json', withdrawn: [] },
    });
    const { decisions } = await readDecisions(deps.lake, of, entry!.about.decisions_sha256);
    expect(decisions.map(({ indicator, points, reason }) => [indicator, points, reason])).toEqual([
      ['online', '28.7346', ''],
      ['plan', '10.25', 'Muộn'],
      ['satisfied', '0', 'Không có hồ sơ'],
    ]);
    const kept = await getObject(deps.raw, appraisalJsonKey({ ...round, sha256: answer.sha256 }));
    expect(sha256Of(kept!.bytes)).toBe(answer.sha256);
  });

  it('meets the decisions of the workbook: either replaces the other, and says so', async () => {
    const { decide, send, issue, decisionsOf } = await openSent();
    const blank = await issue();
    await decide([{ decision: 'points', indicator: 'plan', points: '5', reason_vi: 'Muộn' }]);
    const sent = await send(await fill(blank, { [`${hanoi} plan`]: [7, 'Đủ một phần'] }), appraiserWith('binh'));
    expect(sent).toMatchObject({ recorded: 1, findings: [{ rule: 'APPRAISED_SINCE' }] });
    const again: Stated = [{ decision: 'points', indicator: 'plan', points: '6', reason_vi: 'Xem lại' }];
    const late = await decide(again, appraiserWith(), { last_entry: 3 });
    expect(late).toMatchObject({ recorded: 1, findings: [{ rule: 'APPRAISED_SINCE' }] });
    expect(await decide(again)).toMatchObject({ recorded: 0, findings: [] });
    expect(await send(await issue())).toMatchObject({ recorded: 0, findings: [] });
    expect(await decisionsOf(hanoi)).toHaveLength(3);
  });

  it('takes back what stands, and nothing where nothing does', async () => {
    const { decide, decisionsOf } = await openSent();
    expect(await decide([{ decision: 'withdraw', indicator: 'plan' }])).toMatchObject({ recorded: 0 });
    await decide([{ decision: 'keep', indicator: 'plan' }]);
    expect(await decide([{ decision: 'withdraw', indicator: 'plan' }])).toMatchObject({ recorded: 1 });
    expect((await decisionsOf(hanoi)).at(-1)!.about).toMatchObject({ decided: [], withdrawn: ['plan'] });
  });

  it('puts a question to the unit where more is needed, and leaves its points', async () => {
    const { decide, decisionsOf, chain } = await openSent();
    const answer = await decide([
      { decision: 'ask', indicator: 'plan', reason_vi: 'Đề nghị gửi kế hoạch', answer_by: '2025-02-10' },
      { decision: 'keep', indicator: 'online' },
    ]);
    expect(answer).toMatchObject({ recorded: 1, questions: [1], last_entry: 4 });
    expect((await decisionsOf(hanoi))[0]!.about.decided).toEqual(['online']);
    expect(foldUnit(await chain()).questions).toMatchObject([
      { indicator: 'plan', answer_by: '2025-02-10', reply: null },
    ]);
  });

  it('is told twice by the same key and done once; by another request the key is refused', async () => {
    const { decide, chain } = await openSent();
    const stated: Stated = [
      { decision: 'keep', indicator: 'online' },
      { decision: 'ask', indicator: 'plan', reason_vi: 'Đề nghị gửi kế hoạch', answer_by: '2025-02-10' },
    ];
    const key = { cause: 'key/1' };
    const first = await decide(stated, appraiserWith(), key);
    expect(await decide(stated, appraiserWith(), key)).toEqual(first);
    expect(await chain()).toHaveLength(4);
    const other: Stated = [{ decision: 'keep', indicator: 'satisfied' }];
    await expect(decide(other, appraiserWith(), key)).rejects.toEqual(problem(422, 'idempotency-key-reused'));
    const reworded: Stated = [{ ...(stated[1] as object), reason_vi: 'Khác' } as Stated[number]];
    const asked = { cause: 'key/2' };
    await decide([stated[1]!], appraiserWith(), asked);
    await expect(decide(reworded, appraiserWith(), asked)).rejects.toEqual(problem(422, 'idempotency-key-reused'));
  });

  it('is completed by the same key when it was cut off between a decision and its question', async () => {
    const { deps, decide, chain } = await openSent();
    const stated: Stated = [
      { decision: 'keep', indicator: 'online' },
      { decision: 'ask', indicator: 'plan', reason_vi: 'Đề nghị gửi kế hoạch', answer_by: '2025-02-10' },
    ];
    const key = { cause: 'key/cut' };
    const cut = { ...deps, ledger: cutAfter(deps.ledger, 1) };
    await expect(decide(stated, appraiserWith(), key, cut)).rejects.toThrow('the line went dead');
    expect((await chain()).map(({ kind }) => kind)).toEqual(['received', 'answered', 'decision']);
    expect(await decide(stated, appraiserWith(), key)).toMatchObject({ recorded: 1, questions: [1], last_entry: 4 });
    expect((await chain()).map(({ kind }) => kind)).toEqual(['received', 'answered', 'decision', 'question']);
  });

  it.each<[string, Stated, string[]]>([
    ['points without a reason', [{ decision: 'points', indicator: 'plan', points: '5' }], ['REASON_MISSING@reason_vi']],
    ['a refusal without a reason', [{ decision: 'reject', indicator: 'plan' }], ['REASON_MISSING@reason_vi']],
    [
      'points above the maximum',
      [{ decision: 'points', indicator: 'plan', points: '20,6', reason_vi: 'x' }],
      ['OUT_OF_RANGE@points'],
    ],
    [
      'points in words',
      [{ decision: 'points', indicator: 'plan', points: 'năm', reason_vi: 'x' }],
      ['NOT_NUMBER@points'],
    ],
    ['an indicator that nobody knows', [{ decision: 'keep', indicator: 'x' }], ['APPRAISAL_ROW_UNKNOWN@indicator']],
    [
      'two decisions on one',
      [
        { decision: 'keep', indicator: 'plan' },
        { decision: 'reject', indicator: 'plan', reason_vi: 'x' },
      ],
      ['ROW_DUPLICATE@indicator'],
    ],
  ])('records nothing for %s', async (_, decisions, told) => {
    const { decide, decisionsOf } = await openSent();
    const answer = await decide([...decisions, { decision: 'keep', indicator: 'online' }]);
    expect(answer).toMatchObject({ accepted: false, recorded: 0 });
    expect(answer.findings.map(({ rule, field }) => `${rule}@${field}`)).toEqual(told);
    expect(await decisionsOf(hanoi)).toEqual([]);
  });

  it('is of the figures that were looked at: refused once others count, by the ledger itself too', async () => {
    const { decide, receive, decisionsOf, figures } = await openSent();
    await receive(hanoi, 'c');
    const keep: Stated = [{ decision: 'keep', indicator: 'plan' }];
    await expect(decide(keep)).rejects.toEqual(problem(409, 'submission-changed'));
    const ask: Stated = [{ decision: 'ask', indicator: 'plan', reason_vi: 'Đề nghị', answer_by: '2025-02-10' }];
    await expect(decide(ask)).rejects.toEqual(problem(409, 'submission-changed'));
    expect(await decisionsOf(hanoi)).toEqual([]);
    expect(await decide(keep, appraiserWith(), { figures_sha256: await figures() })).toMatchObject({ recorded: 1 });
  });

  it('is for nobody who sent the figures, for the own bodies alone, and until the period is closed', async () => {
    const { decide, decisionsOf, close } = await openSent();
    const keep: Stated = [{ decision: 'keep', indicator: 'plan' }];
    const sender = appraiserWith(officerWith(hanoi).subject);
    await expect(decide(keep, sender)).rejects.toEqual(problem(403, 'own-submission'));
    const viettel = appraiserWith('vien-thong', { bodies: ['telecommunications'] });
    const ask: Stated = [{ decision: 'ask', indicator: 'plan', reason_vi: 'Đề nghị', answer_by: '2025-02-10' }];
    for (const stated of [keep, ask]) {
      expect(await decide(stated, viettel)).toMatchObject({
        accepted: false,
        findings: [{ rule: 'APPRAISAL_OF_OTHER_BODY' }],
      });
    }
    expect(await decide([{ decision: 'keep', indicator: 'online' }], viettel)).toMatchObject({ recorded: 1 });
    const past: Stated = [{ decision: 'ask', indicator: 'online', reason_vi: 'Đề nghị', answer_by: '2025-01-31' }];
    await expect(decide(past)).rejects.toEqual(problem(422, 'day-past'));
    await close();
    await expect(decide(keep)).rejects.toEqual(problem(409, 'period-closed'));
    expect(await decisionsOf(hanoi)).toHaveLength(1);
  });
});
