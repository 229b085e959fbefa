import { describe, expect, it } from 'vitest';
import { evidenceFileUnknown } from '../../../../shared/submission/rules/evidence-file-unknown.ts';
import { contextOf, figureOf } from '../../../support/figures.ts';
import { indicatorOf } from '../../../support/forms.ts';

const [known, unknown] = ['a'.repeat(64), 'b'.repeat(64)];
const figure = figureOf(indicatorOf('a'), {
  value: '1',
  evidence_records: [{ file_sha256: known }, { title: 'Ảnh', file_sha256: unknown }],
});

describe('evidenceFileUnknown', () => {
  it('warns of a file that is not there, which may still come', () => {
    expect(evidenceFileUnknown.check([figure], contextOf({ evidenceFiles: new Set([known]) }))).toMatchObject([
      { rule: 'EVIDENCE_FILE_UNKNOWN', severity: 'warning', value: unknown },
    ]);
  });

  it('says nothing where nobody looked which files there are', () => {
    expect(evidenceFileUnknown.check([figure], contextOf())).toEqual([]);
  });
});
