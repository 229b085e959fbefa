import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import type { SubmissionRecord } from '../../shared/score-store/submissions.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';

/** The real store on a table of its own, gone when the test ends. */
export async function openScoreTable(): Promise<ScoreTable> {
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const client = new DynamoDBClient({ endpoint: dynamo.url, region: localRegion, credentials: localCredentials });
  onTestFinished(async () => {
    client.destroy();
    await dynamo.close();
  });
  return { client: DynamoDBDocumentClient.from(client), name: localNames.SCORE_TABLE };
}

/** An accepted form of Hà Nội for 2024, unless told otherwise. */
export const recordOf = (changes: Partial<SubmissionRecord> = {}): SubmissionRecord => ({
  group: 'province34',
  period: '2024',
  unit_id: 'P01-2025',
  sha256: 'a'.repeat(64),
  format: 'xlsx',
  status: 'accepted',
  error_count: 0,
  warning_count: 0,
  file_name: 'P01-2025.xlsx',
  framework_sha256: 'f'.repeat(64),
  upload_number: 1,
  received_at: '2026-10-05T01:02:03.000Z',
  ...changes,
});
