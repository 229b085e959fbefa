import { canonicalJson } from '../digest/canonical-json.ts';
import { frameworkDocument, readFrameworkDocument } from '../frameworks/framework-document.ts';
import { Fault } from '../observability/fault.ts';
import { lastDayOf, parsePeriod } from '../periods/period.ts';
import type { PredecessorScore } from '../scoring/freeze-tables.ts';
import { type PublishedValue, scoreSuccessors } from '../scoring/reference/score-successors.ts';
import type { Scoreboard } from '../scoring/scoreboard.ts';
import type { Scores } from '../scoring/scores.ts';
import { groupOf } from '../units/groups.ts';
import { membersOf, predecessorsOf } from '../units/registry.ts';
import type { Group } from '../units/unit.ts';
import { withOutputs } from './build-release.ts';
import { buildScoreboard } from './build-scoreboard.ts';
import { type Files, fileOf, frameworkPath, inputsDigest, populationPath, textOf } from './frozen-inputs.ts';
import { refusePublished } from './published/build-published.ts';
import type { WriteReports } from './report-source.ts';

/** The predecessors' release, byte for byte, as an input of what is derived from it. */
const predecessorsPath = 'inputs/predecessors.json';
const successorInputPaths = [frameworkPath, populationPath, predecessorsPath];

export interface SuccessorPopulation {
  group: Group;
  period: string;
  closing_date: string;
  units: { unit_id: string; name_vi: string; formed_from: string[]; formed_from_vi: string[] }[];
}

/** Freezes what a derived release is computed from: a release of the predecessors and who came from whom. */
export function freezeSuccessors(source: Files, group: string): Files {
  refusePublished(source);
  const scoreboard = JSON.parse(textOf(source, 'scoreboard.json')) as Scoreboard;
  const { period } = scoreboard;
  const { group: id, name_vi, name_en, from, to, ranked } = groupOf(group);
  const population: SuccessorPopulation = {
    group: { group: id, name_vi, name_en, from, to, ranked },
    period,
    closing_date: lastDayOf(parsePeriod(period)),
    units: membersOf(group, period).map((unit) => ({
      unit_id: unit.unit_id,
      name_vi: unit.name_vi,
      formed_from: unit.formed_from,
      formed_from_vi: predecessorsOf(unit).map((predecessor) => predecessor.name_vi),
    })),
  };
  const framework = readFrameworkDocument(textOf(source, frameworkPath));
  const encode = (text: string) => new TextEncoder().encode(text);
  return new Map([
    [frameworkPath, encode(frameworkDocument(framework))],
    [populationPath, encode(`${canonicalJson(population)}\n`)],
    [predecessorsPath, fileOf(source, 'scoreboard.json')],
  ]);
}

export const isDerived = (files: Files): boolean => files.has(predecessorsPath);

export interface SuccessorSource {
  population: SuccessorPopulation;
  predecessors: Scoreboard;
  framework: ReturnType<typeof readFrameworkDocument>;
}

function readSuccessorSource(inputFiles: Files): SuccessorSource {
  return {
    population: JSON.parse(textOf(inputFiles, populationPath)) as SuccessorPopulation,
    predecessors: JSON.parse(textOf(inputFiles, predecessorsPath)) as Scoreboard,
    framework: readFrameworkDocument(textOf(inputFiles, frameworkPath)),
  };
}

/**
 * Rows for the SQL engine: every assessed main index of every predecessor of a successor; none of a successor that lacks
 * one of them, so that it has no value and the others have theirs.
 */
export function predecessorScores(inputFiles: Files): {
  framework: SuccessorSource['framework'];
  rows: PredecessorScore[];
} {
  const { population, predecessors, framework } = readSuccessorSource(inputFiles);
  const scores = new Map(predecessors.units.map((unit) => [unit.unit_id, unit.scores]));
  const assessed = [...new Set(framework.indicators.filter((one) => one.assessed).map(({ main_index }) => main_index))];
  const rows = population.units.map(({ unit_id, formed_from }) =>
    formed_from.flatMap((predecessor_id) =>
      assessed.map((main_index) => ({
        unit_id,
        predecessor_id,
        measure: main_index,
        value: scores.get(predecessor_id)?.[main_index]?.value ?? null,
      })),
    ),
  );
  return { framework, rows: rows.filter((own) => own.every(({ value }) => value !== null)).flat() };
}

/** Scores of the successors by the framework's rule, in exact decimals. */
export function scoreSuccessorFiles(inputFiles: Files): Scores {
  const { population, predecessors, framework } = readSuccessorSource(inputFiles);
  const successors = population.units.map(({ unit_id, formed_from }) => ({ unit_id, formed_from, ranked: false }));
  return scoreSuccessors({ framework, successors, measure_scores: publishedValuesOf(predecessors) });
}

const publishedValuesOf = ({ units }: Scoreboard): PublishedValue[] =>
  units.flatMap(({ unit_id, scores }) =>
    Object.entries(scores).map(([measure, { value }]) => ({ unit_id, measure, value })),
  );

/** `dti/province34/2024/from-province63-r1`: derived, so it is never anybody's current release. */
export function buildSuccessors(inputFiles: Files, scores: Scores, writeReports: WriteReports): Promise<Files> {
  const { population, predecessors, framework } = readSuccessorSource(inputFiles);
  const { group, period, closing_date, units } = population;
  const scored = new Set(scores.measure_scores.map(({ unit_id }) => unit_id));
  const scoreboard = buildScoreboard({
    release: `${predecessors.index}/${group.group}/${period}/${derivedPart(predecessors)}`,
    group,
    period,
    closingDate: closing_date,
    scores,
    units: units.map(({ unit_id, name_vi }) => ({ unit_id, name_vi, submitted: scored.has(unit_id), ranked: false })),
    framework,
    inputsSha256: inputsDigest(inputFiles),
    submissions: new Map(),
    answers: [],
    formedFrom: new Map(units.map(({ unit_id, formed_from_vi }) => [unit_id, formed_from_vi])),
    derivedFrom: predecessors.release,
  });
  return withOutputs({ scoreboard, scores, inputs: null }, inputFiles, writeReports);
}

/** `from-province63-r1` */
function derivedPart({ release, group }: Scoreboard): string {
  const number = /\/(r\d+)$/.exec(release)?.[1];
  if (!number) throw new Fault('RELEASE_UNSUITABLE', `${release} is not a numbered release to derive from`);
  return `from-${group}-${number}`;
}

export const successorInputs = (files: Files): Files =>
  new Map(successorInputPaths.map((path) => [path, fileOf(files, path)]));
