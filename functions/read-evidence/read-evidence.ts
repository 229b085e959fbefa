import { enterPartOfUnit } from '../../shared/http/enter.ts';
import { Problem } from '../../shared/http/problem.ts';
import { ownIndicators } from '../../shared/http/require-own-indicator.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { type EvidenceType, evidenceFileKey, type SubmissionKey } from '../../shared/lake/keys.ts';
import { type Bucket, type Download, presignDownload } from '../../shared/lake/objects.ts';
import type { UnitOf } from '../../shared/ledger/chain.ts';
import type { Evidence } from '../../shared/ledger/fold-unit.ts';
import type { Ledger } from '../../shared/ledger/ledger.ts';
import { readUnit } from '../../shared/ledger/read-ledger.ts';
import type { ScoreTable } from '../../shared/score-store/score-table.ts';
import { downloadName } from '../../shared/submission/evidence/file/download-name.ts';
import { readEvidence } from '../../shared/submission/evidence/file/evidence-document.ts';
import { contentTypes } from '../../shared/submission/evidence/file/file-type.ts';
import { type ToldEvidence, tellEvidence } from '../../shared/submission/evidence/file/tell-evidence.ts';

export interface ReadEvidenceDeps {
  raw: Bucket;
  lake: Bucket;
  ledger: Ledger;
  table: ScoreTable;
}

export interface UnitEvidence {
  /** Newest first, those that were refused too. */
  files: ToldEvidence[];
  /** Number to ask on from: `?before=…`; null: that was all. */
  next_before: number | null;
}

/** A page: what is known of each file is a document of the lake. */
const filesPerPage = 50;

/** The unit's files of evidence in a period, a page of them. */
export async function listEvidence(
  { before, ...of }: UnitOf & { before: number | null },
  caller: Caller,
  deps: ReadEvidenceDeps,
): Promise<UnitEvidence> {
  const evidence = await readOwn(of, caller, deps);
  const earlier = evidence
    .filter(({ upload_number }) => before === null || upload_number < before)
    .sort((a, b) => b.upload_number - a.upload_number);
  const page = earlier.slice(0, filesPerPage);
  return {
    files: await Promise.all(page.map((file) => tellEvidence(file, of, deps.lake))),
    next_before: earlier.length > page.length ? (page.at(-1)?.upload_number ?? null) : null,
  };
}

/** Drawn by a browser and never run: pictures in a page, a PDF in a tab of its own. All else is saved, whatever was asked. */
const drawn: readonly EvidenceType[] = ['pdf', 'jpeg', 'png'];

/**
 * Where an accepted file can be fetched for a short while, under its type by its bytes: to be saved, or looked at where it
 * is a picture or a PDF. Never from the portal's own origin.
 */
export async function linkEvidence(
  { inline, ...key }: SubmissionKey & { inline: boolean },
  caller: Caller,
  deps: ReadEvidenceDeps,
): Promise<Download> {
  const { sha256, ...of } = key;
  const file = (await readOwn(of, caller, deps)).findLast((one) => one.sha256 === sha256 && one.type !== null);
  if (!file?.type) {
    throw new Problem(
      404,
      'evidence-unknown',
      'Đơn vị không có tệp tài liệu kiểm chứng này, hoặc tệp không được tiếp nhận.',
      'The unit has no such file of evidence, or it was refused.',
    );
  }
  const { file_name, version_id, sent_for } = await readEvidence(deps.lake, of, file.evidence_sha256);
  return presignDownload(deps.raw, evidenceFileKey({ ...key, ...sent_for }), downloadName(file_name, file.type), {
    contentType: contentTypes[file.type],
    inline: inline && drawn.includes(file.type),
    ...(version_id === null ? {} : { versionId: version_id }),
  });
}

async function readOwn(of: UnitOf, caller: Caller, { ledger, table }: ReadEvidenceDeps): Promise<Evidence[]> {
  await enterPartOfUnit(caller, of, ledger, 'officer', 'certifier', 'publisher', 'appraiser');
  const isOwn = await ownIndicators(caller, of, table);
  return (await readUnit(ledger, of)).evidence.filter(({ indicator }) => isOwn(indicator ?? null));
}
