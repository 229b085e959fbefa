export interface SelectedAppraisal {
  unit_id: string;
  indicator: string;
  /** SHA-256 of the workbook that stated it. */
  appraisal_sha256: string;
  /** Which of its recordings: the same bytes may have been sent twice. */
  file_number: number;
}
