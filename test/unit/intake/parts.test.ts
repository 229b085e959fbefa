import { describe, expect, it } from 'vitest';
import { readReceipt } from '../../../functions/read-submissions/read-submissions.ts';
import { sha256Of } from '../../../shared/digest/canonical-json.ts';
import { officer, openIntake, unit } from '../../support/intake.ts';
import { formWith, jsonOf, list, send, submit, whole } from '../../support/intake-doors.ts';

describe('?partial=true', () => {
  it('through a chain of parts leaves each figure the file and the place it came from', async () => {
    const intake = await openIntake();
    const form = await formWith(whole);
    await send(intake, form);
    const first = jsonOf({ 'r/numerator': '2' });
    const csv = new TextEncoder().encode('indicator,input,value\na,value,0.75\n');
    const part = { partial: true };
    expect(await submit(intake, first, part)).toMatchObject({ accepted: true, receipt: 2 });
    expect(await submit(intake, csv, { ...part, contentType: 'text/csv' })).toMatchObject({ accepted: true });
    const { observations } = await readReceipt({ ...unit, receipt: '3' }, officer(), intake);
    const places = observations.map(({ indicator, input, value, submission_sha256, cell, row }) => [
      ...[`${indicator}/${input}`, value, submission_sha256, cell === null ? row : 'cell'],
    ]);
    expect(places).toEqual([
      ['a/value', '0.75', sha256Of(csv), 2],
      ['r/numerator', '2', sha256Of(first), 1],
      ['r/denominator', '4', sha256Of(form), 'cell'],
      ['e/value', '0.25', sha256Of(form), 'cell'],
    ]);
    const { submissions } = await list(intake);
    expect(submissions.map(({ partial, compared_with }) => [partial, compared_with])).toEqual([
      [true, 2],
      [true, 1],
      [false, null],
    ]);
  });

  it('is refused as a whole would be where it breaks what stands', async () => {
    const intake = await openIntake();
    await submit(intake, jsonOf(whole));
    const answer = await submit(intake, jsonOf({ 'r/numerator': '9' }), { partial: true });
    expect(answer.accepted).toBe(false);
    expect((await list(intake)).submissions.map(({ current }) => current)).toEqual([false, true]);
  });
});
