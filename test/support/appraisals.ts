import type { Worksheet } from 'exceljs';
import type { Accepted } from '../../shared/ledger/standing.ts';
import { appraisableAnswers } from '../../shared/submission/appraisal/appraisable-answers.ts';
import type { AppraisalRound } from '../../shared/submission/appraisal/appraisal-round.ts';
import type {
  AppraisedUnit,
  GivenFeedback,
  RecordedDecision,
} from '../../shared/submission/appraisal/appraised-unit.ts';
import { type CheckedAppraisals, checkAppraisals } from '../../shared/submission/appraisal/check-appraisals.ts';
import type { FiguresDocument } from '../../shared/submission/figures-document.ts';
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

/** Figures that were accepted; their hash follows from `letter`. */
export function documentOf(unitId: string, letter: string, figures: Figures = defaults): FiguresDocument {
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
    sha256: letter.repeat(64),
    format: 'xlsx',
    framework_sha256: appraised.sha256,
    observations,
    explained: [],
  };
}

/** What was decided and answered in a round, by unit. */
interface Told {
  decisions?: RecordedDecision[];
  feedback?: Record<string, GivenFeedback>;
  /** Where the chain ends; the last decision where there is one. */
  last_entry?: number;
}

/** Two units whose figures count; nothing decided yet. */
export function roundOf(
  documents: FiguresDocument[] = [documentOf(hanoi, 'a'), documentOf(caobang, 'b')],
  told: Record<string, Told> = {},
): AppraisalRound {
  const of = { group: 'province34', period: '2024', framework: appraised };
  const members = [unitOf(hanoi), unitOf(caobang)];
  return {
    ...of,
    answers: appraisableAnswers({ ...of, members, documents, earlier: () => null }),
    units: new Map(documents.map((figures) => [figures.unit_id, appraisedUnit(figures, told[figures.unit_id])])),
  };
}

/** Received and answered by entries 1 and 2; a decision stands from 3 on. */
function appraisedUnit(
  figures: FiguresDocument,
  { decisions = [], feedback = {}, last_entry }: Told = {},
): AppraisedUnit {
  const current = receiptOf(figures);
  return {
    unit_id: figures.unit_id,
    figures_sha256: figures.sha256,
    figures,
    last_entry: last_entry ?? decisions.at(-1)?.number ?? 2,
    open: true,
    current,
    receipts: [current],
    evidence: [],
    starters: [],
    decisions,
    feedback: new Map(Object.entries(feedback)),
  };
}

const receiptOf = ({ unit_id, sha256, format }: FiguresDocument): Accepted => ({
  ...{ receipt: 1, upload_number: 1, format, sha256, bytes: 1, file_name: 'form.xlsx' },
  ...{ subject: `officer-${unit_id}`, role: 'officer', at: '2025-01-01T00:00:00.000Z' },
  answer: {
    ...{ accepted: true, answer_sha256: 'd'.repeat(64), figures_sha256: sha256 },
    ...{ errors: 0, warnings: 0, compared_with: null },
  },
  certified: null,
  returned: null,
  checked_again: [],
});

/** On Hà Nội's plan, of the figures `a`. */
export const decisionOf = (changes: Partial<RecordedDecision> = {}): RecordedDecision => ({
  indicator: 'plan',
  points: '10.25',
  reason: 'Kế hoạch ban hành muộn',
  self_points: '20.5',
  sheet: 'Thẩm định',
  cell: 'I8',
  number: 3,
  at: '2025-02-01T00:00:00.000Z',
  figures_sha256: 'a'.repeat(64),
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

export const checkAppraisal = (
  bytes: Uint8Array,
  round: AppraisalRound,
  bodies: string[] | null = null,
): Promise<CheckedAppraisals> => checkAppraisals(bytes, round, { signingKey, openWorkbook, bodies });

/** `rule@cell`, for short expectations. */
export const toldOf = ({ findings }: CheckedAppraisals): string[] =>
  findings.map(({ rule, cell }) => (cell ? `${rule}@${cell}` : rule));
