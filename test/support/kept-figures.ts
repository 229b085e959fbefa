import { sha256Of } from '../../shared/digest/canonical-json.ts';
import type { Framework } from '../../shared/frameworks/framework.ts';
import { runKey } from '../../shared/lake/keys.ts';
import { putObject } from '../../shared/lake/objects.ts';
import { system } from '../../shared/ledger/entry.ts';
import { foldUnit } from '../../shared/ledger/fold-unit.ts';
import { readPeriod } from '../../shared/ledger/read-ledger.ts';
import { runIdOf, type Selection } from '../../shared/release/selection.ts';
import { makeCurrent, reserveRelease } from '../../shared/score-store/releases.ts';
import { writeScoreboard } from '../../shared/score-store/scores.ts';
import { writeFigures } from '../../shared/submission/figures-document.ts';
import type { Observation } from '../../shared/submission/submission.ts';
import { frameworkOf } from './forms.ts';
import { addToPeriod, addToUnit, type RoundDeps } from './ledger-round.ts';
import { buildProvinceScoreboard } from './scoreboard-builder.ts';

const framework = frameworkOf([]);

interface Sent {
  period: string;
  unit_id?: string;
  accepted?: boolean;
  upload_number?: number;
}

type Figures = Record<string, string>;

/** A file of the unit with figures by `indicator` or `indicator/input`, as the intake keeps it; the hash of its figures. */
export async function keep(
  deps: RoundDeps,
  { period, unit_id = 'P01-2025', accepted = true, upload_number = 1 }: Sent,
  declared: Figures,
  frameworkId = 'dti-test',
): Promise<string> {
  const of = { group: 'province34', period, unit_id };
  await openFor(deps, period, { ...framework, framework_id: frameworkId });
  const sha256 = sha256Of(JSON.stringify([of, declared]));
  const about = { upload_number, format: 'xlsx' as const, sha256, bytes: 100 };
  const { entries } = await addToUnit(deps, of, { kind: 'received', at, ...sender, about });
  const figures = { ...of, sha256, format: 'xlsx' as const, framework_sha256: framework.sha256, explained: [] };
  const observations = observationsOf(declared, { unit_id, submission_sha256: sha256 });
  const figures_sha256 = await writeFigures(deps.lake, { ...figures, observations });
  const receipt = foldUnit(entries).receipts.length;
  const counts = { errors: accepted ? 0 : 1, warnings: 0, compared_with: null };
  const answered = { receipt, accepted, answer_sha256: sha256, figures_sha256: accepted ? figures_sha256 : null };
  await addToUnit(deps, of, { kind: 'answered', at, ...system, about: { ...answered, ...counts } });
  return figures_sha256;
}

const at = '2026-10-05T01:02:03.000Z';
const sender = { subject: 'p-officer', role: 'officer' };

const observationsOf = (declared: Figures, from: { unit_id: string; submission_sha256: string }): Observation[] =>
  Object.entries(declared).map(([key, value]) => {
    const [indicator, input = 'value'] = key.split('/') as [string, string?];
    return { ...from, indicator, input, value, evidence: 'QĐ 1', note: null, sheet: 'S', cell: 'I8', row: null };
  });

/** Opens a period, unless it is. */
export async function openFor(deps: RoundDeps, period: string, by: Framework): Promise<void> {
  const of = { group: 'province34', period };
  if (await readPeriod(deps.ledger, of)) return;
  const { framework_id, version: framework_version, sha256: framework_sha256 } = by;
  const about = { framework_id, framework_version, framework_sha256 };
  const opened = { kind: 'opened' as const, at: '2025-01-01T00:00:00.000Z', ...sender, about };
  await addToPeriod(deps, of, opened);
}

/** Publishes that these figures of the unit counted in their period. */
export async function release(deps: RoundDeps, period: string, figures_sha256: string): Promise<void> {
  const { table, lake } = deps;
  const scoreboard = buildProvinceScoreboard();
  const { framework_id, version, sha256: hash } = framework;
  const header = { ...scoreboard.framework, framework_id, version, sha256: hash };
  const submissions = [{ unit_id: 'P01-2025', sha256: hash, format: 'xlsx', figures_sha256 }];
  const selection = { period, submissions } as Selection;
  const run_id = runIdOf(selection);
  await writeScoreboard(table, run_id, { ...scoreboard, period, framework: header });
  await putObject(lake, runKey(run_id, 'selection.json'), JSON.stringify(selection));
  const published = {
    ...{ release: `dti/province34/${period}/r1`, index: 'dti', group: 'province34', period, number: 1 },
    ...{ run_id, inputs_sha256: hash, manifest_sha256: hash },
    ...{ released_at: '2026-12-31T00:00:00.000Z', code_version: 'test', published: true },
  };
  const of = { group: 'province34', period };
  await openFor(deps, period, framework);
  await addToPeriod(deps, of, { kind: 'run-started', at, ...sender, about: { run_id, attempt: 1 } });
  const about = { run_id, release: published.release, manifest_sha256: hash };
  await addToPeriod(deps, of, { kind: 'released', at, ...sender, about });
  await reserveRelease(table, published);
  await makeCurrent(table, published);
}
