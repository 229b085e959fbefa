import { appendToUnit } from '../ledger/append.ts';
import type { UnitOf } from '../ledger/chain.ts';
import { type Draft, system } from '../ledger/entry.ts';
import { foldUnit, type Receipt, type UnitState } from '../ledger/fold-unit.ts';
import { isAccepted, newest } from '../ledger/standing.ts';
import type { Answered, Received, UnitEntry } from '../ledger/unit-entry.ts';
import { type AnswerDocument, writeAnswerDocument } from './answer-document.ts';
import { boundFindings, findingBounds } from './bound-findings.ts';
import { type CheckedArrival, checkArrived, readComparedFigures } from './check-arrived.ts';
import { readFigures, writeFigures } from './figures-document.ts';
import { keyOf } from './input-key.ts';
import { writeRows } from './read-row.ts';
import type { ArrivedFile, ReceiptOf, ReceiveDeps } from './receive-submission.ts';
import type { CheckedSubmission, Finding, Observation, Severity } from './submission.ts';
import { unidentified } from './upload-limits.ts';
import { withdrawnFigures } from './withdrawn-figures.ts';

/**
 * Gives a receipt its first answer, which stands for ever. It is checked against the chain that its entry will follow:
 * where another answer comes between, it is checked again before it is written.
 */
export async function answerReceipt(
  file: ArrivedFile,
  { group, period, unit_id }: UnitOf,
  received: Received,
  deps: ReceiveDeps,
  /** The chain with it, where it has just been read. */
  known: readonly UnitEntry[] = [],
): Promise<ReceiptOf> {
  const of = { group, period, unit_id };
  const { entries } = await appendToUnit(deps, of, {
    cause: answerCause(received),
    known,
    decide: async (entries) => (await draftAnswer(file, of, receiptIn(entries, received), deps)).draft,
  });
  return { ...of, receipt: receiptIn(entries, received).receipt.receipt };
}

export const answerCause = ({ number }: Received): string => `entry/${number}`;

interface InChain {
  unit: UnitState;
  receipt: Receipt;
}

export function receiptIn(entries: readonly UnitEntry[], { number }: Received): InChain {
  const unit = foldUnit(entries);
  const place = entries.filter((entry) => entry.kind === 'received' && entry.number <= number).length;
  return { unit, receipt: unit.receipts[place - 1]! };
}

export interface AnswerDraft {
  draft: Draft<Answered>;
  /** Whose the file says it is. */
  declared: string | null;
}

/** Checks and keeps the documents; only their hashes go into the entry. */
export async function draftAnswer(
  file: ArrivedFile,
  of: UnitOf,
  { unit, receipt }: InChain,
  deps: ReceiveDeps,
): Promise<AnswerDraft> {
  const current = await readComparedFigures(of, unit, receipt, deps);
  const arrival = await checkArrived(file, of, current, deps);
  const { checked } = arrival;
  const compared_with = current?.receipt ?? null;
  // What is filed under nobody is accepted under its unit, and there with figures.
  const isCounted = checked.accepted && of.unit_id !== unidentified;
  const withdrawn = isCounted ? await findWithdrawn(checked, of, { unit, receipt }, deps) : null;
  const about: Answered['about'] = {
    receipt: receipt.receipt,
    accepted: checked.accepted,
    answer_sha256: await keepAnswer(arrival, of, { receipt, compared_with, file }, deps),
    figures_sha256: isCounted ? await keepFigures(arrival, of, receipt, deps) : null,
    ...keptFrom(isCounted ? checked.observations : [], receipt),
    errors: countOf(checked, 'error'),
    warnings: countOf(checked, 'warning'),
    ...countedRules(checked),
    compared_with,
    ...(withdrawn ? { withdrawn } : {}),
  };
  return { draft: { kind: 'answered', ...system, at: deps.now().toISOString(), about }, declared: checked.unit_id };
}

/** Whose figures count beside those of the file: nobody who sent one of them may certify, appraise or release them. */
function keptFrom(observations: readonly Observation[], { sha256 }: Receipt): Pick<Answered['about'], 'kept_from'> {
  const others = new Set(observations.map((figure) => figure.submission_sha256).filter((file) => file !== sha256));
  return others.size > 0 ? { kept_from: [...others].sort() } : {};
}

const countOf = ({ findings }: CheckedSubmission, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** What boards count errors by: from the entry, so that nobody reads thousands of answers for it. */
function countedRules({ findings }: CheckedSubmission): Pick<Answered['about'], 'rules'> {
  const byRule = Map.groupBy(findings, ({ rule }) => rule);
  const rules = [...byRule].map(([rule, all]) => [rule, all.length] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  return rules.length > 0 ? { rules: Object.fromEntries(rules) } : {};
}

interface Answering {
  receipt: Receipt;
  compared_with: number | null;
  file: ArrivedFile;
}

export async function keepAnswer(
  { checked, framework }: CheckedArrival,
  of: UnitOf,
  { receipt, compared_with, file }: Answering,
  { lake }: Pick<ReceiveDeps, 'lake'>,
): Promise<string> {
  const rows_sha256 = await writeRows(lake, { ...of, sha256: receipt.sha256, rows: checked.rows });
  return writeAnswerDocument(lake, {
    ...of,
    receipt: receipt.receipt,
    declared_unit_id: checked.unit_id,
    sha256: receipt.sha256,
    format: receipt.format,
    file_name: file.arrival.file_name,
    received_at: receipt.at,
    framework_sha256: framework.sha256,
    accepted: checked.accepted,
    rows_sha256,
    compared_with,
    ...keptFindings(checked.findings),
  });
}

function keptFindings(all: readonly Finding[]): Pick<AnswerDocument, 'findings' | 'findings_left'> {
  const { findings, more_findings } = boundFindings(all, findingBounds.kept);
  return { findings, ...(more_findings ? { findings_left: more_findings.count } : {}) };
}

function keepFigures(
  { checked, framework }: CheckedArrival,
  of: UnitOf,
  { sha256, format }: Receipt,
  { lake }: ReceiveDeps,
): Promise<string> {
  const { observations, explained } = checked;
  return writeFigures(lake, { ...of, sha256, format, framework_sha256: framework.sha256, observations, explained });
}

/** Where a greater upload number was accepted before this one was looked at, nobody has compared the two. */
async function findWithdrawn(
  { observations }: CheckedSubmission,
  of: UnitOf,
  { unit, receipt }: InChain,
  { lake }: ReceiveDeps,
): Promise<Answered['about']['withdrawn'] | null> {
  const greater = newest(unit.receipts.filter((one) => isAccepted(one) && one.upload_number > receipt.upload_number));
  if (!greater || !isAccepted(greater)) return null;
  const said = await readFigures(lake, of, greater.answer.figures_sha256);
  const figures = withdrawnFigures(observations, said).map(keyOf);
  return figures.length > 0 ? { by: greater.receipt, figures } : null;
}
