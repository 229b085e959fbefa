import { createHash } from 'node:crypto';
import { readIdentities } from '../../../shared/submission/form/read-identity.ts';
import type { Finding } from '../../../shared/submission/submission.ts';
import { maxUploadBytes, unidentified } from '../../../shared/submission/upload-limits.ts';
import { isMember } from '../../../shared/units/registry.ts';
import { openWorkbook } from '../../../shared/workbook/open-workbook.ts';
import type { Pipeline } from '../pipeline.ts';
import { callApi } from './call-api.ts';

export interface WorkbookFile {
  name: string;
  bytes: Uint8Array;
}

/** What became of one file at the door. `refused`: S3 would not take it, so its findings are already here. */
export interface Upload {
  file: string;
  sha256: string;
  unit_id: string;
  refused: Finding[] | null;
}

type UploadAnswer = { status: 'received' } | { status: 'send'; url: string; fields: Record<string, string> };

/** Sends a file as its unit's officer would; a file that names no unit of the group is handed in by the ministry. */
export async function uploadWorkbook(
  file: WorkbookFile,
  round: { group: string; period: string },
  pipeline: Pipeline,
): Promise<Upload> {
  const unitId = (await declaredMember(file, round)) ?? unidentified;
  const sha256 = createHash('sha256').update(file.bytes).digest('hex');
  const upload: Upload = { file: file.name, sha256, unit_id: unitId, refused: null };
  if (file.bytes.length === 0 || file.bytes.length > maxUploadBytes) {
    return { ...upload, refused: (await openWorkbook(file.bytes)).findings };
  }
  const token = await tokenFor(unitId, pipeline);
  const answer = await callApi<UploadAnswer>(pipeline.url, token, 'POST /v1/uploads', {
    ...round,
    unit_id: unitId,
    sha256,
    size: file.bytes.length,
    file_name: file.name,
  });
  if (answer.status === 'send') await postFile(answer, file);
  return upload;
}

async function declaredMember(file: WorkbookFile, round: { group: string; period: string }): Promise<string | null> {
  const { book } = await openWorkbook(file.bytes);
  const unitId = book && readIdentities(book)[0]?.identity.unit_id;
  return unitId && isMember(unitId, round.group, round.period) ? unitId : null;
}

const tokenFor = (unitId: string, pipeline: Pipeline): Promise<string> =>
  unitId === unidentified
    ? pipeline.issueToken({ sub: 'ministry-registry', role: 'publisher' })
    : pipeline.issueToken({ sub: `officer-${unitId}`, role: 'officer', unit: unitId });

async function postFile(post: { url: string; fields: Record<string, string> }, file: WorkbookFile): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries(post.fields)) form.append(name, value);
  form.append('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
  const answer = await fetch(post.url, { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`${file.name}: upload refused, ${answer.status} ${await answer.text()}`);
}
