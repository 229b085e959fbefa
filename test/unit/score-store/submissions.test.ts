import { describe, expect, it } from 'vitest';
import { findNewestUpload, nextUploadNumber, recordSubmission } from '../../../shared/score-store/submissions.ts';
import { openScoreTable, recordOf } from '../../support/score-table.ts';

describe('findNewestUpload', () => {
  it('knows the bytes that came last, by the door they came', async () => {
    const table = await openScoreTable();
    const record = recordOf({ upload_number: await nextUploadNumber(table, recordOf()) });
    expect(await findNewestUpload(table, record)).toBeNull();
    await recordSubmission(table, record);
    expect(await findNewestUpload(table, record)).toEqual(record);
    expect(await findNewestUpload(table, { ...record, format: 'csv' })).toBeNull();
    expect(await findNewestUpload(table, { ...record, sha256: 'b'.repeat(64) })).toBeNull();
  });

  it('knows nothing while other bytes are on their way or came later, whoever handed them in', async () => {
    const table = await openScoreTable();
    const record = recordOf({ upload_number: await nextUploadNumber(table, recordOf()) });
    await recordSubmission(table, record);
    await nextUploadNumber(table, record);
    expect(await findNewestUpload(table, record)).toBeNull();

    const again = recordOf({ upload_number: await nextUploadNumber(table, record) });
    await recordSubmission(table, again);
    expect(await findNewestUpload(table, record)).toEqual(again);
    const handedIn = await nextUploadNumber(table, recordOf({ unit_id: 'unidentified' }));
    await recordSubmission(table, recordOf({ sha256: 'b'.repeat(64), upload_number: handedIn }));
    expect(await findNewestUpload(table, record)).toBeNull();
  });
});
