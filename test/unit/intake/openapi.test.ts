import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { readGrid } from '../../../functions/read-submissions/read-grid.ts';
import { undescribed } from '../../support/described-answers.ts';
import { officer, openIntake, unit } from '../../support/intake.ts';
import { board, formWith, jsonOf, list, send, submit, whole } from '../../support/intake-doors.ts';

describe('the OpenAPI document', () => {
  it('describes every field that the doors of the intake answer with, and leaves out none that is always there', async () => {
    const intake = await openIntake();
    await send(intake, await formWith({ ...whole, a: '7' }));
    const values = await submit(intake, jsonOf(whole));
    const again = await checkAgain({ ...unit, receipt: '2' }, officer(), intake);
    const answers = { CheckedValues: values, CheckedAgain: again, UnitSubmissions: await list(intake) };
    const grid = await readGrid({ ...unit, after: null }, { receipt: '1' }, officer(), intake);
    const all = Object.entries({ ...answers, PeriodSubmissions: await board(intake), Grid: grid });
    expect(all.flatMap(([name, answer]) => undescribed(answer, name))).toEqual([]);
  });
});
