import { readReleaseSite } from '../../functions/draw-pages/read-release-site.ts';
import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { readDocument } from '../../shared/lake/documents.ts';
import { decisionsKey, figuresKey } from '../../shared/lake/keys.ts';
import { type Bucket, putObject } from '../../shared/lake/objects.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import { readCorrectedFiles } from '../../shared/release/corrected-release.ts';
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
import { writePrepared, writeScores } from '../../shared/release/run-files.ts';
import { scoreboardOf } from '../../shared/release/run-scoreboard.ts';
import { releaseNameOf, type Selection } from '../../shared/release/selection.ts';
import { keepSitePlan, sitePartKey } from '../../shared/release/site-plan.ts';
import { writeScoreboard } from '../../shared/score-store/scores.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { FrozenAppraisal, FrozenObservation } from '../../shared/scoring/scores.ts';
import { drawPage } from '../../shared/site/draw-page.ts';
import { languages } from '../../shared/site/language.ts';
import { listPages } from '../../shared/site/page-list.ts';
import { packSite } from '../../shared/site/site-pack.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf } from '../../shared/units/registry.ts';
import type { Engines } from './engines.ts';
import { framework } from './round-workbooks.ts';
import { siteAssets } from './site-assets.ts';

export type Figure = Pick<FrozenObservation, 'indicator' | 'input' | 'value'>;

/** Freezes, scores and lays ready what was selected, without the workflow. Answers the hash of its manifest. */
export async function layRound(
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

const bare: WriteReports = async ({ scoreboard: { release } }) =>
  new Map([['ranking.xlsx', new TextEncoder().encode(`report of ${release}`)]]);

async function freeze(selection: Selection, by: Framework, lake: Bucket): Promise<FrozenInputs> {
  const { group, period, submissions } = selection;
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

async function freezeDecisions(
  { group, period, appraisals = [] }: Selection,
  lake: Bucket,
): Promise<FrozenAppraisal[]> {
  const rows = appraisals.map(async ({ unit_id, indicator, decisions_sha256 }) => {
    const key = decisionsKey({ group, period, unit_id }, decisions_sha256);
    const { points } = await readDocument<{ points: Record<string, string> }>(lake, key, decisions_sha256);
    // Without names: what the table of decisions holds besides is the freeze's to say.
    const said = { appraised_by: '', appraised_at: '', reason: 'Thiếu hồ sơ' };
    return { unit_id, indicator, points: points[indicator]!, ...said };
  });
  return Promise.all(rows);
}
