import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { listPeriod } from '../../../functions/read-submissions/read-submissions.ts';
import { recordAppraisal } from '../../../functions/record-appraisal/record-appraisal.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { linkSignIns, personOf } from '../../../shared/identity/people.ts';
import { unitChain } from '../../../shared/ledger/chain.ts';
import { type Ledger, readChain } from '../../../shared/ledger/ledger.ts';
import { findBreak } from '../../../shared/ledger/verify-chain.ts';
import { readDecisions } from '../../../shared/submission/appraisal/decisions-document.ts';
import { appraiserWith, fill, officerWith, openAppraisal, type Rows } from '../../support/appraisal-ledger.ts';
import { caobang, hanoi } from '../../support/appraisals.ts';
import { editWorkbook } from '../../support/forms.ts';
import { addToPeriod, addToUnit, round } from '../../support/ledger-round.ts';

/** Both units have sent; a workbook that changes both lies filled in. */
async function openWith(rows: Rows = { [`${hanoi} plan`]: [10.25, 'Muộn'], [`${caobang} online`]: [30, 'Đủ hồ sơ'] }) {
  const appraisal = await openAppraisal();
  await appraisal.receive(hanoi, 'a');
  await appraisal.receive(caobang, 'b');
  return { ...appraisal, filled: await fill(await appraisal.issue(), rows) };
}

const problem = (status: number, code: string) => expect.objectContaining({ status, code });

/** The same ledger, which no longer answers once it has taken `count` entries. */
function cutAfter({ chains }: Ledger, count: number): Ledger {
  const taken: unknown[] = [];
  const send = async (command: object) => {
    const isPut = command instanceof PutCommand;
    if (isPut && taken.length >= count) {
      // Those before it are written by then: units are entered side by side.
      await Promise.all(taken);
      throw new Error('the line went dead');
    }
    const sent = (chains.client.send as (command: object) => unknown).call(chains.client, command);
    if (isPut) taken.push(sent);
    return sent;
  };
  return { chains: { ...chains, client: Object.assign(Object.create(chains.client), { send }) } };
}

/** Of Hà Nội's plan, as filled in. */
async function pointsIn(bytes: Uint8Array): Promise<unknown> {
  let points: unknown;
  await editWorkbook(bytes, (book) => {
    points = book.getWorksheet('Thẩm định')!.getCell('I8').value;
  });
  return points;
}

describe('recordAppraisal', () => {
  it('enters one decision for each unit, whose document says points, reasons and cells, and neither who nor when', async () => {
    const { deps, decisionsOf, send, filled } = await openWith();
    expect(await send(filled)).toEqual({
      accepted: true,
      sha256: sha256Of(filled),
      findings: [],
      more_findings: null,
      recorded: 2,
    });
    const [decision, ...others] = await decisionsOf(hanoi);
    expect(others).toEqual([]);
    expect(decision).toMatchObject({
      subject: await personOf(deps.table, appraiserWith()),
      role: 'appraiser',
      at: '2025-02-01T00:00:00.000Z',
      cause: expect.stringMatching(/^request\//),
      about: { appraisal_sha256: sha256Of(filled), decided: ['plan'], withdrawn: [] },
    });
    const { decisions_sha256, figures_sha256 } = decision!.about;
    expect(await readDecisions(deps.lake, { ...round, unit_id: hanoi }, decisions_sha256)).toEqual({
      ...{ ...round, unit_id: hanoi, figures_sha256, appraisal_sha256: sha256Of(filled) },
      decisions: [
        { indicator: 'plan', points: '10.25', reason: 'Muộn', self_points: '20.5', sheet: 'Thẩm định', cell: 'I8' },
      ],
    });
  });

  it('takes a workbook of 4 MB and no byte more, and nothing but a workbook', async () => {
    const { deps, send } = await openWith();
    const most = 4 * 1024 * 1024;
    expect(await send(new Uint8Array(most))).toMatchObject({ accepted: false, recorded: 0 });
    await expect(send(new Uint8Array(most + 1))).rejects.toEqual(problem(413, 'file-too-big'));
    const asCsv = { ...round, contentType: 'text/csv', bytes: new Uint8Array(9), cause: 'request/csv' };
    await expect(recordAppraisal(asCsv, appraiserWith(), deps)).rejects.toEqual(problem(415, 'content-type'));
  });

  it('says nothing by bytes that come again, whoever sends them, nor by the workbook issued next', async () => {
    const { decisionsOf, issue, send, filled } = await openWith();
    await send(filled);
    const known = await decisionsOf(hanoi);
    expect(await send(filled, appraiserWith('other'))).toMatchObject({ accepted: true, findings: [], recorded: 0 });
    expect(await send(await issue())).toMatchObject({ accepted: true, findings: [], recorded: 0 });
    expect(await decisionsOf(hanoi)).toEqual(known);
  });

  it('enters each decision once when the same bytes come twice at once', async () => {
    const { deps, decisionsOf, send, filled } = await openWith();
    const answers = await Promise.all([send(filled), send(filled, appraiserWith('other')), send(filled)]);
    expect(answers.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(2);
    for (const unit_id of [hanoi, caobang]) {
      expect(await decisionsOf(unit_id)).toHaveLength(1);
      const chain = unitChain({ ...round, unit_id });
      expect(findBreak(chain, await readChain(deps.ledger, chain))).toBeNull();
    }
  });

  it('tells of a decision that came between the check and the entry, and replaces it', async () => {
    const { issue, send, decisionsOf, filled } = await openWith();
    const other = await fill(await issue(), { [`${hanoi} plan`]: [1, 'Không có'] });
    const answers = await Promise.all([send(filled), send(other, appraiserWith('other'))]);
    expect(answers.flatMap(({ findings }) => findings.map(({ rule, cell }) => `${rule} ${cell}`))).toEqual([
      'APPRAISED_SINCE I8',
    ]);
    expect(await decisionsOf(hanoi)).toHaveLength(2);
  });

  it('refuses what was decided on figures that the unit replaced between the check and the entry', async () => {
    const { deps, receive, decisionsOf, send, filled } = await openWith();
    let asked = 0;
    const signingKey = async () => {
      if (asked++ === 0) await receive(hanoi, 'c');
      return deps.signingKey();
    };
    await expect(send(filled, undefined, { signingKey })).rejects.toEqual(problem(409, 'submission-changed'));
    expect(await decisionsOf(hanoi)).toEqual([]);
  });

  it('is completed by sending the same bytes again when it was killed between two units', async () => {
    const { deps, decisionsOf, send, filled } = await openWith();
    await expect(send(filled, undefined, { ledger: cutAfter(deps.ledger, 1) })).rejects.toThrow('dead');
    const counts = async () => [(await decisionsOf(hanoi)).length, (await decisionsOf(caobang)).length];
    expect((await counts()).sort()).toEqual([0, 1]);
    expect(await send(filled)).toMatchObject({ accepted: true, findings: [], recorded: 1 });
    expect(await counts()).toEqual([1, 1]);
  });

  it('records no row where one is wrong', async () => {
    const { decisionsOf, send, filled } = await openWith();
    const wrong = await fill(filled, { [`${hanoi} online`]: [1, null] });
    expect(await send(wrong)).toMatchObject({ accepted: false, recorded: 0, findings: [{ rule: 'REASON_MISSING' }] });
    expect(await decisionsOf(caobang)).toEqual([]);
  });

  it('withdraws what is cleared', async () => {
    const { decisionsOf, issue, send, filled } = await openWith();
    await send(filled);
    expect(await send(await fill(await issue(), { [`${hanoi} plan`]: [null, null] }))).toMatchObject({ recorded: 1 });
    expect((await decisionsOf(hanoi)).at(-1)!.about).toMatchObject({ decided: [], withdrawn: ['plan'] });
  });

  it('holds for the figures it was made of, and still when these come again by another file', async () => {
    const { issue, receive, send, filled } = await openWith();
    await send(filled);
    const filledIn = async () => pointsIn(await issue());
    expect(await filledIn()).toBe(10.25);
    await receive(hanoi, 'c');
    expect(await filledIn()).toBeNull();
    const stale = await send(await fill(filled, { [`${hanoi} plan`]: [3, 'Khác'] }));
    expect(stale).toMatchObject({ accepted: false, findings: [{ rule: 'SUBMISSION_CHANGED', cell: 'I8' }] });
    await receive(hanoi, 'a');
    expect(await send(filled)).toMatchObject({ accepted: true, recorded: 0 });
    expect(await filledIn()).toBe(10.25);
  });
});

describe('who appraises', () => {
  it('is nobody who sent the figures, by any sign-in of theirs; then nothing of the workbook is recorded', async () => {
    const { deps, receive, decisionsOf, send, issue } = await openWith();
    // A ministry's person who handed in for the unit, and appraises under another account.
    await receive(caobang, 'd', officerWith(caobang, { subject: 'an', role: 'publisher' }));
    const rows: Rows = { [`${hanoi} plan`]: [10.25, 'Muộn'], [`${caobang} online`]: [30, 'Đủ hồ sơ'] };
    const filled = await fill(await issue(), rows);
    await expect(send(filled, appraiserWith(' An'))).rejects.toEqual(problem(403, 'own-submission'));
    await expect(send(filled, appraiserWith('an'))).rejects.toThrow(caobang);
    await linkSignIns(deps.table, appraiserWith('an'), appraiserWith('binh'));
    await expect(send(filled, appraiserWith('binh'))).rejects.toEqual(problem(403, 'own-submission'));
    expect(await decisionsOf(hanoi)).toEqual([]);
    const others = await fill(await issue(), { [`${hanoi} plan`]: [10.25, 'Muộn'] });
    expect(await send(others, appraiserWith('an'))).toMatchObject({ recorded: 1 });
    expect(await send(filled, appraiserWith('chi'))).toMatchObject({ recorded: 1 });
  });

  it('is nobody who sent evidence, certified, or ran what is not released yet; the others go on', async () => {
    const { deps, send, filled, decisionsOf } = await openWith();
    const of = { ...round, unit_id: hanoi };
    const at = '2025-01-20T00:00:00.000Z';
    const by = async (subject: string) => ({
      subject: await personOf(deps.table, appraiserWith(subject)),
      role: 'any',
    });
    const evidence = { upload_number: 9, sha256: sha256Of('e'), bytes: 9, evidence_sha256: sha256Of('about') };
    await addToUnit(deps, of, { kind: 'evidence', at, ...(await by('refused')), about: { ...evidence, type: null } });
    await addToUnit(deps, of, { kind: 'evidence', at, ...(await by('an')), about: { ...evidence, type: 'pdf' } });
    const about = { receipt: 1, figures_sha256: sha256Of('a') };
    await addToUnit(deps, of, { kind: 'certified', at, ...(await by('binh')), about });
    const started = { run_id: 'run-1', attempt: 1 };
    await addToPeriod(deps, round, { kind: 'run-started', at, ...(await by('chi')), about: started });
    for (const [subject, part] of Object.entries({ an: 'sent', binh: 'certified', chi: 'ran' }))
      await expect(send(filled, appraiserWith(subject))).rejects.toMatchObject({
        ...{ status: 403, code: 'own-submission', members: { involved: [part] } },
      });
    expect(await decisionsOf(hanoi)).toEqual([]);
    const failure = { run_id: 'run-1', attempt: 1, outcome: 'failed' as const, failure: { code: 'X', message: 'x' } };
    await addToPeriod(deps, round, { kind: 'run-ended', at, ...(await by('chi')), about: failure });
    // A run that came to nothing is nothing to have a part in; a file that was not taken neither.
    expect(await send(filled, appraiserWith('chi'))).toMatchObject({ recorded: 2 });
    expect(await send(filled, appraiserWith('refused'))).toMatchObject({ accepted: true });
  });

  it('decides on indicators of the own bodies, which are the rows of the own workbook', async () => {
    const { issue, send, filled } = await openWith();
    const caller = appraiserWith('noi-vu', { bodies: ['moha'] });
    const refused = await send(filled, caller);
    expect(refused).toMatchObject({ accepted: false, findings: [{ rule: 'APPRAISAL_OF_OTHER_BODY', cell: 'I12' }] });
    const own = await issue(caller);
    const rows: Rows = { [`${hanoi} plan`]: [10, 'Muộn'], [`${caobang} online`]: [30, 'Không có dòng này'] };
    expect(await send(await fill(own, rows), caller)).toMatchObject({ accepted: true, recorded: 1 });
    await expect(issue(appraiserWith('y-te', { bodies: ['moh'] }))).rejects.toEqual(problem(409, 'nothing-accepted'));
  });
});

describe('until when', () => {
  it('is the closing; of a reopened unit, the next one', async () => {
    const { close, reopen, decisionsOf, send, issue, filled } = await openWith();
    await close();
    await expect(send(filled)).rejects.toEqual(problem(409, 'period-closed'));
    await reopen(hanoi);
    await expect(send(filled)).rejects.toEqual(problem(409, 'period-closed'));
    expect(await decisionsOf(hanoi)).toEqual([]);
    expect(await send(await fill(await issue(), { [`${hanoi} plan`]: [1, 'x'] }))).toMatchObject({ recorded: 1 });
    await close('2025-03-03T00:00:00.000Z');
    await expect(send(filled)).rejects.toEqual(problem(409, 'period-closed'));
  });

  it('is asked again when the entry is written', async () => {
    const { deps, close, decisionsOf, send, filled } = await openWith();
    const signingKey = async () => {
      await close();
      return deps.signingKey();
    };
    await expect(send(filled, undefined, { signingKey })).rejects.toEqual(problem(409, 'period-closed'));
    expect(await decisionsOf(hanoi)).toEqual([]);
  });
});

describe('a unit that sends again after its appraisal', () => {
  const lineOf = async (deps: Awaited<ReturnType<typeof openWith>>['deps']) =>
    (await listPeriod(round, appraiserWith(), deps)).units.find(({ unit_id }) => unit_id === hanoi)!;

  it('is seen on the board to be rid of it, until it is decided anew: its own points count again', async () => {
    const { deps, receive, issue, send, filled } = await openWith();
    await send(filled);
    expect(await lineOf(deps)).toMatchObject({ appraised: 1, lapsed: [] });
    await receive(hanoi, 'c');
    expect(await lineOf(deps)).toMatchObject({ appraised: 0, lapsed: ['plan'] });
    await send(await fill(await issue(), { [`${hanoi} plan`]: [10, 'Vẫn muộn'] }));
    expect(await lineOf(deps)).toMatchObject({ appraised: 1, lapsed: [] });
  });

  it('has nothing lapsed where the decision had been withdrawn, or the same figures count again', async () => {
    const { deps, receive, issue, send, filled } = await openWith();
    await send(filled);
    await receive(hanoi, 'c');
    await receive(hanoi, 'a');
    expect(await lineOf(deps)).toMatchObject({ appraised: 1, lapsed: [] });
    await send(await fill(await issue(), { [`${hanoi} plan`]: [null, null] }));
    await receive(hanoi, 'c');
    expect(await lineOf(deps)).toMatchObject({ appraised: 0, lapsed: [] });
  });
});
