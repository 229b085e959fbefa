import { canonicalJson, sha256Of } from '../../digest/canonical-json.ts';
import type { Framework } from '../../frameworks/framework.ts';
import { frameworkDocument, readFrameworkDocument } from '../../frameworks/framework-document.ts';
import { measuresOf } from '../../frameworks/measures.ts';
import { Fault } from '../../observability/fault.ts';
import { lastDayOf, parsePeriod } from '../../periods/period.ts';
import { groupOf } from '../../units/groups.ts';
import { findUnitByName, membersOf } from '../../units/registry.ts';
import type { Group } from '../../units/unit.ts';
import { type Files, fileOf, frameworkPath, inputsDigest, populationPath, textOf } from '../frozen-inputs.ts';
import { manifestPath } from '../manifest.ts';
import { openDataFiles } from '../open-data/open-data-files.ts';
import { publishedName } from '../release-name.ts';
import { renderScoreboardCsv } from '../scoreboard-csv.ts';
import { renderScoreboardJson } from '../scoreboard-json.ts';
import { buildPublishedScoreboard } from './build-published-scoreboard.ts';
import { writePublishedManifest } from './published-manifest.ts';
import { type PublishedSource, publishedSourceShape } from './published-source.ts';
import { readPublishedTable } from './read-published-table.ts';

export const publishedPath = 'inputs/published.csv';
const sourcePath = 'inputs/source.json';
const inputPaths = [frameworkPath, populationPath, publishedPath, sourcePath];

/** A table that was published elsewhere, and what it was made by. */
export interface PublishedRequest {
  group: string;
  period: string;
  /** Whose measures the columns name, and whose tie rule the ranks follow. */
  framework: Framework;
  /** The table as published, byte for byte. */
  table: Uint8Array;
  source: Omit<PublishedSource, 'release' | 'sha256'>;
}

/** Who was in the group, and what the table calls it. */
export interface PublishedPopulation {
  group: Group;
  period: string;
  closing_date: string;
  units: { unit_id: string; name_vi: string; published_name: string | null }[];
}

/** The input files: all that the release is made from. Fault `PUBLISHED_UNIT_UNKNOWN`: the table names nobody of the group. */
export function freezePublished(request: PublishedRequest): Files {
  const { framework, table, source } = request;
  const release = publishedName({ index: framework.index, ...request });
  const encode = (text: string) => new TextEncoder().encode(text);
  const document: PublishedSource = { release, ...source, sha256: sha256Of(table) };
  return new Map([
    [frameworkPath, encode(frameworkDocument(framework))],
    [populationPath, encode(`${canonicalJson(populationOf(request))}\n`)],
    [publishedPath, table],
    [sourcePath, encode(`${canonicalJson(document)}\n`)],
  ]);
}

function populationOf({ group, period, framework, table }: PublishedRequest): PublishedPopulation {
  const { rows } = readPublishedTable(new TextDecoder().decode(table), expectedOf(framework));
  const named = new Map(rows.map(({ name }) => [bearerOf(name, group, period), name]));
  const { group: id, name_vi, name_en, from, to, ranked } = groupOf(group);
  return {
    group: { group: id, name_vi, name_en, from, to, ranked },
    period,
    closing_date: lastDayOf(parsePeriod(period)),
    units: membersOf(group, period).map((unit) => ({
      unit_id: unit.unit_id,
      name_vi: unit.name_vi,
      published_name: named.get(unit.unit_id) ?? null,
    })),
  };
}

function bearerOf(name: string, group: string, period: string): string {
  const unit = findUnitByName(name, group, period);
  if (unit) return unit.unit_id;
  throw new Fault('PUBLISHED_UNIT_UNKNOWN', `the table names "${name}", which no unit of ${group} ${period} bears`);
}

export const isPublished = (files: Files): boolean => files.has(sourcePath) || files.has(publishedPath);

/** Nothing is carried over from a table published elsewhere. Fault `RELEASE_UNSUITABLE`. */
export function refusePublished(files: Files): void {
  if (!isPublished(files)) return;
  throw new Fault(
    'RELEASE_UNSUITABLE',
    'the figures were published elsewhere: nothing is computed or carried from them',
  );
}

/** The input files among all files of a release; fault `RELEASE_FILE_MISSING`. */
export const publishedInputsOf = (files: Files): Files =>
  new Map(inputPaths.map((path) => [path, fileOf(files, path)]));

/**
 * Every promised file, from the input files alone: equal inputs, equal bytes. The values are those of the table, and only
 * what follows from them is computed: ranks and means.
 */
export function buildPublished(inputFiles: Files): Files {
  const framework = readFrameworkDocument(textOf(inputFiles, frameworkPath));
  const scoreboard = buildPublishedScoreboard({
    source: readSource(inputFiles),
    population: JSON.parse(textOf(inputFiles, populationPath)) as PublishedPopulation,
    framework,
    table: readPublishedTable(textOf(inputFiles, publishedPath), expectedOf(framework)),
    inputsSha256: inputsDigest(inputFiles),
  });
  const encode = (text: string) => new TextEncoder().encode(text);
  const outputs: Files = new Map([
    ['scoreboard.json', encode(renderScoreboardJson(scoreboard))],
    ['scoreboard.csv', encode(renderScoreboardCsv(scoreboard))],
  ]);
  const told = { ...scoreboard, derived_from: null, submitted_count: 0 };
  const files: Files = new Map([...inputFiles, ...outputs, ...openDataFiles(told, outputs)]);
  return files.set(manifestPath, encode(writePublishedManifest(scoreboard, files)));
}

/** Fault `PUBLISHED_SOURCE_CHANGED`: the table is not the one that was taken over. */
function readSource(inputFiles: Files): PublishedSource {
  const source = publishedSourceShape.parse(JSON.parse(textOf(inputFiles, sourcePath)));
  if (source.sha256 === sha256Of(fileOf(inputFiles, publishedPath))) return source;
  throw new Fault('PUBLISHED_SOURCE_CHANGED', `${publishedPath} of ${source.release} is not what ${sourcePath} names`);
}

/** The total stands in the table whether or not the framework's figures suffice to compute it. */
const expectedOf = (framework: Framework) => ({ measures: measuresOf(framework), decimals: framework.decimals });
