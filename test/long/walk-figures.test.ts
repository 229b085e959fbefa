import { beforeAll, describe, expect, it } from 'vitest';
import { type Files, inputFilesOf, textOf } from '../../shared/release/frozen-inputs.ts';
import type { Scoreboard } from '../../shared/scoring/scoreboard.ts';
import { embedFiles } from '../../shared/site/embed/embed-files.ts';
import { type Language, languages } from '../../shared/site/language.ts';
import { hasMap, type PageKind, type PageRef } from '../../shared/site/page-list.ts';
import { unitOf } from '../../shared/units/registry.ts';
import { unitLabel } from '../../shared/units/unit-label.ts';
import { writeGroupWorkbooks } from '../../shared/workbook/release-workbooks.ts';
import { openEngines } from '../support/engines.ts';
import { readGolden } from '../support/golden.ts';
import { inputsIllustrative, reportRound } from '../support/report-rounds.ts';
import { apiClaims, layFiles, scoreboardClaims, serveCurrent } from '../support/walk/api-claims.ts';
import { type Claim, strays, type Truth, truthOf, untold } from '../support/walk/claims.ts';
import { drawnPages, filesOver, siteOver } from '../support/walk/drawn-release.ts';
import { embedClaims } from '../support/walk/embed-claims.ts';
import {
  parquetClaims,
  scoreboardCsvClaims,
  scoresCsvClaims,
  sdmxClaims,
  vietnameseCsvClaims,
  workbookClaims,
} from '../support/walk/file-claims.ts';
import { pageClaims } from '../support/walk/page-claims.ts';
import { recomputeClaims } from '../support/walk/recompute-claims.ts';

interface Walked {
  inputFiles: () => Promise<Files>;
  release: string;
  /** Members and measures. */
  size: [units: number, measures: number];
  missing: string[];
}

const illustrative = (group: string, period: string) => async () =>
  (await reportRound(await inputsIllustrative(group, period))).inputFiles;

/** A group of every kind that is delivered: provinces, ministries that rank themselves by other indices, communes. */
const rounds: Record<string, Walked> = {
  'the round of 2024': {
    inputFiles: async () => inputFilesOf(await readGolden()),
    ...{ release: 'dti/province34/2024/r1', size: [34, 12], missing: [] },
  },
  'an illustrative round in which two units sent nothing': {
    inputFiles: illustrative('province34', '2025'),
    ...{ release: 'dti/province34/2025/r1', size: [34, 12], missing: ['P51-2025', 'P56-2025'] },
  },
  'an illustrative round of ministries': {
    inputFiles: illustrative('ministry-services', '2026-Q3'),
    ...{ release: 'dti/ministry-services/2026-Q3/r1', size: [12, 7], missing: ['M09-2025', 'M15'] },
  },
  'an illustrative round of communes': {
    inputFiles: illustrative('communes-P04-2025', '2026-Q3'),
    ...{ release: 'dti/communes-P04-2025/2026-Q3/r1', size: [56, 10], missing: ['P04-2025-C017', 'P04-2025-C022'] },
  },
};

describe.each(Object.entries(rounds))(
  'every figure of %s',
  (_, { inputFiles, release, size: [members, measures], missing }) => {
    let files: Files;
    let scoreboard: Scoreboard;
    let truth: Truth;
    beforeAll(async () => {
      files = await filesOver(release, await inputFiles(), writeGroupWorkbooks);
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
      // As in law, of its day: what is a city by now was a province then.
      const names = [name, name.replace(/^(Tỉnh|Thành phố) /, '')];
      const found = scoreboard.units.find(
        (unit) =>
          name === unitLabel(unit) || names.includes(unit.unit_name_vi) || name === unitOf(unit.unit_id).full_name_vi,
      );
      if (!found) throw new Error(`no unit is named ${name}`);
      return found.unit_id;
    };
    const expectWhole = (claims: Claim[]) => {
      expect(strays(claims, truth)).toEqual([]);
      expect(untold(claims, truth)).toEqual([]);
    };

    it('is of every unit and measure, and nobody who sent nothing has any', () => {
      expect([scoreboard.units.length, scoreboard.measures.length]).toEqual([members, measures]);
      expect(truth.size).toBe(members * measures);
      const without = [...truth.values()].filter(({ value, rank }) => value === '' && rank === '');
      expect([...new Set(without.map(({ unit }) => unit))].sort()).toEqual(missing);
      expect(without.length).toBe(missing.length * measures);
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

    it('is the same in tinh-lai.xlsx, as it computes them and as it says that they were published', async () => {
      const claims = await recomputeClaims(files, (title) =>
        measureNamed('vi')(title.slice(title.lastIndexOf(': ') + 2)),
      );
      expect(strays(claims, truth)).toEqual([]);
      const isToldRank = ({ measure }: Claim) =>
        scoreboard.measures.some((one) => one.measure === measure && one.ranked);
      expect(untold(claims, truth, isToldRank)).toEqual([]);
    });

    it('is the same in what others may frame, pages and pictures', () => {
      const facts = { origin: 'https://dti.example', publishedOn: '2026-11-27', supersededBy: null };
      for (const language of languages) {
        const own = [...embedFiles(scoreboard, facts)].filter(([, text]) => text.includes(` lang="${language}"`));
        const claims = embedClaims(new Map(own), { unitNamed, measureNamed: measureNamed(language) });
        expect(strays(claims, truth)).toEqual([]);
        expect(
          untold(claims, truth, (of) => isTotal(of) || isMain(of)),
          language,
        ).toEqual([]);
      }
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
          if (kind === 'map' && !hasMap(scoreboard)) continue;
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
  },
);

const isTotal = ({ measure }: Claim) => measure === 'dti';
const isMain = ({ measure }: Claim) => measure !== 'dti' && !measure.startsWith('pillar_');
const all = () => true;

/** What each kind of page must tell value and rank of. */
const toldBy: Partial<Record<PageKind, (of: Claim) => boolean>> = {
  ...{ ranking: all, unit: all, compare: all, provenance: all },
  ...{ 'main-index': isMain, map: isTotal, verify: isTotal },
};
