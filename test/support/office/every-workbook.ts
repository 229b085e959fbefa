import { freezeHistory } from '../../../shared/release/history/frozen-history.ts';
import type { SubmissionStatus } from '../../../shared/submission/status/submission-status.ts';
import { membersOf } from '../../../shared/units/registry.ts';
import { profilePath, writeUnitProfiles } from '../../../shared/workbook/profile/unit-profile.ts';
import { writeGroupWorkbooks } from '../../../shared/workbook/release-workbooks.ts';
import { writeStatusWorkbook } from '../../../shared/workbook/status/status-workbook.ts';
import { writeChosenTable } from '../../../shared/workbook/table/chosen-table.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import { issued, roundOf } from '../appraisals.ts';
import { editWorkbook, formOf } from '../forms.ts';
import { openForm } from '../mistakes/edit-form.ts';
import { sentValues, strict } from '../mistakes/round.ts';
import { answerTo, answerWorkbook } from '../mistakes/send-back.ts';
import { valueMistakes } from '../mistakes/value-mistakes.ts';
import { appraiseSome, inputsIllustrative, reportRound } from '../report-rounds.ts';

const at = new Date('2026-10-21T02:05:00Z');

/** One workbook of every kind that we write, by a name: of a release with something to compare and to appraise, and of a round. */
export async function everyWorkbook(): Promise<Map<string, Uint8Array>> {
  return new Map([...(await ofRelease()), ...(await ofRound())]);
}

async function ofRelease(): Promise<[string, Uint8Array][]> {
  const year = await inputsIllustrative('ministry-services', '2025', { appraise: appraiseSome });
  const before = await reportRound(year);
  const inputs = await inputsIllustrative('ministry-services', '2026-Q3', { earlier: year });
  const now = await reportRound(inputs, before);
  const source = { ...now.source, history: freezeHistory([before.source.scoreboard]) };
  const { units, measures } = source.scoreboard;
  const ids = { ranked: units[0]!.unit_id, missing: units.at(-1)!.unit_id };
  const profiles = await writeUnitProfiles(source, Object.values(ids));
  const scoreboards = [before.source.scoreboard, source.scoreboard];
  return [
    ...(await writeGroupWorkbooks(source)),
    ['profile.xlsx', profiles.get(profilePath(ids.ranked))!],
    ['profile-missing.xlsx', profiles.get(profilePath(ids.missing))!],
    ['table.xlsx', await writeChosenTable({ scoreboards, measures, unitIds: null, at })],
  ];
}

async function ofRound(): Promise<[string, Uint8Array][]> {
  const form = formOf(strict.framework, sentValues);
  const template = await writeTemplate(form);
  const sent = await editWorkbook(template, (book) => valueMistakes[0]!.make(openForm(book, form)));
  return [
    ['form.xlsx', template],
    ['answer.xlsx', await answerWorkbook(await answerTo(sent, strict), strict)],
    ['appraisal.xlsx', await issued(roundOf())],
    ['status.xlsx', await writeStatusWorkbook(statusOfRound())],
  ];
}

/** Of the units with the longest names: one has sent twice, one is late, the others have done nothing. */
export function statusOfRound(): SubmissionStatus {
  const members = membersOf('ministry-services', '2026-Q3');
  const receipt = (n: number, changes: Partial<SubmissionStatus['receipts'][number]> = {}) => ({
    ...{ unit_id: members[n]!.unit_id, unit_name_vi: members[n]!.full_name_vi, receipt: 1 },
    ...{
      received_at: '2026-10-10T03:00:00.000Z',
      sent_by: `officer-${n}`,
      sent_as: 'officer',
      format: 'xlsx' as const,
    },
    ...{ status: 'accepted' as const, errors: 0, warnings: 2, late: false, in_time: true },
    ...{ certified: null, returned_at: null, sha256: 'ab'.repeat(32) },
    ...changes,
  });
  return {
    ...{ group: 'ministry-services', period: '2026-Q3', at: at.toISOString(), state: 'open' },
    deadline_at: '2026-10-15T10:00:00.000Z',
    units: members.map(({ unit_id, full_name_vi }, n) => ({
      ...{ unit_id, unit_name_vi: full_name_vi, state: (['certified', 'accepted'] as const)[n] ?? 'missing' },
      ...{ receipts: [2, 1][n] ?? 0, current: [2, 1][n] ?? null, late: n === 1 },
      ...{ appraised: n === 0 ? 12 : 0, questions_open: n === 0 ? 1 : 0, objections_open: 0 },
    })),
    receipts: [
      receipt(0, { status: 'rejected', errors: 7 }),
      receipt(0, { receipt: 2, certified: { at: '2026-10-11T03:00:00.000Z', role: 'certifier' } }),
      receipt(1, { late: true, format: 'json', received_at: '2026-10-16T03:00:00.000Z' }),
    ],
    rules: [
      {
        ...{ rule: 'NOT_A_NUMBER', severity: 'error', findings: 7, units: 1 },
        ...{ text_vi: 'Giá trị phải là số.', text_en: 'A value is a number.' },
      },
    ],
  };
}
