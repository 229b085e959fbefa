import type { Framework, Indicator, IndicatorInput } from '../../frameworks/framework.ts';
import type { Unit } from '../../units/unit.ts';
import type { FormIdentity } from '../submission.ts';
import { formLines } from './form-lines.ts';

/** All that a form is made of. The same spec gives the same bytes. */
export interface FormSpec {
  identity: FormIdentity;
  /** HMAC of the identity (`signIdentity`). */
  signature: string;
  unit: Pick<Unit, 'full_name_vi'>;
  framework: Framework;
  /** `năm 2024`, `Quý III/2026`. */
  periodLabel: string;
  /** Last day for sending, `YYYY-MM-DD`, its end in Vietnam. */
  deadline?: string;
  values?: FilledInput[];
}

/** A figure already known when the form is made. */
export interface FilledInput {
  indicator: string;
  input: string;
  /** Canonical decimal; anything else is written as the text it is, for the check to find. */
  value: string;
  evidence?: string;
  note?: string;
  /** Where and when the value is from; given for prefilled values, which are also shown as the last known ones. */
  source_vi?: string;
}

/** One row that is filled in: one input of one indicator that the unit is asked for. */
export interface FormRow {
  row: number;
  indicator: Indicator;
  input: IndicatorInput;
  filled: FilledInput | null;
}

/** Of every table of ours with a code row; the form has two rows of header above the codes. */
export const headerRow = 6;
export const codeRow = 7;
export const firstDataRow = 8;

export const inputKey = (indicator: string, input: string): string => `${indicator}/${input}`;

/** Rows that are filled in, by where they stand among the lines of the form. */
export const formRows = (form: FormSpec): FormRow[] => formLines(form).flatMap(({ asks }) => asks ?? []);
