import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import type { Pipeline } from '../../infra/local/pipeline.ts';
import { callApi } from '../../infra/local/round/call-api.ts';
import type { WorkbookFile } from '../../infra/local/round/upload-workbook.ts';
import { group, period } from './running-pipeline.ts';

export type SignedForm = { status: 'send'; url: string; fields: Record<string, string> };

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const officerOf = (unitId: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: `officer-${unitId}`, role: 'officer', unit: unitId });

export const departmentOf = (unitId: string, department: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: `officer-${unitId}-${department}`, role: 'officer', unit: unitId, department });

export const publisher = (name: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: name, role: 'publisher' });

export const certifierOf = (unitId: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: `certifier-${unitId}`, role: 'certifier', unit: unitId });

export const appraiser = (name: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: name, role: 'appraiser' });

export const operator = (name: string, pipeline: Pipeline): Promise<string> =>
  pipeline.issueToken({ sub: name, role: 'operator' });

export const uploadRequest = (unitId: string, { name, bytes }: WorkbookFile) => ({
  group,
  period,
  unit_id: unitId,
  sha256: sha256(bytes),
  size: bytes.length,
  file_name: name,
});

/** Asks for an upload without sending the file yet. */
export async function askUpload(unitId: string, file: WorkbookFile, pipeline: Pipeline): Promise<SignedForm> {
  const token = await officerOf(unitId, pipeline);
  return callApi(pipeline.url, token, 'POST /v1/uploads', uploadRequest(unitId, file));
}

/** Sends the file by the signed form, or by one that somebody changed. */
export function postFile(signed: SignedForm, bytes: Uint8Array, changes: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...signed.fields, ...changes })) form.append(name, value);
  form.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'form.xlsx');
  return fetch(signed.url, { method: 'POST', body: form });
}

/** What a store that verifies no checksum would take by a signed form: other bytes under its key, marked as its own. */
export async function forceFile(signed: SignedForm, bytes: Uint8Array, { s3Url }: Pipeline): Promise<void> {
  const client = new S3Client({ endpoint: s3Url, region: localRegion, credentials: localCredentials });
  const prefix = 'x-amz-meta-';
  const marks = Object.entries(signed.fields).filter(([name]) => name.startsWith(prefix));
  const Metadata = Object.fromEntries(marks.map(([name, value]) => [name.slice(prefix.length), value]));
  const Bucket = localNames.RAW_BUCKET;
  await client.send(new PutObjectCommand({ Bucket, Key: signed.fields.key, Body: bytes, Metadata }));
  client.destroy();
}
