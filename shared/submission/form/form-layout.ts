/** What the writer and the reader of a form agree on. A change that the reader must know of raises `templateVersion`. */
export const templateVersion = '2';

/** Versions that this code can lift to the current one. */
export const knownTemplateVersions: readonly string[] = ['1', '2'];

export const sheetNames = {
  guide: 'Hướng dẫn',
  data: 'Số liệu',
  meta: 'dti_meta',
  result: 'Kết quả kiểm tra',
} as const;

/** Codes of the code row, by which columns are found wherever they moved. `finding` stands only in an answer. */
export const columnCodes = [
  'position',
  'number',
  'name',
  'declare',
  'unit_of_measure',
  'max_points',
  'last_value',
  'last_source',
  'value',
  'evidence',
  'note',
  'finding',
  'key',
] as const;

export type ColumnCode = (typeof columnCodes)[number];

/** Columns without which a form cannot be read. `key`: the codes of indicator and input, `services/numerator`. */
export const neededColumns = ['key', 'value', 'evidence', 'note'] as const satisfies ColumnCode[];

export const columnLabels: Record<ColumnCode, string> = {
  position: 'STT',
  number: 'Mục',
  name: 'Chỉ số, nội dung kê khai',
  declare: 'Cách ghi',
  unit_of_measure: 'Đơn vị tính',
  max_points: 'Điểm tối đa',
  last_value: 'Giá trị gần nhất',
  last_source: 'Nguồn',
  value: 'Số liệu kê khai',
  evidence: 'Tài liệu kiểm chứng',
  note: 'Ghi chú',
  finding: 'Lỗi',
  key: 'Mã',
};

/** Document property that holds the second copy of the identity. */
export const signatureField = 'signature';
