import type { Worksheet } from 'exceljs';
import type { AppraisalRecord } from '../../shared/score-store/appraisals.ts';
import { appraisableAnswers } from '../../shared/submission/appraisal/appraisable-answers.ts';
import type { AppraisalRound } from '../../shared/submission/appraisal/appraisal-round.ts';
import { type CheckedAppraisals, checkAppraisals } from '../../shared/submission/appraisal/check-appraisals.ts';
import type { CheckedDocument } from '../../shared/submission/checked-document.ts';
import { unitOf } from '../../shared/units/registry.ts';
import { specifyAppraisal } from '../../shared/workbook/appraisal/appraisal-spec.ts';
import { writeAppraisal } from '../../shared/workbook/appraisal/write-appraisal.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { editWorkbook, frameworkOf, indicatorOf, signingKey } from './forms.ts';

const answer = { decimals: 0, minimum: '0', maximum: '1' };
const amount = { decimals: 2, minimum: '0', maximum: null };

/** Points with decimals, and every way to declare. */
export const appraised = frameworkOf(
  [
    indicatorOf('plan', {
      rule: 'yes_no',
      max_points: '20.5',
      main_index: 'institutions',
      inputs: [{ input: 'answer', ...answer }],
    }),
    indicatorOf('online', {
      rule: 'ratio_threshold',
      max_points: '33.25',
      target: '0.9',
      main_index: 'services',
      inputs: [
        { input: 'numerator', ...amount },
        { input: 'denominator', ...amount },
      ],
    }),
    indicatorOf('satisfied', { max_points: '40', main_index: 'services', unit_of_measure_vi: '%' }),
  ],
  { unanswered: 'zero_points' },
);

export const [hanoi, caobang] = ['P01-2025', 'P04-2025'] as const;

type Figures = Record<string, string>;

const defaults: Figures = {
  'plan/answer': '1',
  'online/numerator': '7',
  'online/denominator': '9',
  'satisfied/value': '0.5',
};

/** An accepted submission; its hash follows from `letter`. */
export function documentOf(unitId: string, letter: string, figures: Figures = defaults): CheckedDocument {
  const observations = Object.entries(figures).map(([key, value], index) => {
    const [indicator, input] = key.split('/') as [string, string];
    const evidence = index === 0 ? 'QĐ 12/QĐ-UBND' : null;
    const place = { submission_sha256: letter.repeat(64), sheet: 'Số liệu', cell: `J${8 + index}`, row: null };
    return { unit_id: unitId, indicator, input, value, evidence, note: null, ...place };
  });
  return {
    group: 'province34',
    period: '2024',
    unit_id: unitId,
    declared_unit_id: unitId,
    sha256: letter.repeat(64),
    format: 'xlsx',
    file_name: 'form.xlsx',
    received_at: '2025-01-01T00:00:00.000Z',
    framework_sha256: appraised.sha256,
    accepted: true,
    findings: [],
    observations,
    explained: [],
  };
}

/** Two units that have submitted; nothing decided yet. */
export function roundOf(
  documents: CheckedDocument[] = [documentOf(hanoi, 'a'), documentOf(caobang, 'b')],
  changes: Partial<AppraisalRound> = {},
): AppraisalRound {
  const of = { group: 'province34', period: '2024', framework: appraised };
  const members = [unitOf(hanoi), unitOf(caobang)];
  return {
    ...of,
    answers: appraisableAnswers({ ...of, members, documents, earlier: () => null }),
    submissions: new Map(documents.map(({ unit_id, sha256 }) => [unit_id, sha256])),
    records: [],
    lastFile: 0,
    ...changes,
  };
}

export const recordOf = (changes: Partial<AppraisalRecord> = {}): AppraisalRecord => ({
  unit_id: hanoi,
  indicator: 'plan',
  points: '10.25',
  reason: 'Kế hoạch ban hành muộn',
  appraised_by: 'ministry-appraiser',
  appraised_at: '2025-02-01T00:00:00.000Z',
  appraisal_sha256: 'f'.repeat(64),
  file_number: 1,
  sheet: 'Thẩm định',
  cell: 'I8',
  self_points: '20.5',
  submission_sha256: 'a'.repeat(64),
  ...changes,
});

export const issued = (round: AppraisalRound, key = signingKey): Promise<Uint8Array> =>
  writeAppraisal(specifyAppraisal(round, { group_name_vi: '34 tỉnh, thành phố' }, key));

/** What an appraiser types: cells by address. */
export const typed = async (bytes: Uint8Array, cells: Record<string, string | number | null | object>) =>
  editWorkbook(bytes, (book) => {
    const sheet = book.getWorksheet('Thẩm định') as Worksheet;
    for (const [cell, value] of Object.entries(cells)) sheet.getCell(cell).value = value as string;
  });

export const checkAppraisal = (bytes: Uint8Array, round: AppraisalRound): Promise<CheckedAppraisals> =>
  checkAppraisals(bytes, round, { signingKey, openWorkbook });

/** `rule@cell`, for short expectations. */
export const toldOf = ({ findings }: CheckedAppraisals): string[] =>
  findings.map(({ rule, cell }) => (cell ? `${rule}@${cell}` : rule));
