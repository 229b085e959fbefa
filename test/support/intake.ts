import { onTestFinished, vi } from 'vitest';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { digestOf, frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { putObjectOnce } from '../../shared/lake/objects.ts';
import { appendToPeriod } from '../../shared/ledger/append.ts';
import type { PeriodOf, UnitOf } from '../../shared/ledger/chain.ts';
import type { Draft } from '../../shared/ledger/entry.ts';
import type { PeriodEntry, PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { checkAnyFile } from '../../shared/submission/check-any-file.ts';
import type { ReceiveDeps, ReceiveInput } from '../../shared/submission/receive-submission.ts';
import type { FormIdentity } from '../../shared/submission/submission.ts';
import { openWorkbook } from '../../shared/workbook/open-workbook.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { callerWith } from './callers.ts';
import { ratioOf } from './figures.ts';
import { frameworkOf, indicatorOf, signingKey } from './forms.ts';
import { openLedger } from './ledger.ts';

/** Where all of it happens: Cao Bằng, 2024. */
export const unit: UnitOf = { group: 'province34', period: '2024', unit_id: 'P04-2025' };

const content = frameworkOf([indicatorOf('a'), ratioOf('r'), indicatorOf('e', { evidence_required: true })], {
  unanswered: 'zero_points',
  legal_reference: { title_vi: 'QĐ', number: '1/QĐ', issued: '2024-01-01', url: 'https://example.vn' },
});
/** Four figures of three indicators; what is left blank has no points and no error. */
export const lenient: Framework = storedOf(content);
export const identity: Partial<FormIdentity> = { framework_sha256: lenient.sha256 };

/** With the hash that its document has in the lake. */
export function storedOf({ sha256: _unread, ...rest }: Framework): Framework {
  return { ...rest, sha256: digestOf(rest) };
}

export const officer = (changes: Partial<Caller> = {}): Caller =>
  callerWith({ subject: 'officer', role: 'officer', unit_id: unit.unit_id, ...changes });
export const certifier = (changes: Partial<Caller> = {}): Caller =>
  officer({ subject: 'certifier', role: 'certifier', ...changes });

/** Stores and doors of the intake on real engines, and what S3 has told of since, each a message of the queue. */
export interface Intake extends ReceiveDeps {
  signingKey: () => Promise<Uint8Array>;
  events: ReceiveInput[];
  /** Of the engine of both tables. */
  url: string;
}

/** The clock of everything, S3's too. */
export const at = (time: string): void => void vi.setSystemTime(new Date(time));

export interface Opening {
  framework?: Framework;
  terms?: Partial<PeriodTerms>;
  /** False: no period. */
  open?: boolean;
}

export const openedAt = '2026-10-01T02:00:00.000Z';

/** Everything of its own and gone when the test ends; the period is open, and it is an hour later. */
export async function openIntake({ framework = lenient, terms = {}, open = true }: Opening = {}): Promise<Intake> {
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  at(openedAt);
  const events: ReceiveInput[] = [];
  const { client } = await startTestS3({
    onObjectCreated: async ({ bucket, key, versionId }) => {
      if (bucket === 'raw-bucket') events.push({ key, versionId });
    },
  });
  const intake: Intake = {
    ...(await openLedger()),
    raw: { client, name: 'raw-bucket' },
    lake: { client, name: 'lake-bucket' },
    signingKey: async () => signingKey,
    checkFile: checkAnyFile({ signingKey: async () => signingKey, openWorkbook }),
    now: () => new Date(),
    events,
  };
  if (open) await openPeriod(intake, framework, terms);
  at('2026-10-01T03:00:00.000Z');
  return intake;
}

/** The period of everything, unless another is named. */
export async function openPeriod(
  intake: Intake,
  framework: Framework,
  terms: Partial<PeriodTerms>,
  of: PeriodOf = unit,
): Promise<void> {
  await putObjectOnce(intake.lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  const { framework_id, version: framework_version, sha256: framework_sha256 } = framework;
  const about = { framework_id, framework_version, framework_sha256, ...terms };
  await addToPeriod(intake, { kind: 'opened', about }, of);
}

type PeriodDraft =
  Draft<PeriodEntry> extends infer D ? (D extends unknown ? Omit<D, 'at' | 'subject' | 'role'> : never) : never;

let causes = 0;

/** An entry of the period now, as if the routes had made it. */
export async function addToPeriod(intake: Intake, draft: PeriodDraft, of: PeriodOf = unit): Promise<void> {
  const by = { at: new Date().toISOString(), subject: 'p-publisher', role: 'publisher' };
  await appendToPeriod(intake, of, {
    cause: `request/test-${++causes}`,
    decide: () => ({ ...draft, ...by }) as Draft<PeriodEntry>,
  });
}
