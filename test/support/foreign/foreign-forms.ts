import { askedIndicators } from '../../../shared/frameworks/asked-indicators.ts';
import type { Framework, Indicator, IndicatorInput } from '../../../shared/frameworks/framework.ts';
import { loadFramework } from '../../../shared/frameworks/load-framework.ts';
import type { FilledInput } from '../../../shared/submission/form/form-spec.ts';
import type { CheckedSubmission } from '../../../shared/submission/submission.ts';
import { choicesOf } from '../../../shared/submission/values/choices.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import { writeTemplate } from '../../../shared/workbook/template/write-template.ts';
import { check, formOf } from '../forms.ts';
import { foreignLayouts } from './foreign-layouts.ts';
import { writeForeign } from './write-foreign.ts';

export const foreignFrameworks = [
  'dti-province-405',
  'dti-province-405-indicators',
  'dti-ministry-405',
  'dti-commune-2025',
];

export interface FilledForm {
  framework: Framework;
  bytes: Uint8Array;
  check: (bytes: Uint8Array) => Promise<CheckedSubmission>;
}

/** A form of the framework with every figure filled in, and texts that writers escape each in their own way. */
export async function filledForm(id: string): Promise<FilledForm> {
  const framework = await loadFramework(id);
  const group = framework.groups[0]!;
  const form = formOf(framework, [], { identity: { group } });
  const values = askedIndicators(framework, form.identity).flatMap((indicator) =>
    indicator.inputs.map((input, at) => fill(indicator, input, at)),
  );
  return {
    framework,
    bytes: await writeTemplate({ ...form, values }),
    check: (bytes) => check(bytes, framework, { expected: { group } }),
  };
}

/** A denominator is 1, so that no numerator is greater. */
const fill = (indicator: Indicator, input: IndicatorInput, at: number): FilledInput => ({
  indicator: indicator.indicator,
  input: input.input,
  value: choicesOf(indicator, input)?.[0]?.value ?? (input.decimals === 0 || at > 0 ? '1' : '0.5'),
  evidence: 'Số 12/QĐ-UBND ngày 05/3/2024 & <phụ lục>\nhttps://example.vn/?a=1&b=2',
  note: '=1+1; “Ễ” ở cuối',
});

export interface WriterResult {
  accepted: boolean;
  /** The same observations as from our own file, place by place. */
  isEqual: boolean;
  observations: number;
  rules: string[];
}

const figuresOf = ({ observations }: CheckedSubmission) =>
  JSON.stringify(observations.map(({ submission_sha256, ...figure }) => figure));

/** How the file of each writer is answered, by its name. */
export async function tryWriters(form: FilledForm): Promise<Map<string, WriterResult>> {
  const { book } = await openWorkbook(form.bytes);
  const own = await form.check(form.bytes);
  const results = new Map<string, WriterResult>();
  for (const layout of foreignLayouts) {
    const checked = await form.check(writeForeign(book!, layout));
    results.set(layout.name, {
      accepted: checked.accepted,
      isEqual: figuresOf(checked) === figuresOf(own) && own.observations.length > 0,
      observations: checked.observations.length,
      rules: checked.findings.map(({ rule }) => rule),
    });
  }
  return results;
}
