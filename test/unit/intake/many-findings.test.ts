import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { readReceipt } from '../../../functions/read-submissions/read-submissions.ts';
import { answer } from '../../../shared/http/messages.ts';
import { foldUnit } from '../../../shared/ledger/fold-unit.ts';
import { readAnswerDocument } from '../../../shared/submission/answer-document.ts';
import { officer, openIntake, unit } from '../../support/intake.ts';
import { chain, list, submit } from '../../support/intake-doors.ts';

/** What a function may answer, as it is handed on: a document within a document. */
const mostBytes = 6 * 1024 * 1024;
const sizeOf = (told: unknown): number => Buffer.byteLength(JSON.stringify(answer(200, told)));

const unknownIndicators = (count: number, salt: number): Uint8Array => {
  const codeOf = (at: number) => `không có chỉ số này ${salt} ${at} ${'ễ"'.repeat(90)}`;
  const rows = Array.from({ length: count }, (_one, at) => ({
    indicator: codeOf(at),
    input: 'value',
    value: `${at} "hồ sơ"`,
  }));
  return new TextEncoder().encode(JSON.stringify(rows));
};

describe('19 bad JSON files of 400 unknown indicators', () => {
  it('are listed for their unit, each with its first findings and how many more there are', async () => {
    const intake = await openIntake();
    for (let salt = 1; salt <= 19; salt++) await submit(intake, unknownIndicators(400, salt));
    const page = await list(intake);
    expect(page.submissions).toHaveLength(19);
    expect(sizeOf(page)).toBeLessThan(mostBytes);
    for (const { findings, more_findings } of page.submissions) {
      expect(findings[0]).toMatchObject({ severity: 'error' });
      expect(findings.length).toBeLessThanOrEqual(20);
      expect(findings.length + more_findings!.count).toBeGreaterThanOrEqual(400);
      expect(more_findings!.message_vi).toContain(`… và ${more_findings!.count} nội dung nữa`);
    }
  }, 120_000);
});

describe('as many findings as a file can have', () => {
  it('pass 6 MB by no door, and are counted by each', async () => {
    const intake = await openIntake();
    const file = unknownIndicators(1_900, 1);
    const errors = 1_900;
    const sent = await submit(intake, file);
    const dry = await submit(intake, file, { dryRun: true });
    const receipt = await readReceipt({ ...unit, receipt: '1' }, officer(), intake);
    const again = await checkAgain({ ...unit, receipt: '1' }, officer(), intake);
    for (const told of [sent, dry, receipt, again]) expect(sizeOf(told)).toBeLessThan(mostBytes);
    const answered = foldUnit(await chain(intake)).receipts[0]!.answer!;
    expect(answered.errors).toBe(errors);
    for (const { findings, more_findings } of [sent, dry, receipt, again.again]) {
      expect(findings.filter(({ severity }) => severity === 'error').length).toBe(findings.length);
      expect(findings.length + more_findings!.count).toBeGreaterThanOrEqual(errors);
    }
    const kept = await readAnswerDocument(intake.lake, unit, answered.answer_sha256);
    expect(kept.findings.length + (kept.findings_left ?? 0)).toBe(
      receipt.findings.length + receipt.more_findings!.count,
    );
    expect(kept.findings.length).toBeGreaterThan(receipt.findings.length);
  }, 120_000);

  it('are all told where there are few', async () => {
    const intake = await openIntake();
    const { findings, more_findings } = await submit(intake, unknownIndicators(3, 1));
    expect(findings.filter(({ rule }) => rule === 'ROW_UNKNOWN')).toHaveLength(3);
    expect(more_findings).toBeNull();
  });
});
