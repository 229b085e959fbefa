import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { readPeriod, readUnits } from '../../../shared/ledger/read-ledger.ts';
import { checkAnyFile } from '../../../shared/submission/check-any-file.ts';
import type { CheckFile } from '../../../shared/submission/check-file.ts';
import { readFigures } from '../../../shared/submission/figures-document.ts';
import { makeFinding, noPlace } from '../../../shared/submission/finding.ts';
import { receiveSubmission } from '../../../shared/submission/receive-submission.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { at, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { askForm, chain, check, formWith, list, send, told, whole } from '../../support/intake-doors.ts';

const otherKey = checkAnyFile({ signingKey: async () => new Uint8Array(32).fill(9), openWorkbook });

/** The rules of another day, which refuse everything. */
const stricter =
  (checkFile: CheckFile): CheckFile =>
  async (file, contextFor) => {
    const checked = await checkFile(file, contextFor);
    const findings = [...checked.findings, makeFinding('MISSING_VALUE', noPlace, {}, null)];
    return { ...checked, accepted: false, findings, observations: [], explained: [] };
  };

const again = (intake: Intake, receipt = 1) => checkAgain({ ...unit, receipt: `${receipt}` }, officer(), intake);

const figuresThatCount = async (intake: Intake) => {
  const period = (await readPeriod(intake.ledger, unit))!;
  const [one] = await readUnits(intake.ledger, unit, period, [unit.unit_id]);
  const hash = one!.standing.current!.answer!.figures_sha256!;
  return (await readFigures(intake.lake, unit, hash)).observations.map(({ value }) => value);
};

describe('row 1: an accepted file is checked again', () => {
  it.each([
    ['under another signing key', (intake: Intake) => ({ ...intake, checkFile: otherKey })],
    ['under a stricter rule', (intake: Intake) => ({ ...intake, checkFile: stricter(intake.checkFile) })],
    ['by a replay of its event', (intake: Intake) => intake],
  ])('%s: the first answer and its figures stand', async (_, later) => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await send(intake, bytes);
    const [first, entries] = [await check(intake, bytes), await chain(intake)];
    at('2026-10-02T03:00:00.000Z');
    const changed = later(intake);
    await receiveSubmission({ key: `submissions/province34/2024/${unit.unit_id}/${first.sha256}.xlsx` }, changed);
    expect(await check(changed, bytes)).toEqual(first);
    expect(first).toMatchObject({ accepted: true, findings: [], current: true });
    expect(await chain(intake)).toEqual(entries);
    expect(await figuresThatCount(intake)).toEqual(['0.5', '3', '4', '0.25']);
    expect(await askForm(changed, bytes)).toEqual({ status: 'received' });
  });
});

describe('"kiểm tra lại"', () => {
  it('stands beside the answer and changes nothing that counts', async () => {
    const intake = await openIntake();
    const bytes = await formWith(whole);
    await send(intake, bytes);
    const figures = await figuresThatCount(intake);
    const answer = await again({ ...intake, checkFile: otherKey });
    expect(answer).toMatchObject({ accepted: true, current: true, again: { accepted: false } });
    expect(answer.again.findings.map(({ rule }) => rule)).toContain('SIGNATURE_BAD');
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted', 'checked-again 1 rejected']);
    const { submissions, state } = await list(intake);
    expect(state).toBe('accepted');
    expect(submissions).toMatchObject([{ status: 'accepted', findings: [], checked_again: [{ accepted: false }] }]);
    expect(await figuresThatCount(intake)).toEqual(figures);
  });

  it('is one entry however often it says the same, and none where it says what was said at first', async () => {
    const intake = await openIntake();
    await send(intake, await formWith(whole));
    await again(intake);
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted']);
    const changed = { ...intake, checkFile: otherKey };
    await Promise.all([again(changed), again(changed)]);
    await again(changed);
    expect(await told(intake)).toEqual(['received 1', 'answered 1 accepted', 'checked-again 1 rejected']);
  });
});
