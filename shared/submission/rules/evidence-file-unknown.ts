import { makeFinding } from '../finding.ts';
import type { FigureRule } from './figure-rule.ts';

/** A file may come after the figures that it proves: told, never refused. */
export const evidenceFileUnknown: FigureRule = {
  rule: 'EVIDENCE_FILE_UNKNOWN',
  check: (figures, { evidenceFiles }) =>
    figures.flatMap(({ evidence_records = [], place, kept }) => {
      const named = kept ? [] : evidence_records.flatMap(({ file_sha256 }) => file_sha256 ?? []);
      const unknown = named.filter((sha256) => evidenceFiles && !evidenceFiles.has(sha256));
      return unknown.map((sha256) => makeFinding('EVIDENCE_FILE_UNKNOWN', place('evidence'), {}, sha256));
    }),
};
