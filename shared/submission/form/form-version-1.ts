import { columnLabels } from './form-layout.ts';

/** Columns of the forms of template version 1, which had a column for each code. Offices still hold such forms. */
export const version1Codes = [
  'indicator',
  'main_index',
  'name',
  'input',
  'declare',
  'unit_of_measure',
  'max_points',
  'last_value',
  'last_source',
  'value',
  'evidence',
  'note',
  'finding',
] as const;

export type Version1Code = (typeof version1Codes)[number];

export const version1Needed = ['indicator', 'input', 'value', 'evidence', 'note'] as const satisfies Version1Code[];

export const version1Labels: Record<Version1Code, string> = {
  ...columnLabels,
  indicator: 'Mã chỉ số',
  main_index: 'Chỉ số chính',
  name: 'Tên chỉ số',
  input: 'Mã số liệu',
  declare: 'Nội dung kê khai',
  last_source: 'Nguồn của giá trị gần nhất',
};
