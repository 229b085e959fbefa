import { beforeAll, describe, expect, it } from 'vitest';
import { type Files, inputFilesOf, textOf } from '../../shared/release/frozen-inputs.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { type Language, languages } from '../../shared/site/language.ts';
import type { PageKind, PageRef } from '../../shared/site/page-list.ts';
import { readGolden } from '../support/golden.ts';
import { openEngines } from '../support/released-round.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';
import { apiClaims, layFiles, scoreboardClaims, serveCurrent } from '../support/walk/api-claims.ts';
import { type Claim, strays, type Truth, truthOf, untold } from '../support/walk/claims.ts';
import { drawnPages, filesOver, siteOver } from '../support/walk/drawn-release.ts';
import {
  parquetClaims,
  scoreboardCsvClaims,
  scoresCsvClaims,
  sdmxClaims,
  vietnameseCsvClaims,
  workbookClaims,
} from '../support/walk/file-claims.ts';
import { pageClaims } from '../support/walk/page-claims.ts';

const rounds: Record<string, { inputFiles: () => Promise<Files>; release: string; missing: string[] }> = {
  'the round of 2024': {
    inputFiles: async () => inputFilesOf(await readGolden()),
    ...{ release: 'dti/province34/2024/r1', missing: [] },
  },
  'an illustrative round in which two units sent nothing': {
    inputFiles: async () => (await reportRound(await inputsIllustrative('province34', '2025'))).inputFiles,
    ...{ release: 'dti/province34/2025/r1', missing: ['P51-2025', 'P56-2025'] },
  },
};

describe.each(Object.entries(rounds))('every figure of %s', (_, { inputFiles, release, missing }) => {
  let files: Files;
  let scoreboard: Scoreboard;
  let truth: Truth;
  beforeAll(async () => {
    files = await filesOver(release, await inputFiles());
    scoreboard = JSON.parse(textOf(files, 'scoreboard.json')) as Scoreboard;
    truth = truthOf(scoresCsvClaims(files));
  });

  /** By the name of a measure in a language, whatever its capitals: `Kinh tế số` is `kinh tế số` after another word. */
  const measureNamed = (language: Language) => (name: string) => {
    const found = scoreboard.measures.find(
      (one) => one[`name_${language}`].toLowerCase() === name.toLowerCase().replace(/^trụ cột |\u00AD/g, ''),
    );
    if (!found) throw new Error(`no measure is named ${name}`);
    return found.measure;
  };
  const unitNamed = (name: string) => {
    const bare = name.replace(/^(Tỉnh|Thành phố) /, '');
    const found = scoreboard.units.find(({ unit_name_vi }) => unit_name_vi === bare);
    if (!found) throw new Error(`no unit is named ${name}`);
    return found.unit_id;
  };
  const expectWhole = (claims: Claim[]) => {
    expect(strays(claims, truth)).toEqual([]);
    expect(untold(claims, truth)).toEqual([]);
  };

  it('is one of 34 units and 12 measures, and nobody who sent nothing has any', () => {
    expect(truth.size).toBe(34 * 12);
    const without = [...truth.values()].filter(({ value, rank }) => value === '' && rank === '');
    expect([...new Set(without.map(({ unit }) => unit))].sort()).toEqual(missing);
    expect(without.length).toBe(missing.length * 12);
  });

  it('is the same in scores.csv, scoreboard.csv, scoreboard-vi.csv, scores.sdmx.csv and scores.parquet', async () => {
    expectWhole(scoreboardCsvClaims(files));
    expectWhole(vietnameseCsvClaims(files, measureNamed('vi')));
    expectWhole(sdmxClaims(files));
    expectWhole(await parquetClaims(files));
  });

  it('is the same in the cells of ranking.xlsx', async () => {
    expectWhole(await workbookClaims(files, { unitNamed, measureNamed: measureNamed('vi') }));
  });

  it('is the same in every answer of the API', async () => {
    const engines = await openEngines();
    const laid = await layFiles(files, engines);
    expectWhole(scoreboardClaims(JSON.parse(await serveCurrent('application/json', laid, engines))));
    const csv = new TextEncoder().encode(await serveCurrent('text/csv', laid, engines));
    expectWhole(scoreboardCsvClaims(new Map([['scoreboard.csv', csv]])));
    for (const claims of Object.values(await apiClaims(laid, engines))) expectWhole(claims);
  });

  it('is the same on every page of every kind, in both languages', async () => {
    const told = drawnPages(await siteOver(files), `/releases/${release}/`).map((page) => ({
      ...page,
      claims: pageClaims(page, measureNamed(page.language)),
    }));
    expect(
      told.flatMap(({ ref, language, claims }) =>
        strays(claims, truth).map((one) => `${language} ${ref.path}: ${one}`),
      ),
    ).toEqual([]);
    expect(told.filter(({ ref, claims }) => isSilent(ref, claims)).map(({ ref }) => ref.path)).toEqual([]);
    for (const language of languages)
      for (const [kind, among] of Object.entries(toldBy)) {
        const own = told.filter((one) => one.language === language && one.ref.kind === kind);
        expect(
          untold(
            own.flatMap(({ claims }) => claims),
            truth,
            among,
          ),
          `${language} ${kind}`,
        ).toEqual([]);
      }
  });

  /** Data, corrections and changes tell no figure of a first release; a unit that sent nothing has none. */
  const isSilent = (ref: PageRef, claims: Claim[]) =>
    claims.length === 0 &&
    ref.kind !== 'data' &&
    ref.kind !== 'corrections' &&
    ref.kind !== 'changes' &&
    !(ref.kind === 'unit' && missing.includes(ref.unit_id));
});

const isTotal = ({ measure }: Claim) => measure === 'dti';
const isMain = ({ measure }: Claim) => measure !== 'dti' && !measure.startsWith('pillar_');
const all = () => true;

/** What each kind of page must tell value and rank of. */
const toldBy: Partial<Record<PageKind, (of: Claim) => boolean>> = {
  ...{ ranking: all, unit: all, compare: all, provenance: all },
  ...{ 'main-index': isMain, map: isTotal, verify: isTotal },
};
