import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { getObject, putObject } from '../../../shared/lake/objects.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import { nextUploadNumber, takeEvidencePlace } from '../../../shared/ledger/upload-numbers.ts';
import { callerWith } from '../../support/callers.ts';
import {
  askEvidence,
  checkFile,
  deliverEvidence,
  fetchFile,
  filesOf,
  sendEvidence,
  signEvidence,
} from '../../support/evidence-doors.ts';
import { docx, pdf, png } from '../../support/evidence-files.ts';
import { addToPeriod, at, certifier, type Intake, officer, openIntake, unit } from '../../support/intake.ts';
import { chain, jsonOf, post, rules, submit, whole } from '../../support/intake-doors.ts';
import { postFile } from '../../support/uploads.ts';

const file = pdf();
const appraiser = callerWith({ subject: 'ap', role: 'appraiser' });
const html = Buffer.from('<html><script>alert(1)</script>');

describe('a file of evidence', () => {
  it('is called on every screen what its name says, and never read backwards', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, file, { file_name: 'x\u202Efdp.exe' });
    await sendEvidence(intake, docx(), { file_name: '\u200B' });
    expect((await filesOf(intake)).files.map(({ file_name }) => file_name)).toEqual(['_', 'xfdp.exe']);
  });

  it('is one entry of its unit, with what is known of it in the lake and no name in the chain', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, file, { indicator: 'e' });
    const entries = await chain(intake);
    expect(entries).toMatchObject([
      {
        kind: 'evidence',
        cause: 'evidence/1',
        role: 'officer',
        about: { upload_number: 1, indicator: 'e', sha256: sha256Of(file), bytes: file.length, type: 'pdf' },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('Quy');
    const { files } = await filesOf(intake);
    expect(files).toMatchObject([{ status: 'accepted', type: 'pdf', file_name: 'Quyết định 12.pdf', findings: [] }]);
  });

  it('is one arrival however often its form is posted, its event delivered and its check asked', async () => {
    const intake = await openIntake();
    const form = await signEvidence(intake, file);
    await post(form, file);
    at('2026-10-01T03:05:00.000Z');
    await post(form, file);
    const first = await checkFile(intake, file);
    await deliverEvidence(intake);
    expect(await checkFile(intake, file)).toEqual(first);
    expect(await chain(intake)).toHaveLength(1);
    expect(first.received_at).toBe('2026-10-01T03:00:00.000Z');
  });

  it('is refused by what its bytes are, whatever it is called, and told why; no link opens it', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, html, { file_name: 'qd.pdf' });
    const { files } = await filesOf(intake);
    expect(files).toMatchObject([{ status: 'refused', type: null }]);
    expect(rules(files[0]!)).toEqual(['EVIDENCE_FILE_TYPE error']);
    expect(files[0]!.findings[0]!.message_vi).toContain('HTML');
    await expect(fetchFile(intake, html)).rejects.toMatchObject({ status: 404, code: 'evidence-unknown' });
  });

  it('is handed out by a short link, as its type by its bytes and never in a page', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, docx(), { file_name: 'Báo cáo.exe' });
    const answer = await fetchFile(intake, docx(), appraiser);
    expect(answer.headers.get('content-type')).toContain('wordprocessingml');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('Báo cáo.exe.docx')}`,
    );
    expect(new URL(answer.url).searchParams.get('X-Amz-Expires')).toBe('300');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(docx());
  });

  it('is shown where it is asked for and is a picture or a PDF; all else is saved', async () => {
    const intake = await openIntake();
    for (const bytes of [pdf(), png(), docx()]) await sendEvidence(intake, bytes);
    const shown = async (bytes: Buffer) =>
      (await fetchFile(intake, bytes, appraiser, true)).headers.get('content-disposition')!.split(';')[0];
    expect([await shown(pdf()), await shown(png()), await shown(docx())]).toEqual(['inline', 'inline', 'attachment']);
  });

  it('that was accepted for the indicator need not be sent again; for another one it is another entry', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, file, { indicator: 'e' });
    expect(await askEvidence(intake, file, { indicator: 'e' })).toEqual({ status: 'received', upload_number: 1 });
    await sendEvidence(intake, file, { indicator: 'a' });
    expect((await filesOf(intake)).files.map(({ upload_number, indicator }) => [upload_number, indicator])).toEqual([
      [2, 'a'],
      [1, 'e'],
    ]);
  });

  it('is counted apart from figures, and no entry of it changes which figures count', async () => {
    const intake = await openIntake();
    expect(await submit(intake, jsonOf(whole))).toMatchObject({ receipt: 1, accepted: true });
    await sendEvidence(intake, file);
    expect(await nextUploadNumber(intake.table, unit, foldUnit([]))).toBe(2);
    expect(await submit(intake, jsonOf(whole))).toMatchObject({ receipt: 2, accepted: true });
  });

  it('that figures name by its hash is known, once it has come', async () => {
    const intake = await openIntake();
    const rows = [{ indicator: 'e', value: '0.25', evidence: [{ file_sha256: sha256Of(file) }] }];
    const bytes = new TextEncoder().encode(JSON.stringify(rows));
    const unknown = async () => rules(await submit(intake, bytes)).filter((rule) => rule.startsWith('EVIDENCE'));
    expect(await unknown()).toEqual(['EVIDENCE_FILE_UNKNOWN warning']);
    await sendEvidence(intake, file);
    expect(await unknown()).toEqual([]);
  });

  it('pages, newest first', async () => {
    const intake = await openIntake();
    for (let at = 0; at < 51; at++) await sendEvidence(intake, pdf(`${at}`));
    const page = await filesOf(intake);
    expect(page.files).toHaveLength(50);
    expect(page.next_before).toBe(2);
    expect(page.files[0]).toMatchObject({ upload_number: 51 });
    expect(await filesOf(intake, page.next_before)).toMatchObject({ next_before: null, files: [{ upload_number: 1 }] });
  }, 60_000);
});

/** What a store that verifies no checksum would have taken by the form. */
async function force(intake: Intake, { fields }: { fields: Record<string, string> }, bytes: Uint8Array): Promise<void> {
  const marks = Object.entries(fields).filter(([name]) => name.startsWith('x-amz-meta-'));
  const metadata = Object.fromEntries(marks.map(([name, value]) => [name.slice('x-amz-meta-'.length), value]));
  await putObject(intake.raw, fields.key!, bytes, { metadata });
}

describe('a signed form of evidence', () => {
  it('takes the bytes it was signed for and no others, under its key and marks alone', async () => {
    const intake = await openIntake();
    const form = await signEvidence(intake, file);
    expect((await postFile(form, html)).status).toBe(400);
    for (const changes of [
      { key: 'evidence/x' },
      { 'x-amz-meta-cause': 'evidence%2F9' },
      { 'x-amz-meta-indicator': 'a' },
    ])
      expect((await postFile(form, file, changes)).status).toBe(403);
    expect(intake.events).toEqual([]);
    expect((await postFile(form, file)).ok).toBe(true);
  });

  it('is good for 20 MB and a quarter of an hour', async () => {
    const intake = await openIntake();
    const form = await signEvidence(intake, file);
    const policy = JSON.parse(Buffer.from(form.fields.Policy!, 'base64').toString()) as {
      expiration: string;
      conditions: unknown[];
    };
    expect(policy.conditions).toContainEqual(['content-length-range', 1, 20_971_520]);
    expect(policy.expiration).toBe('2026-10-01T03:15:00Z');
    await expect(askEvidence(intake, file, { size: 20_971_521 })).rejects.toMatchObject({ status: 413 });
    expect(await askEvidence(intake, file, { size: 20_971_520 })).toMatchObject({ status: 'send' });
  });

  it('under which a lax store took other bytes comes to nothing: the check refuses, the event fails and rings', async () => {
    const intake = await openIntake();
    await force(intake, await signEvidence(intake, file), html);
    await expect(checkFile(intake, file)).rejects.toMatchObject({ status: 409, code: 'bytes-differ' });
    await expect(deliverEvidence(intake)).rejects.toMatchObject({ code: 'RAW_HASH_WRONG', retryable: false });
    expect(await chain(intake)).toEqual([]);
  });

  it('holds a link to the version that was looked at, should other bytes come over it', async () => {
    const intake = await openIntake();
    const form = await signEvidence(intake, file);
    await post(form, file);
    await deliverEvidence(intake);
    await force(intake, form, html);
    expect(await getObject(intake.raw, form.fields.key!)).toMatchObject({ bytes: new Uint8Array(html) });
    expect(Buffer.from(await (await fetchFile(intake, file)).arrayBuffer())).toEqual(file);
  });
});

describe('the doors of evidence', () => {
  it('are the own unit’s for an officer, who sends; a certifier and an appraiser read', async () => {
    const intake = await openIntake();
    await sendEvidence(intake, file);
    const foreign = { status: 403, code: 'foreign-unit' };
    await expect(askEvidence(intake, file, {}, officer({ unit_id: 'P01-2025' }))).rejects.toMatchObject(foreign);
    await expect(filesOf(intake, null, certifier({ unit_id: 'P01-2025' }))).rejects.toMatchObject(foreign);
    await expect(askEvidence(intake, file, {}, certifier())).rejects.toMatchObject({ code: 'role-refused' });
    await expect(askEvidence(intake, file, {}, appraiser)).rejects.toMatchObject({ code: 'role-refused' });
    for (const caller of [certifier(), appraiser, callerWith()])
      expect((await filesOf(intake, null, caller)).files).toHaveLength(1);
    expect(await askEvidence(intake, pdf('2'), {}, callerWith())).toMatchObject({ status: 'send' });
  });

  it('know the indicators of the period, and shut when it is closed for the unit', async () => {
    const intake = await openIntake();
    const unknown = { status: 422, code: 'indicator-unknown' };
    await expect(askEvidence(intake, file, { indicator: 'zz' })).rejects.toMatchObject(unknown);
    await addToPeriod(intake, { kind: 'closed', about: { ground: 'all_in' } as never });
    at('2026-10-01T04:00:00.000Z');
    await expect(askEvidence(intake, file)).rejects.toMatchObject({ status: 409, code: 'period-closed' });
  });

  it('let a unit send 200 files a day, whatever figures it sends', async () => {
    const intake = await openIntake();
    for (let taken = 0; taken < 199; taken++) await takeEvidencePlace(intake.table, unit, '2026-10-01');
    expect(await askEvidence(intake, file)).toMatchObject({ status: 'send' });
    const spent = { status: 429, code: 'too-many-uploads', headers: { 'retry-after': `${14 * 60 * 60}` } };
    await expect(askEvidence(intake, file)).rejects.toMatchObject(spent);
    expect(await submit(intake, jsonOf(whole))).toMatchObject({ accepted: true });
  });

  it('answer 404 for what has not come', async () => {
    const intake = await openIntake();
    await expect(checkFile(intake, file)).rejects.toMatchObject({ status: 404, code: 'file-unknown' });
    await expect(fetchFile(intake, file)).rejects.toMatchObject({ status: 404, code: 'evidence-unknown' });
  });
});
