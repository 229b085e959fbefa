import { type Quarter, quarter } from '../../sample-data/quarter.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { buildRelease } from '../../shared/release/build-release.ts';
import {
  correctedPath,
  correctionPath,
  type Files,
  type FrozenInputs,
  fileOf,
  inputFilesOf,
  keepAsCorrected,
  readFrozenInputs,
  scoringInputs,
  writeFrozenInputs,
} from '../../shared/release/frozen-inputs.ts';
import type { WriteReports } from '../../shared/release/report-source.ts';
import { stateAnswers } from '../../shared/scoring/answer-states.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import type { FrozenObservation } from '../../shared/scoring/scores.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { readGolden } from './golden.ts';

/** A stand-in: nobody here reads the workbook. */
const bare: WriteReports = async ({ scoreboard: { release } }) =>
  new Map([['ranking.xlsx', new TextEncoder().encode(`báo cáo ${release}`)]]);

/** Every promised file of a release, scored by the reference alone: no engine and no workbook. */
export async function releaseFrom(inputFiles: Files, release: string): Promise<Files> {
  const scores = scoreReference(scoringInputs(await readFrozenInputs(inputFiles)));
  return buildRelease({ release, inputFiles, scores }, bare);
}

/** The 2024 round of the 34, from the golden inputs. */
export const release2024 = async (): Promise<Files> =>
  releaseFrom(inputFilesOf(await readGolden()), 'dti/province34/2024/r1');

/** The same corrected: `r2`, in which one figure is another one, over `r1`. */
export async function correctionOf2024(first: Files): Promise<Files> {
  const inputs = await readFrozenInputs(inputFilesOf(first));
  const [changed, ...rest] = inputs.observations;
  const observations = [{ ...changed!, value: '0.5' }, ...rest];
  const reason = { text_vi: 'Đơn vị khai nhầm số liệu', kind: 'input', found_by: 'công dân' };
  const correction = { corrects: 'dti/province34/2024/r1', reason };
  const inputFiles: Files = new Map([
    ...writeFrozenInputs({ ...inputs, observations }),
    [correctionPath, new TextEncoder().encode(JSON.stringify(correction))],
    [correctedPath, fileOf(first, 'scoreboard.json')],
    ...keepAsCorrected(first),
  ]);
  return releaseFrom(inputFiles, 'dti/province34/2024/r2');
}

/**
 * The illustrative quarter of the 34, 47 indicators of every rule: what is not due is carried from the year before, two
 * units are missing, and the ministry decided once.
 */
export async function releaseOfQuarter(): Promise<Files> {
  const inputs = await quarterInputs();
  return releaseFrom(writeFrozenInputs(inputs), `dti/${inputs.group.group}/${inputs.period}/r1`);
}

async function quarterInputs(): Promise<FrozenInputs> {
  const now = await quarter('province34', '2026-Q3');
  const { group, period, framework } = now;
  const { holds: _, owner: __, ...named } = groupOf(group);
  const [declared, before] = [declaredIn(now), declaredIn(await quarter('province34', '2025'))];
  const stated = [...declared].map(([unit_id, observations]) => {
    const carried = before.get(unit_id);
    const earlier = carried ? { period: '2025', observations: carried, answers: [], appraisals: [] } : null;
    return stateAnswers(framework, { unit_id, group, period, observations, earlier });
  });
  const [unit_id] = declared.keys();
  const decided = framework.indicators.find(({ due, assessed }) => assessed && due === 'quarterly')!;
  return {
    ...{ group: named, period, closing_date: lastDayOf(parsePeriod(period)), framework, notice_vi: now.note_vi },
    units: membersOf(group, period).map((unit) => ({
      ...{ unit_id: unit.unit_id, name_vi: unit.name_vi, submitted: declared.has(unit.unit_id), ranked: true },
      ...{ submission_sha256: declared.has(unit.unit_id) ? submission_sha256 : null, formed_from_vi: [] },
    })),
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
    appraisals: [{ unit_id: unit_id!, indicator: decided.indicator, points: '1.5', reason: null }],
  };
}

const submission_sha256 = 'a'.repeat(64);

/** By unit, of the files that are as they should be. */
const declaredIn = ({ files }: Quarter): Map<string, FrozenObservation[]> =>
  new Map(
    files
      .filter(({ variant }) => variant === 'right')
      .map(({ unit: { unit_id }, values }) => [
        unit_id,
        values.map(({ indicator, input, value }) => ({
          ...{ unit_id, indicator, input, value, submission_sha256, sheet: 'Số liệu', cell: 'H7' },
        })),
      ]),
  );
