import { quarter } from '../../sample-data/quarter.ts';
import { lastDayOf, parsePeriod } from '../../shared/periods/period.ts';
import { buildRelease, type WriteReport } from '../../shared/release/build-release.ts';
import {
  type Files,
  type FrozenInputs,
  inputFilesOf,
  readFrozenInputs,
  scoringInputs,
  writeFrozenInputs,
} from '../../shared/release/frozen-inputs.ts';
import { stateAnswers } from '../../shared/scoring/answer-states.ts';
import { scoreReference } from '../../shared/scoring/reference/score-reference.ts';
import { groupOf } from '../../shared/units/groups.ts';
import { membersOf } from '../../shared/units/registry.ts';
import { readGolden } from './golden.ts';

/** A stand-in: nobody here reads the workbook. */
const bare: WriteReport = async ({ release }) => new TextEncoder().encode(`báo cáo ${release}`);

/** Every promised file of a release, scored by the reference alone: no engine and no workbook. */
export async function releaseFrom(inputFiles: Files, release: string): Promise<Files> {
  const scores = scoreReference(scoringInputs(await readFrozenInputs(inputFiles)));
  return buildRelease({ release, inputFiles, scores }, bare);
}

/** The 2024 round of the 34, from the golden inputs. */
export const release2024 = async (): Promise<Files> =>
  releaseFrom(inputFilesOf(await readGolden()), 'dti/province34/2024/r1');

/** The illustrative quarter of the 34: 47 indicators of every rule, one unit missing, one decision of the ministry. */
export async function releaseOfQuarter(): Promise<Files> {
  const inputs = await quarterInputs();
  return releaseFrom(writeFrozenInputs(inputs), `dti/${inputs.group.group}/${inputs.period}/r1`);
}

async function quarterInputs(): Promise<FrozenInputs> {
  const { group, period, framework, files, note_vi } = await quarter('province34', '2026-Q3');
  const { holds: _, owner: __, ...named } = groupOf(group);
  const last = new Map(
    files.filter(({ variant }) => variant === 'right').map(({ unit, values }) => [unit.unit_id, values]),
  );
  const stated = [...last].map(([unit_id, values]) => {
    const observations = values.map((one) => ({
      ...one,
      unit_id,
      submission_sha256: 'a'.repeat(64),
      sheet: 'Số liệu',
      cell: 'H7',
    }));
    return stateAnswers(framework, { unit_id, group, period, observations, earlier: null });
  });
  const [unit_id] = last.keys();
  const decided = framework.indicators.find(({ due, assessed }) => assessed && due === 'quarterly')!;
  return {
    ...{ group: named, period, closing_date: lastDayOf(parsePeriod(period)), framework, notice_vi: note_vi },
    units: membersOf(group, period).map((unit) => ({
      ...{ unit_id: unit.unit_id, name_vi: unit.name_vi, submitted: last.has(unit.unit_id), ranked: true },
      ...{ submission_sha256: last.has(unit.unit_id) ? 'a'.repeat(64) : null, formed_from_vi: [] },
    })),
    observations: stated.flatMap(({ observations }) => observations),
    answers: stated.flatMap(({ answers }) => answers),
    appraisals: [{ unit_id: unit_id!, indicator: decided.indicator, points: '1.5', reason: null }],
  };
}
