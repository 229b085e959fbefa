import { describe, expect, it } from 'vitest';
import { checkAgain } from '../../../functions/check-submission/check-again.ts';
import { readRowVersions } from '../../../functions/read-draft/read-versions.ts';
import { readGrid } from '../../../functions/read-submissions/read-grid.ts';
import { undescribed } from '../../support/described-answers.ts';
import { assign, checkIt, draftOf, health, save, sendIt, typedOn, wholeDraft } from '../../support/draft-doors.ts';
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

  it('describes every field that the doors of the drafts answer with', async () => {
    const intake = await openIntake({ terms: { certification: 'required' } });
    await submit(intake, jsonOf(whole));
    const Assignments = await assign(intake, [{ indicator: 'r' }], { ...health, due: '2026-10-05' });
    const SavedRows = await save(intake, wholeDraft);
    await save(intake, [typedOn('a', '0,7')], { caller: officer({ subject: 'lan' }) }).catch(() => {});
    const answers = { Assignments, SavedRows, Draft: await draftOf(intake), DraftCheck: await checkIt(intake) };
    const of = { ...unit, indicator: 'a', input: 'value', before: null };
    const RowVersions = await readRowVersions(of, officer(), intake);
    const all = Object.entries({ ...answers, RowVersions, SentDraft: await sendIt(intake) });
    expect(all.flatMap(([name, answer]) => undescribed(answer, name))).toEqual([]);
  });
});
