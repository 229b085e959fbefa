import { describe, expect, it } from 'vitest';
import { readPeriod } from '../../../shared/ledger/read-ledger.ts';
import { makePrefilledForm } from '../../../shared/submission/prefilled-form.ts';
import { frameworkOf, indicatorOf } from '../../support/forms.ts';
import { type Intake, openIntake, storedOf, unit } from '../../support/intake.ts';
import {
  chain,
  deliver,
  formWith,
  jsonOf,
  lineOf,
  list,
  post,
  rules,
  send,
  signForm,
  submit,
  type Values,
  whole,
} from '../../support/intake-doors.ts';

const nothing: Values = Object.fromEntries(Object.keys(whole).map((key) => [key, null]));
const text = (written: string) => new TextEncoder().encode(written);

/** A table whose every row has more beside its value. */
const withEach = (values: Values, more: object, isMeant: (row: { value: string | null }) => boolean = () => true) => {
  const rows = JSON.parse(new TextDecoder().decode(jsonOf(values))) as { value: string | null }[];
  return text(JSON.stringify(rows.map((row) => (isMeant(row) ? { ...row, ...more } : row))));
};

/** Values that the form of now is filled with. */
async function filledIn(intake: Intake): Promise<Values> {
  const period = (await readPeriod(intake.ledger, unit))!;
  const { values = [] } = await makePrefilledForm(unit, period, intake);
  return Object.fromEntries(values.map(({ indicator, input, value }) => [`${indicator}/${input}`, value]));
}

const newestAnswer = async (intake: Intake) => (await list(intake)).submissions[0]!;

describe('row 2: a submission that declares nothing', () => {
  it.each<[string, (intake: Intake) => Promise<unknown>]>([
    ['a blank form', async (intake) => send(intake, await formWith({}))],
    ['[]', (intake) => submit(intake, text('[]'))],
    [
      'a CSV of its header only',
      (intake) => submit(intake, text('indicator,input,value\n'), { contentType: 'text/csv' }),
    ],
    ['all evidence and no value', (intake) => submit(intake, withEach(nothing, { evidence: 'QĐ 12' }))],
  ])('%s: is refused as the first, and as the second, and the next form is still filled', async (_, sendNothing) => {
    const intake = await openIntake();
    await sendNothing(intake);
    expect(await newestAnswer(intake)).toMatchObject({ status: 'rejected', current: false });
    expect(rules(await newestAnswer(intake))).toContain('NOTHING_DECLARED error');
    await send(intake, await formWith(whole));
    await sendNothing(intake);
    expect(await newestAnswer(intake)).toMatchObject({ receipt: 3, status: 'rejected', compared_with: 2 });
    expect(await lineOf(intake)).toMatchObject({ state: 'accepted', current: { receipt: 2 } });
    expect(await filledIn(intake)).toEqual({
      'a/value': '0.5',
      'r/numerator': '3',
      'r/denominator': '4',
      'e/value': '0.25',
    });
  });
});

describe('row 2: JSON with 2 of 60 figures', () => {
  const codes = Array.from({ length: 60 }, (_, place) => `i${place}`);
  const sixty = storedOf({
    ...frameworkOf(
      codes.map((code) => indicatorOf(code)),
      { unanswered: 'zero_points' },
    ),
    legal_reference: { title_vi: 'QĐ', number: '1/QĐ', issued: '2024-01-01', url: 'https://example.vn' },
  });
  const all: Values = Object.fromEntries(codes.map((code) => [code, '0.5']));

  it('is refused where the unit had declared the others, by name of each', async () => {
    const intake = await openIntake({ framework: sixty });
    expect(await submit(intake, jsonOf(all))).toMatchObject({ accepted: true });
    const two = jsonOf({ i0: '0.6', i1: '0.7' });
    const answer = await submit(intake, two);
    const withdrawn = answer.findings.filter(({ rule }) => rule === 'FIGURE_WITHDRAWN');
    expect(answer.accepted).toBe(false);
    expect(withdrawn).toHaveLength(58);
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1 } });
    expect(Object.keys(await filledIn(intake))).toHaveLength(60);
    expect(await submit(intake, two, { partial: true })).toMatchObject({ accepted: true, receipt: 3 });
  });
});

describe('a smaller upload number accepted later', () => {
  it('leaves the greater current, and board and unit are told which figures it lacks', async () => {
    const intake = await openIntake();
    const [full, less] = [await formWith(whole), await formWith({ ...whole, e: null })];
    const [first, second] = [await signForm(intake, full), await signForm(intake, less)];
    await post(second, less);
    await deliver(intake);
    await post(first, full);
    await deliver(intake);
    const { submissions } = await list(intake);
    expect(submissions.map(({ receipt, upload_number, current }) => [receipt, upload_number, current])).toEqual([
      [2, 1, false],
      [1, 2, true],
    ]);
    expect(rules(submissions[1]!)).toContain('FIGURE_WITHDRAWN warning');
    expect(submissions[1]!.findings.find(({ rule }) => rule === 'FIGURE_WITHDRAWN')).toMatchObject({
      value: 'e/value',
    });
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1 }, withdrawn: ['e/value'] });
  });

  it('tells nothing where the greater one says why', async () => {
    const intake = await openIntake();
    const why = { note: 'Đang thẩm định lại' };
    const bytes = withEach({ ...whole, e: null }, why, ({ value }) => value === null);
    const full = await formWith(whole);
    const first = await signForm(intake, full);
    expect(await submit(intake, bytes)).toMatchObject({ accepted: true });
    await post(first, full);
    await deliver(intake);
    expect(await lineOf(intake)).toMatchObject({ current: { receipt: 1 }, withdrawn: [] });
    expect((await chain(intake)).at(-1)?.about).not.toHaveProperty('withdrawn');
  });
});
