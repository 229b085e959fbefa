import ExcelJS from 'exceljs';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Framework, Indicator } from '../../shared/frameworks/framework.ts';
import { checkSubmission } from '../../shared/submission/check-submission.ts';
import type { CheckContext } from '../../shared/submission/figure.ts';
import type { ExpectedForm } from '../../shared/submission/form/check-identity.ts';
import { templateVersion } from '../../shared/submission/form/form-layout.ts';
import type { FilledInput, FormSpec } from '../../shared/submission/form/form-spec.ts';
import { signIdentity } from '../../shared/submission/sign-identity.ts';
import type { CheckedSubmission, FormIdentity } from '../../shared/submission/submission.ts';
import { findUnit } from '../../shared/units/registry.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';

export const signingKey = new Uint8Array(32).fill(7);

/** An indicator that takes a value from 0 to 1 with four decimals, unless told otherwise. */
export function indicatorOf(code: string, changes: Partial<Indicator> = {}): Indicator {
  return {
    indicator: code,
    main_index: code,
    name_vi: `Chỉ số ${code}`,
    name_en: `Indicator ${code}`,
    unit_of_measure_vi: 'Giá trị 0–1',
    rule: 'direct',
    max_points: '100',
    assessed: true,
    evidence_required: false,
    inputs: [{ input: 'value', decimals: 4, minimum: '0', maximum: '1' }],
    ...changes,
  };
}

export function frameworkOf(indicators: Indicator[], changes: Partial<Framework> = {}): Framework {
  const codes = [...new Set(indicators.map((indicator) => indicator.main_index))];
  const framework: Framework = {
    framework_id: 'dti-test',
    version: '2',
    index: 'dti',
    title_vi: 'Bộ chỉ số thử nghiệm',
    title_en: 'Test framework',
    legal_reference: { title_vi: 'Quyết định thử nghiệm', number: '1/QĐ', issued: '2024-01-01', url: '' },
    illustrative: false,
    note_vi: '',
    groups: ['province34'],
    decimals: 4,
    points_decimals: 4,
    rounding: 'half-up',
    ties: 'shared-minimum',
    successor_rule: 'mean-of-predecessors',
    total_published: true,
    total: { name_vi: 'Chỉ số chuyển đổi số (DTI)', name_en: 'DTI' },
    main_indices: codes.map((code) => ({ main_index: code, name_vi: `Chỉ số ${code}`, name_en: `Index ${code}` })),
    pillars: [],
    indicators,
    sha256: '',
    ...changes,
  };
  return { ...framework, sha256: sha256Of(JSON.stringify(framework)) };
}

export interface FormChanges {
  identity?: Partial<FormIdentity>;
  key?: Uint8Array;
}

/** A form of Cao Bằng for 2024, signed with the test's key; titled for whom it is issued to. */
export function formOf(framework: Framework, values: FilledInput[] = [], changes: FormChanges = {}): FormSpec {
  const identity: FormIdentity = {
    unit_id: 'P04-2025',
    group: 'province34',
    period: '2024',
    framework_id: framework.framework_id,
    framework_version: framework.version,
    framework_sha256: framework.sha256,
    template_version: templateVersion,
    ...changes.identity,
  };
  const signature = signIdentity(identity, changes.key ?? signingKey);
  const full_name_vi = findUnit(identity.unit_id)?.full_name_vi ?? 'Tỉnh Cao Bằng';
  return { identity, signature, unit: { full_name_vi }, framework, periodLabel: 'năm 2024', values };
}

export const filled = (indicator: string, value: string, rest: Partial<FilledInput> = {}): FilledInput => ({
  indicator,
  input: 'value',
  value,
  ...rest,
});

/** What an officer does to a workbook and saves. Not our bytes any more, so no finishing pass. */
export async function editWorkbook(
  bytes: Uint8Array,
  edit: (book: ExcelJS.Workbook) => void | Promise<void>,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  await edit(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** The whole path: guard, identity, reading, rules. */
export function check(
  bytes: Uint8Array,
  framework: Framework,
  options: { expected?: Partial<ExpectedForm>; context?: Partial<CheckContext> } = {},
): Promise<CheckedSubmission> {
  return checkSubmission(
    {
      bytes,
      expected: { group: 'province34', period: '2024', unit_id: null, ...options.expected },
      context: { framework, members: new Set(['P04-2025', 'P01-2025']), ...options.context },
    },
    { signingKey, openWorkbook },
  );
}

/** `rule@cell`, for short expectations. */
export const told = ({ findings }: CheckedSubmission): string[] =>
  findings.map(({ rule, cell, sheet }) => (cell ? `${rule}@${cell}` : sheet ? `${rule}@${sheet}` : rule));
