import { inputFilesOf } from '../../shared/release/frozen-inputs.ts';
import { renderNewerNotice } from '../../shared/site/newer-notice.tsx';
import { roundsFiles } from '../../shared/site/pages/rounds/rounds-page.tsx';
import { renderReceipt } from '../../shared/site/receipt-page.tsx';
import type { ReleaseSite } from '../../shared/site/release-site.ts';
import { renderUnknownPage } from '../../shared/site/unknown-page.tsx';
import { membersOf } from '../../shared/units/registry.ts';
import { corrections } from './corrections.ts';
import { readGolden } from './golden.ts';
import { historiesOf, publishedScoreboards } from './histories.ts';
import { threeReleases } from './public-releases.ts';
import { inputsIllustrative, type ReportRound, reportRound } from './report-rounds.ts';
import {
  asIllustrative,
  buildProvinceScoreboard,
  settle,
  withAnswered,
  withMissing,
  withTie,
} from './scoreboard-builder.ts';
import { publishedPage, siteOf } from './site-builder.ts';
import { toldReceiptOf } from './told-receipt.ts';
import { filesOver, siteOver } from './walk/drawn-release.ts';

const newer = renderNewerNotice(
  {
    release: 'dti/province34/2024/r2',
    correction: {
      corrects: 'dti/province34/2024/r1',
      reason: { text_vi: 'Đơn vị khai nhầm số liệu', kind: 'input', found_by: 'công dân' },
    },
  },
  'vi',
);

const unusual = () =>
  withAnswered(withMissing(withTie(buildProvinceScoreboard(), 'P31-2025', 'P46-2025'), 'P79-2025'), 'P31-2025', {
    dti: [40, 47],
    pillar_gov: [31, 37],
    workforce: [0, 6],
    activity_gov: [11, 12],
  });

const noWorkbook = async () => new Map([['ranking.xlsx', new Uint8Array(20_000)]]);

/** The longest name, and two of one minute. */
const upcoming = [
  { group: 'province34', period: '2026-Q4', public_at: '2027-02-01T02:00:00.000Z' },
  { group: 'ministry-unclassified', period: '2026-Q4', public_at: '2027-02-01T02:00:00.000Z' },
];

/** The round of 2024 over its golden inputs: many at the ceiling, all merged units, every kind of page. */
export const site2024 = async (): Promise<ReleaseSite> =>
  siteOver(await filesOver('dti/province34/2024/r1', inputFilesOf(await readGolden()), noWorkbook));

const siteOfRound = async ({ source, inputFiles }: ReportRound): Promise<ReleaseSite> =>
  siteOver(await filesOver(source.scoreboard.release, inputFiles, noWorkbook));

/** 47 indicators, made up; two units sent nothing. And the quarter after, in which what is not due is carried. */
async function sitesIllustrative(): Promise<{ year: ReleaseSite; quarter: ReleaseSite }> {
  const inputs = await inputsIllustrative('province34', '2025');
  const year = await reportRound(inputs);
  const quarter = await reportRound(await inputsIllustrative('province34', '2026-Q3', { earlier: inputs }), year);
  return { year: await siteOfRound(year), quarter: await siteOfRound(quarter) };
}

/** Bodies with the longest names; most were dissolved a year later. */
const siteOfMinistries = async (): Promise<ReleaseSite> =>
  siteOfRound(await reportRound(await inputsIllustrative('ministry-no-services', '2024')));

/** More units than one page shows, the last of them having sent nothing. */
const siteOfCommunes = (): ReleaseSite => {
  const few = buildProvinceScoreboard();
  const units = membersOf('communes-P79-2025', '2026-Q3').map(({ unit_id, name_vi }, place) => ({
    ...few.units[place % few.units.length]!,
    ...{ unit_id, unit_name_vi: name_vi, formed_from_vi: [] },
  }));
  const many = settle({ ...few, ...{ group: 'communes-P79-2025', release: 'dti/communes-P79-2025/2024/r1' }, units });
  return siteOf(withMissing(many, units.at(-1)!.unit_id));
};

/** Pages of all kinds in the cases that change how they look, by what they are. */
export async function shownPages(): Promise<Record<string, string>> {
  const real = await site2024();
  const { year: madeUp, quarter } = await sitesIllustrative();
  const ministries = await siteOfMinistries();
  const r2 = { ...real, corrections };
  const withHistories = { ...real, histories: await historiesOf(real.scoreboard) };
  const odd = siteOf(unusual(), { histories: await historiesOf(unusual()) });
  const [, before] = await publishedScoreboards();
  const old = siteOf(before!, { histories: await historiesOf(before!) });
  return {
    ranking: publishedPage(real),
    'ranking: tied, one missing, illustrative, superseded': publishedPage(
      siteOf(asIllustrative(unusual())),
      ...(['', 'vi', { newer }] as const),
    ),
    'ranking by a main index, corrected': publishedPage(r2, 'xep-hang/security/', 'en'),
    'ranking, in English': publishedPage(real, '', 'en'),
    'ranking of a region': publishedPage(real, 'xep-hang/vung/bac-trung-bo/'),
    'changes, of a first release': publishedPage(withHistories, 'xep-hang/thay-doi/'),
    changes: publishedPage(quarter, 'xep-hang/thay-doi/'),
    'ranking of the 63': publishedPage(old),
    'ranking of a quarter, compared with the year before': publishedPage(quarter),
    'ranking of ministries, longest name': publishedPage(ministries, '', 'en'),
    'ranking of communes, second page': publishedPage(siteOfCommunes(), 'xep-hang/dti/tu-101/'),
    map: publishedPage(madeUp, 'ban-do/'),
    'unit, at the ceiling': publishedPage(real, 'don-vi/P46-2025/', 'en'),
    'unit, merged': publishedPage(real, 'don-vi/P79-2025/'),
    'unit, tied, answered in part': publishedPage(odd, 'don-vi/P31-2025/', 'en'),
    'unit, nothing sent': publishedPage(madeUp, 'don-vi/P51-2025/'),
    'unit, carried from the year before': publishedPage(quarter, 'don-vi/P01-2025/'),
    'unit, dissolved': publishedPage(old, 'don-vi/P77/'),
    'unit, longest name': publishedPage(ministries, 'don-vi/MX-UBQLV/'),
    'compare, in English': publishedPage(real, 'so-sanh/P46-2025/P31-2025/', 'en'),
    compare: publishedPage(real, 'so-sanh/P79-2025/P08-2025/'),
    'compare, longest names': publishedPage(ministries, 'so-sanh/M31/MX-UBQLV/'),
    'main index at the ceiling': publishedPage(real, 'chi-so/awareness/'),
    'main index, illustrative': publishedPage(madeUp, 'chi-so/security/', 'en'),
    method: publishedPage(madeUp, 'phuong-phap/'),
    'provenance of a total': publishedPage(real, 'nguon-goc/P79-2025/dti/', 'en'),
    'provenance, carried from the year before': publishedPage(quarter, 'nguon-goc/P01-2025/activity_gov/'),
    'provenance of 47 indicators': publishedPage(madeUp, 'nguon-goc/P46-2025/security/'),
    data: publishedPage(madeUp, 'du-lieu/'),
    'data of a table published elsewhere': publishedPage(old, 'du-lieu/', 'en'),
    'corrections, of a first release': publishedPage(real, 'dinh-chinh/'),
    'corrections, r2 over r1': publishedPage(r2, 'dinh-chinh/'),
    verify: publishedPage(madeUp, 'kiem-tra/'),
    rounds: roundsFiles(
      threeReleases().map(({ release }) => release),
      upcoming,
    ).get('/cac-dot/index.html')!,
    unknown: renderUnknownPage(),
    receipt: renderReceipt(toldReceiptOf({ late: true })),
  };
}
