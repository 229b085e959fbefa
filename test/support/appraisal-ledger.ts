import { issueAppraisal } from '../../functions/issue-appraisal/issue-appraisal.ts';
import { type AppraisalAnswer, recordAppraisal } from '../../functions/record-appraisal/record-appraisal.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import { digestOf, frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import type { Caller } from '../../shared/identity/caller.ts';
import { personOf } from '../../shared/identity/people.ts';
import { frameworkKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { unitChain } from '../../shared/ledger/chain.ts';
import { system } from '../../shared/ledger/entry.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readChain } from '../../shared/ledger/ledger.ts';
import type { UnitEntry } from '../../shared/ledger/unit-entry.ts';
import type { EvidenceRecord } from '../../shared/submission/evidence/evidence-record.ts';
import { writeFigures } from '../../shared/submission/figures-document.ts';
import { appraised, documentOf } from './appraisals.ts';
import { callerWith } from './callers.ts';
import { editWorkbook, signingKey } from './forms.ts';
import { addToPeriod, addToUnit, openRoundStores, round } from './ledger-round.ts';

const { sha256: _, ...content } = {
  ...appraised,
  legal_reference: { ...appraised.legal_reference, url: 'https://example.vn' },
  indicators: appraised.indicators.map((indicator) =>
    indicator.indicator === 'satisfied' ? indicator : { ...indicator, verified_by_vi: bodyOf(indicator.indicator) },
  ),
};
export const framework = { ...content, sha256: digestOf(content) };

function bodyOf(indicator: string): string {
  return indicator === 'plan' ? 'Bộ Nội vụ' : 'Cục Viễn thông';
}

export const appraiserWith = (subject = 'ministry-appraiser', changes: Partial<Caller> = {}): Caller =>
  callerWith({ subject, role: 'appraiser', ...changes });

export const officerWith = (unit_id: string, changes: Partial<Caller> = {}): Caller =>
  callerWith({ subject: `officer-${unit_id}`, role: 'officer', unit_id, ...changes });

/** Points and reason by `unit indicator`. */
export type Rows = Record<string, [points: number | string | null, reason: string | null]>;

/** What an appraiser types. */
export const fill = (bytes: Uint8Array, rows: Rows): Promise<Uint8Array> =>
  editWorkbook(bytes, (book) => {
    book.getWorksheet('Thẩm định')!.eachRow((row) => {
      const typed = rows[`${row.getCell(1).value} ${row.getCell(3).value}`];
      if (!typed) return;
      [row.getCell(9).value, row.getCell(10).value] = typed;
    });
  });

let requests = 0;
const newRequest = () => `request/appraisal-${++requests}`;
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A period of three indicators, open, on the real engines; what is sent comes through the ledger as the intake enters it. */
export async function openAppraisal() {
  const stores = await openRoundStores();
  const { lake } = stores;
  const deps = {
    ...stores,
    raw: { ...lake, name: 'raw-bucket' },
    signingKey: async () => signingKey,
    now: () => new Date('2025-02-01T00:00:00.000Z'),
  };
  await putObject(lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  const { framework_id, version, sha256 } = framework;
  const terms = { framework_id, framework_version: version, framework_sha256: sha256 };
  const by = { subject: 'p-publisher', role: 'publisher' };
  await addToPeriod(deps, round, { kind: 'opened', at: '2025-01-01T00:00:00.000Z', ...by, about: terms });

  /** An accepted file; its figures follow from `letter`. */
  async function receive(
    unit_id: string,
    letter: string,
    caller = officerWith(unit_id),
    evidence_records?: EvidenceRecord[],
  ): Promise<void> {
    const of = { ...round, unit_id };
    const subject = await personOf(deps.table, caller);
    const at = '2025-01-02T00:00:00.000Z';
    const received = { upload_number: ++requests, format: 'xlsx' as const, sha256: sha256Of(letter), bytes: 1 };
    const { entries } = await addToUnit(deps, of, {
      kind: 'received',
      at,
      subject,
      role: caller.role,
      about: received,
    });
    const document = documentOf(unit_id, letter);
    const observations = document.observations.map((one, index) =>
      index === 0 && evidence_records ? { ...one, evidence_records } : one,
    );
    const figures = { ...document, observations, framework_sha256: sha256, sha256: sha256Of(letter) };
    const answered = {
      ...{ receipt: foldUnit(entries).receipts.length, accepted: true, answer_sha256: sha256Of(`answer ${letter}`) },
      figures_sha256: await writeFigures(lake, figures),
      ...{ errors: 0, warnings: 0, compared_with: null },
    };
    await addToUnit(deps, of, { kind: 'answered', at, ...system, about: answered });
  }

  async function issue(caller = appraiserWith(), unit_id?: string): Promise<Uint8Array> {
    const link = await fetch((await issueAppraisal({ ...round, unit_id }, caller, deps)).url);
    return new Uint8Array(await link.arrayBuffer());
  }

  const send = (
    bytes: Uint8Array,
    caller = appraiserWith(),
    changes: Partial<typeof deps> = {},
  ): Promise<AppraisalAnswer> =>
    recordAppraisal({ ...round, contentType: xlsx, bytes, cause: newRequest() }, caller, { ...deps, ...changes });

  const decisionsOf = async (unit_id: string) =>
    (await readChain<UnitEntry>(deps.ledger, unitChain({ ...round, unit_id }))).flatMap((entry) =>
      entry.kind === 'decision' ? [entry] : [],
    );

  const close = (at = '2025-03-01T00:00:00.000Z') =>
    addToPeriod(deps, round, { kind: 'closed', at, ...by, about: { ground: 'all_in' } });
  const reopen = (unit_id: string) =>
    addToPeriod(deps, round, {
      ...{ kind: 'reopened', at: '2025-03-02T00:00:00.000Z', ...by },
      about: { unit_id, until_at: '2025-03-09T17:00:00.000Z', reason_vi: 'Bổ sung hồ sơ' },
    });

  return { deps, receive, issue, send, decisionsOf, close, reopen };
}
