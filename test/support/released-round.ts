import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { onTestFinished } from 'vitest';
import { readReleaseSite } from '../../functions/draw-pages/read-release-site.ts';
import { openPreview } from '../../functions/open-preview/open-preview.ts';
import { type PublishedRelease, publishRelease } from '../../functions/publish-release/publish-release.ts';
import { answerObjection } from '../../functions/record-objection/answer-objection.ts';
import { recordObjection } from '../../functions/record-objection/record-objection.ts';
import { startDynamo } from '../../infra/local/dynamodb.ts';
import { localCredentials, localNames, localRegion } from '../../infra/local/names.ts';
import { round2024 } from '../../sample-data/rounds.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { frameworkDocument } from '../../shared/frameworks/framework-document.ts';
import { personOf } from '../../shared/identity/people.ts';
import { readDocument, writeDocument } from '../../shared/lake/documents.ts';
import { decisionsKey, figuresKey, frameworkKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObject } from '../../shared/lake/objects.ts';
import { appendToPeriod, appendToUnit, type LedgerDeps } from '../../shared/ledger/append.ts';
import { system } from '../../shared/ledger/entry.ts';
import type { PeriodState, ReleaseState } from '../../shared/ledger/fold-period.ts';
import type { PeriodTerms } from '../../shared/ledger/period-entry.ts';
import { readPeriod, readUnit } from '../../shared/ledger/read-ledger.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { readCorrectedFiles } from '../../shared/release/corrected-release.ts';
import { endRun } from '../../shared/release/end-run.ts';
import {
  type Files,
  type FrozenInputs,
  fileOf,
  readFrozenInputs,
  scoringInputs,
  writeFrozenInputs,
} from '../../shared/release/frozen-inputs.ts';
import { manifestPath } from '../../shared/release/manifest.ts';
import { collectReceipts } from '../../shared/release/provenance/collect-receipts.ts';
import { keepProvenance } from '../../shared/release/provenance/kept-provenance.ts';
import type { WriteReports } from '../../shared/release/report-source.ts';
import { keepSelection, writePrepared, writeScores } from '../../shared/release/run-files.ts';
import { scoreboardOf } from '../../shared/release/run-scoreboard.ts';
import { selectInputs } from '../../shared/release/select-inputs.ts';
import { type CorrectionReason, releaseNameOf, runIdOf, type Selection } from '../../shared/release/selection.ts';
import { keepSitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { writeScoreboard } from '../../shared/score-store/scores.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { FrozenAppraisal, FrozenObservation } from '../../shared/scoring/scores.ts';
import type { Signer } from '../../shared/signing/signer.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages } from '../../shared/site/page-list.ts';
import { packSite } from '../../shared/site/site-pack.ts';
import { writeAnswerDocument } from '../../shared/submission/answer-document.ts';
import type { Finding } from '../../shared/submission/submission.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { startTestS3 } from '../infra/local/s3/start-test-s3.ts';
import { temporaryDirectory } from '../infra/local/temporary-directory.ts';
import { callerWith } from './callers.ts';
import { hashNamed } from './hash-named.ts';
import { framework } from './round-workbooks.ts';
import { makeSigner } from './signer.ts';
import { siteAssets } from './site-assets.ts';

export const group = 'province34';
export const { issuer } = callerWith();

export interface Engines extends LedgerDeps {
  lake: Bucket;
  publicBucket: Bucket;
  signer: Signer;
}

/** S3 and DynamoDB of one test. */
export async function openEngines(): Promise<Engines> {
  const { client } = await startTestS3({ buckets: ['lake', 'public'] });
  const dynamo = await startDynamo({ directory: await temporaryDirectory() });
  const options = { endpoint: dynamo.url, region: localRegion, credentials: localCredentials };
  const database = new DynamoDBClient(options);
  onTestFinished(async () => {
    database.destroy();
    await dynamo.close();
  });
  const documents = DynamoDBDocumentClient.from(database, { marshallOptions: { removeUndefinedValues: true } });
  return {
    lake: { client, name: 'lake' },
    publicBucket: { client, name: 'public' },
    signer: await makeSigner(),
    table: { client: documents, name: localNames.SCORE_TABLE },
    ledger: { chains: { client: documents, name: localNames.LEDGER_TABLE } },
  };
}

/** Of a file that was not accepted. */
export const refusal: Finding = {
  ...{ rule: 'NOT_NUMBER', severity: 'error', sheet: 'Số liệu', cell: 'H7', row: null, field: null, value: 'chín' },
  ...{ message_vi: 'Ô H7: giá trị “chín” chưa phải là số.', message_en: 'Cell H7: “chín” is no number.' },
};

type Figure = Pick<FrozenObservation, 'indicator' | 'input' | 'value'>;

/** What the unit published for 2024, with other values by indicator. */
export function figuresOf(unitId: string, changes: Record<string, string> = {}): Figure[] {
  const { values } = round2024(group).rows.find(({ unit }) => unit.unit_id === unitId)!;
  return values.map(({ indicator, input, value }) => ({ indicator, input, value: changes[indicator] ?? value }));
}

export interface Sent {
  by?: string;
  changes?: Record<string, string>;
  accepted?: boolean;
  /** By API, so that its figures stand in elements and not in cells. */
  format?: 'json';
}

export interface RoundOptions {
  period?: string;
  terms?: Partial<PeriodTerms>;
  /** A stand-in where nobody reads the workbook. */
  writeReports?: WriteReports;
}

/**
 * A period whose chains and documents are written without the doors of the intake, and whose runs are scored without the
 * workflow: what publishing reads and writes is real.
 */
export async function openRound(engines: Engines, { period = '2024', terms, writeReports }: RoundOptions = {}) {
  const of = { group, period };
  let minutes = 0;
  /** A minute later at each look. */
  const now = () => new Date(Date.UTC(2099, 9, 5) + minutes++ * 60_000);
  const at = () => now().toISOString();
  const person = async (subject: string, role: string) => ({
    subject: await personOf(engines.table, { issuer, subject }),
    role,
  });
  const periodState = async (): Promise<PeriodState> => (await readPeriod(engines.ledger, of))!;
  const causes = { next: 0 };
  const cause = (what: string) => `${what}-${causes.next++}`;

  await putObject(engines.lake, frameworkKey(framework.sha256), frameworkDocument(framework));
  const { framework_id, version, sha256 } = framework;
  const opener = await person('ministry-opener', 'publisher');
  await appendToPeriod(engines, of, {
    cause: cause('open'),
    decide: () => ({
      ...{ kind: 'opened', at: at(), ...opener },
      about: { framework_id, framework_version: version, framework_sha256: sha256, ...terms },
    }),
  });

  /** The unit's next file, by its officer unless told otherwise. */
  async function receive(unitId: string, { by = `officer-${unitId}`, changes, accepted = true, format }: Sent = {}) {
    const unit = { ...of, unit_id: unitId };
    const arrival = cause('upload');
    const number = causes.next;
    const sent = figuresOf(unitId, changes);
    const sha256 = hashNamed(`${unitId} ${JSON.stringify(sent)} ${number}`);
    const rows = sent.map((figure, place) => ({ ...figure, submission_sha256: sha256, row: place + 1 }));
    const document = { figures: sent, ...(format ? { observations: rows } : {}) };
    const figures = await writeDocument(engines.lake, (hash) => figuresKey(unit, hash), document);
    const officer = await person(by, 'officer');
    const { receipts } = await readUnit(engines.ledger, unit);
    const answer_sha256 = await writeAnswerDocument(engines.lake, {
      ...{ ...unit, receipt: receipts.length + 1, declared_unit_id: unitId, sha256, format: format ?? 'xlsx' },
      ...{ file_name: `${arrival}.xlsx`, received_at: '2099-10-05T00:00:00.000Z', framework_sha256: framework.sha256 },
      ...{ accepted, compared_with: null, findings: accepted ? [] : [refusal] },
    });
    await appendToUnit(engines, unit, {
      cause: arrival,
      decide: () => ({
        ...{ kind: 'received', at: at(), ...officer },
        about: { upload_number: number, format: format ?? 'xlsx', sha256, bytes: 1000 },
      }),
    });
    await appendToUnit(engines, unit, {
      cause: `answer/${arrival}`,
      decide: () => ({
        ...{ kind: 'answered', at: at(), ...system },
        about: {
          ...{ receipt: receipts.length + 1, accepted, answer_sha256 },
          ...{ figures_sha256: accepted ? figures : null, errors: accepted ? 0 : 1, warnings: 0, compared_with: null },
        },
      }),
    });
  }

  const currentFigures = async (unitId: string) => {
    const { selection } = await selectInputs(of, await periodState(), framework, engines);
    return selection.submissions.find(({ unit_id }) => unit_id === unitId)!.figures_sha256;
  };

  async function certify(unitId: string, receipt: number, by: string) {
    const certifier = await person(by, 'certifier');
    await appendToUnit(
      engines,
      { ...of, unit_id: unitId },
      {
        cause: cause('certify'),
        decide: () => ({
          kind: 'certified',
          at: at(),
          ...certifier,
          about: { receipt, figures_sha256: hashNamed('x') },
        }),
      },
    );
  }

  async function appraise(unitId: string, points: Record<string, string>, by: string) {
    const unit = { ...of, unit_id: unitId };
    const reason = 'Thiếu hồ sơ';
    const appraiser = await person(by, 'appraiser');
    const figures_sha256 = await currentFigures(unitId);
    const decisions = await writeDocument(engines.lake, (hash) => decisionsKey(unit, hash), {
      ...{ points, decisions: Object.entries(points).map(([indicator, own]) => ({ indicator, points: own, reason })) },
    });
    await appendToUnit(engines, unit, {
      cause: cause('appraise'),
      decide: () => ({
        ...{ kind: 'decision', at: at(), ...appraiser },
        about: {
          ...{ figures_sha256, decisions_sha256: decisions, appraisal_sha256: hashNamed('workbook') },
          ...{ decided: Object.keys(points), withdrawn: [] },
        },
      }),
    });
  }

  async function close() {
    const closer = await person('ministry-opener', 'publisher');
    await appendToPeriod(engines, of, {
      cause: cause('close'),
      decide: () => ({ kind: 'closed', at: at(), ...closer, about: { ground: 'period_over' } }),
    });
  }

  async function reopen(unitId: string) {
    const opener = await person('ministry-opener', 'publisher');
    await appendToPeriod(engines, of, {
      cause: cause('reopen'),
      decide: () => ({
        ...{ kind: 'reopened', at: at(), ...opener },
        about: { unit_id: unitId, until_at: '2099-12-31T17:00:00.000Z', reason_vi: 'Số liệu sai' },
      }),
    });
  }

  /** Reopens, receives, closes again. */
  async function resend(unitId: string, sent: Sent) {
    await reopen(unitId);
    await receive(unitId, sent);
    await close();
  }

  /** Selects, freezes, scores and lays ready what counts now; with a reason, in the place of the last release. */
  async function run({ by = 'ministry-runner', reason }: { by?: string; reason?: CorrectionReason } = {}) {
    const state = await periodState();
    const { selection: inputs, units } = await selectInputs(of, state, framework, engines);
    const last = state.releases.at(-1);
    const selection: Selection = last && reason ? { ...inputs, corrects: { ...correctedOf(last), reason } } : inputs;
    const run_id = runIdOf(selection);
    const heads = units.flatMap(({ unit_id, unit }) => (unit.head ? [[unit_id, unit.head] as const] : []));
    await keepSelection(engines.lake, run_id, selection, { period: state.head, units: Object.fromEntries(heads) });
    const runner = await person(by, 'publisher');
    const attempt = (state.runs.get(run_id)?.attempt ?? 0) + 1;
    await appendToPeriod(engines, of, {
      cause: cause('run'),
      decide: () => ({ kind: 'run-started', at: at(), ...runner, about: { run_id, attempt } }),
    });
    const manifest_sha256 = await layReady(run_id, selection, engines, writeReports);
    await endRun({ run_id, attempt }, selection, { at: now(), manifest_sha256 }, engines);
    return run_id;
  }

  const publish = (
    run_id: string,
    { by = 'ministry-releaser', despite, ...changes }: Publishing = {},
  ): Promise<PublishedRelease> =>
    publishRelease({ run_id, despite }, callerWith({ subject: by }), {
      ...{ ...engines, now, codeVersion: 'test', origin: 'https://dti.example', ...changes },
    });

  /** Lets units see a run; the round's clock stands on 2099-10-05. */
  const show = (run_id: string, until = '2099-10-10', by = 'ministry-runner') =>
    openPreview({ run_id, until, cause: cause('preview') }, callerWith({ subject: by }), { ...engines, now });

  const object = (unit_id: string, indicator?: string, changes: Partial<{ now: () => Date; by: string }> = {}) =>
    recordObjection(
      { ...of, unit_id, indicator, text_vi: 'Điểm chưa đúng', cause: cause('objection') },
      callerWith({ subject: changes.by ?? `head-${unit_id}`, role: 'certifier', unit_id }),
      { ...engines, now: changes.now ?? now },
    );

  const answerTo = (unit_id: string, number: string, by = 'ministry-runner') =>
    answerObjection(
      { ...of, unit_id, number, outcome: 'declined', text_vi: 'Đã xem lại, giữ nguyên', cause: cause('answer') },
      callerWith({ subject: by }),
      { ...engines, now },
    );

  const previewed = { show, object, answerTo };
  return {
    of,
    now,
    receive,
    certify,
    appraise,
    close,
    reopen,
    resend,
    run,
    publish,
    periodState,
    person,
    ...previewed,
  };
}

export type TestRound = Awaited<ReturnType<typeof openRound>>;

interface Publishing extends Partial<Engines> {
  by?: string;
  despite?: string;
  now?: () => Date;
  isLate?: () => boolean;
}

async function layReady(
  runId: string,
  selection: Selection,
  { lake, table, ledger }: Engines,
  writeReports: WriteReports = bare,
) {
  const { corrects } = selection;
  const inputFiles: Files = new Map([
    ...writeFrozenInputs(await freeze(selection, framework, lake)),
    ...(corrects ? await readCorrectedFiles(corrects, lake) : []),
  ]);
  const inputs = await readFrozenInputs(inputFiles);
  const scores = scoreReference(scoringInputs(inputs));
  const release = releaseNameOf(selection);
  const files = await buildRelease({ release, inputFiles, scores }, writeReports);
  await writePrepared(lake, runId, files);
  await keepProvenance(lake, runId, await collectReceipts({ release, run_id: runId }, inputs, { lake, ledger }));
  await writeScores(lake, runId, scores);
  await writeScoreboard(table, runId, await scoreboardOf(release, inputFiles, scores));
  await drawFirstPage({ lake, table }, runId);
  return sha256Of(fileOf(files, manifestPath));
}

/** Of all pages the one that says most: the rest are drawn and put the same way. */
async function drawFirstPage({ lake, table }: Pick<Engines, 'lake' | 'table'>, runId: string): Promise<void> {
  const site = await readReleaseSite(runId, siteAssets, { lake, table });
  const [first] = listPages(site.scoreboard);
  const pages = languages.map((language) => ({ language, path: first!.path, html: drawPage(site, first!, language) }));
  await putObject(lake, sitePartKey(runId, 0), packSite({ pages, assets: [] }));
  await keepSitePlan(lake, runId, { extent: 'rankings', parts: 1, paths: [first!.path] });
}

const correctedOf = ({ release, run_id, manifest_sha256 }: ReleaseState) => ({ release, run_id, manifest_sha256 });

const bare: WriteReports = async ({ scoreboard: { release } }) =>
  new Map([['ranking.xlsx', new TextEncoder().encode(`report of ${release}`)]]);

async function freeze(selection: Selection, by: Framework, lake: Bucket): Promise<FrozenInputs> {
  const { period, submissions } = selection;
  const { holds: _, owner: __, ...named } = groupOf(group);
  const files = new Map(submissions.map((one) => [one.unit_id, one.sha256]));
  const observations = submissions.map(async ({ unit_id, sha256, figures_sha256, format }) => {
    const place = format === 'xlsx' ? { sheet: 'Số liệu', cell: 'H7' } : { sheet: null, cell: null };
    const key = figuresKey({ group, period, unit_id }, figures_sha256);
    const { figures } = await readDocument<{ figures: Figure[] }>(lake, key, figures_sha256);
    return figures.map((figure) => ({ ...figure, unit_id, submission_sha256: sha256, ...place }));
  });
  return {
    ...{ group: named, period, closing_date: lastDayOf(parsePeriod(period)), framework: by },
    units: membersOf(group, period).map(({ unit_id, name_vi }) => ({
      ...{ unit_id, name_vi, submitted: files.has(unit_id), ranked: true },
      ...{ submission_sha256: files.get(unit_id) ?? null, formed_from_vi: [] },
    })),
    observations: (await Promise.all(observations)).flat(),
    answers: [],
    appraisals: await freezeDecisions(selection, lake),
  };
}

async function freezeDecisions({ period, appraisals = [] }: Selection, lake: Bucket): Promise<FrozenAppraisal[]> {
  const rows = appraisals.map(async ({ unit_id, indicator, decisions_sha256 }) => {
    const key = decisionsKey({ group, period, unit_id }, decisions_sha256);
    const { points } = await readDocument<{ points: Record<string, string> }>(lake, key, decisions_sha256);
    // Without names: what the table of decisions holds besides is the freeze's to say.
    const said = { appraised_by: '', appraised_at: '', reason: 'Thiếu hồ sơ' };
    return { unit_id, indicator, points: points[indicator]!, ...said };
  });
  return Promise.all(rows);
}
