import { checkEvidence } from '../../functions/check-evidence/check-evidence.ts';
import { linkEvidence, listEvidence, type UnitEvidence } from '../../functions/read-evidence/read-evidence.ts';
import {
  type EvidenceUpload,
  type RequestEvidenceInput,
  requestEvidence,
} from '../../functions/request-evidence/request-evidence.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { receiveEvidence } from '../../shared/submission/evidence/file/receive-evidence.ts';
import { type Intake, officer, unit } from './intake.ts';
import { post } from './intake-doors.ts';
import type { SignedForm } from './uploads.ts';

export const askEvidence = (
  intake: Intake,
  bytes: Uint8Array,
  changes: Partial<RequestEvidenceInput> = {},
  caller = officer(),
): Promise<EvidenceUpload> =>
  requestEvidence(
    { ...unit, sha256: sha256Of(bytes), size: bytes.length, file_name: 'Quyết định 12.pdf', ...changes },
    caller,
    intake,
  );

export async function signEvidence(
  ...ask: Parameters<typeof askEvidence>
): Promise<SignedForm & { upload_number: number }> {
  const answer = await askEvidence(...ask);
  if (answer.status !== 'send') throw new Error(`nothing to send: ${answer.status}`);
  return answer;
}

/** Delivers what the rule of the queue lets through. */
export async function deliverEvidence(intake: Intake): Promise<void> {
  const events = intake.events.splice(0).filter(({ key }) => key.startsWith('evidence/'));
  for (const event of events) await receiveEvidence(event, intake);
}

/** A file from asking to its entry. */
export async function sendEvidence(intake: Intake, bytes: Uint8Array, changes: Partial<RequestEvidenceInput> = {}) {
  await post(await signEvidence(intake, bytes, changes), bytes);
  await deliverEvidence(intake);
}

export const checkFile = (intake: Intake, bytes: Uint8Array, caller = officer()) =>
  checkEvidence({ ...unit, sha256: sha256Of(bytes) }, caller, intake);

export const filesOf = (intake: Intake, before: number | null = null, caller = officer()): Promise<UnitEvidence> =>
  listEvidence({ ...unit, before }, caller, intake);

export const fetchFile = async (
  intake: Intake,
  bytes: Uint8Array,
  caller = officer(),
  inline = false,
): Promise<Response> => fetch((await linkEvidence({ ...unit, sha256: sha256Of(bytes), inline }, caller, intake)).url);
