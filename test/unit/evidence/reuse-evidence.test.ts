import { describe, expect, it } from 'vitest';
import { type ReuseEvidenceInput, reuseEvidence } from '../../../functions/reuse-evidence/reuse-evidence.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { evidencePerDay, takeEvidencePlace } from '../../../shared/ledger/upload-numbers.ts';
import { callerWith } from '../../support/callers.ts';
import { fetchFile, filesOf, sendEvidence } from '../../support/evidence-doors.ts';
import { pdf } from '../../support/evidence-files.ts';
import { addToPeriod, type Intake, lenient, officer, openIntake, openPeriod, unit } from '../../support/intake.ts';
import { chain, submit } from '../../support/intake-doors.ts';

const file = pdf();
const earlier = '2023';

let requests = 0;
const reuse = (intake: Intake, changes: Partial<ReuseEvidenceInput> = {}, caller = officer()) =>
  reuseEvidence(
    { ...unit, sha256: sha256Of(file), from_period: earlier, cause: `request/r-${++requests}`, ...changes },
    caller,
    intake,
  );

/** The unit has sent the file for the year before. */
async function opened(): Promise<Intake> {
  const intake = await openIntake();
  await openPeriod(intake, lenient, {}, { ...unit, period: earlier });
  await sendEvidence(intake, file, { period: earlier, indicator: 'a' });
  return intake;
}

const entries = async (intake: Intake) => (await chain(intake)).filter(({ kind }) => kind === 'evidence');

describe('reuseEvidence', () => {
  it('makes a file of an earlier period evidence of this one, the same bytes under the same hash', async () => {
    const intake = await opened();
    const told = await reuse(intake, { indicator: 'e' });
    expect(told).toMatchObject({ status: 'accepted', indicator: 'e', sha256: sha256Of(file), type: 'pdf' });
    expect(told.sent_for).toEqual({ group: unit.group, period: earlier });
    expect(await entries(intake)).toMatchObject([
      { role: 'officer', about: { indicator: 'e', reused_from: { period: earlier, upload_number: 1 } } },
    ]);
    expect((await filesOf(intake)).files).toMatchObject([{ file_name: 'Quyết định 12.pdf' }]);
    const answer = await fetchFile(intake, file);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
  });

  it('is one entry however often it is asked for, by the same key or another', async () => {
    const intake = await opened();
    const first = await reuse(intake, { cause: 'key/k', indicator: 'e' });
    expect(await reuse(intake, { cause: 'key/k', indicator: 'e' })).toEqual(first);
    expect(await reuse(intake, { indicator: 'e' })).toEqual(first);
    await Promise.all([reuse(intake, { indicator: 'a' }), reuse(intake, { indicator: 'a' })]);
    expect(await entries(intake)).toHaveLength(2);
    const other = reuse(intake, { cause: 'key/k', indicator: 'r' });
    await expect(other).rejects.toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  });

  it('takes a file of this very period for another indicator, and one that was taken over before', async () => {
    const intake = await opened();
    await reuse(intake, { indicator: 'e' });
    const again = await reuse(intake, { from_period: unit.period, indicator: 'a' });
    expect(again).toMatchObject({ indicator: 'a', sent_for: { period: earlier } });
    const answer = await fetchFile(intake, file);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
  });

  it('lets figures by JSON name it', async () => {
    const intake = await opened();
    await reuse(intake);
    const rows = [{ indicator: 'e', value: '0.25', evidence: [{ file_sha256: sha256Of(file) }] }];
    const { findings } = await submit(intake, new TextEncoder().encode(JSON.stringify(rows)));
    expect(findings.map(({ rule }) => rule)).not.toContain('EVIDENCE_FILE_UNKNOWN');
  });

  it('refuses a file that the unit has not sent there, that was refused, or another unit’s', async () => {
    const intake = await opened();
    const html = Buffer.from('<html>');
    await sendEvidence(intake, html, { period: earlier });
    const unknown = { status: 404, code: 'evidence-unknown' };
    await expect(reuse(intake, { sha256: 'a'.repeat(64) })).rejects.toMatchObject(unknown);
    await expect(reuse(intake, { sha256: sha256Of(html) })).rejects.toMatchObject(unknown);
    await expect(reuse(intake, { from_period: '2022' })).rejects.toMatchObject({ status: 404 });
    const other = 'P46-2025';
    const foreign = reuse(intake, { unit_id: other }, officer({ unit_id: other }));
    await expect(foreign).rejects.toMatchObject(unknown);
    const stolen = reuse(intake, {}, officer({ unit_id: other }));
    await expect(stolen).rejects.toMatchObject({ status: 403, code: 'foreign-unit' });
  });

  it('is for who sends, of the own owner’s group, for an indicator of the framework, until the period is closed', async () => {
    const intake = await opened();
    const refused = (code: string) => ({ code });
    const roleless = reuse(intake, {}, callerWith({ role: 'appraiser' }));
    await expect(roleless).rejects.toMatchObject(refused('role-refused'));
    await expect(reuse(intake, {}, officer({ owner: 'x' }))).rejects.toMatchObject(refused('foreign-group'));
    await expect(reuse(intake, { indicator: 'x' })).rejects.toMatchObject(refused('indicator-unknown'));
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'deadline_past' } });
    await expect(reuse(intake)).rejects.toMatchObject(refused('period-closed'));
  });

  it('counts as one of the files of the day', async () => {
    const intake = await opened();
    for (let place = 0; place < evidencePerDay; place++)
      expect(await takeEvidencePlace(intake.table, unit, '2026-10-01')).toBe(true);
    await expect(reuse(intake)).rejects.toMatchObject({ status: 429, code: 'too-many-uploads' });
  });
});
