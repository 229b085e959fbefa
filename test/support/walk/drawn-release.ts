import { buildRelease } from '../../../shared/release/build-release.ts';
import { type Files, readFrozenInputs, scoringInputs } from '../../../shared/release/frozen-inputs.ts';
import { scoreReference } from '../../../shared/scoring/reference/score-reference.ts';
import type { Scoreboard } from '../../../shared/scoring/scoreboard.ts';
import { drawPage } from '../../../shared/site/draw-page.ts';
import { type Language, languages } from '../../../shared/site/language.ts';
import { fillMarks } from '../../../shared/site/marks.ts';
import { listPages, type PageRef, type SiteExtent } from '../../../shared/site/page-list.ts';
import type { ReleaseSite } from '../../../shared/site/release-site.ts';
import { writeReleaseWorkbooks } from '../../../shared/workbook/release-workbooks.ts';
import { historiesOf } from '../histories.ts';
import { siteFrom } from '../made-site.ts';

/** Every file of a release over its inputs, real workbooks among them unless nobody reads them. */
export async function filesOver(
  release: string,
  inputFiles: Files,
  writeReports = writeReleaseWorkbooks,
): Promise<Files> {
  const scores = scoreReference(scoringInputs(await readFrozenInputs(inputFiles)));
  return buildRelease({ release, inputFiles, scores }, writeReports);
}

/** What its pages are drawn from, with the series of its units. */
export async function siteOver(files: Files): Promise<ReleaseSite> {
  const site = await siteFrom(files);
  return { ...site, histories: await historiesOf(site.scoreboard as Scoreboard) };
}

export interface DrawnPage {
  ref: PageRef;
  language: Language;
  html: string;
}

export const testOrigin = 'https://dti.example';

/** Every page in both languages, as publishing fills it below an address: the release's own, or the site's root. */
export const drawnPages = (site: ReleaseSite, folder: string, extent?: SiteExtent): DrawnPage[] =>
  listPages(site.scoreboard, extent).flatMap((ref) =>
    languages.map((language) => ({ ref, language, html: filled(site, ref, language, folder) })),
  );

const filled = (site: ReleaseSite, ref: PageRef, language: Language, folder: string): string =>
  fillMarks(drawPage(site, ref, language), {
    ...{ origin: testOrigin, day: '21/10/2025', isoDay: '2025-10-21', newer: '' },
    other: language === 'vi' ? `/en${folder}` : folder,
  });
