import { describe, expect, it } from 'vitest';
import { issueTemplate } from '../../../functions/issue-template/issue-template.ts';
import type { Caller } from '../../../shared/identity/caller.ts';
import { callerWith } from '../../support/callers.ts';
import { at, certifier, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { check, lineOf, send, told } from '../../support/intake-doors.ts';

const issue = (intake: Intake, caller: Caller = officer(), unit_id = unit.unit_id) =>
  issueTemplate({ ...unit, unit_id }, caller, intake);

const bytesOf = async (link: string) => new Uint8Array(await (await fetch(link)).arrayBuffer());

describe('issueTemplate', () => {
  it('leads to the unit’s signed form for five minutes, which its check reads as this unit’s', async () => {
    const intake = await openIntake();
    const { url: link } = await issue(intake);
    expect(new URL(link).searchParams.get('X-Amz-Expires')).toBe('300');
    const bytes = await bytesOf(link);
    await send(intake, bytes);
    const { findings } = await check(intake, bytes);
    expect(findings.map(({ rule }) => rule)).not.toContain('SIGNATURE_BAD');
  });

  it('opens the unit’s chain once, by whichever of its people; the ministry’s looking opens nothing', async () => {
    const intake = await openIntake();
    await issue(intake, callerWith());
    expect([await told(intake), await lineOf(intake)]).toMatchObject([[], { state: 'missing' }]);
    await issue(intake, certifier());
    at('2026-10-02T03:00:00.000Z');
    await issue(intake);
    expect([await told(intake), await lineOf(intake)]).toMatchObject([['opened'], { state: 'opened' }]);
  });

  it('is for the own unit, of the own owner’s group, in a period that was opened', async () => {
    const intake = await openIntake();
    const refused = (status: number, code: string) => expect.objectContaining({ status, code });
    await expect(issue(intake, officer(), 'P46-2025')).rejects.toEqual(refused(403, 'foreign-unit'));
    await expect(issue(intake, callerWith({ role: 'operator' }))).rejects.toEqual(refused(403, 'role-refused'));
    await expect(issue(intake, callerWith({ owner: 'P04-2025' }))).rejects.toEqual(refused(403, 'foreign-group'));
    await expect(issue(intake, callerWith(), 'P99-2025')).rejects.toEqual(refused(404, 'unit-unknown'));
    const unopened = await openIntake({ open: false });
    await expect(issue(unopened)).rejects.toEqual(refused(409, 'period-unopened'));
  });
});
