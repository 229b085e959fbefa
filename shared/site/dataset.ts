import { addresses } from '../open-data/addresses.ts';
import { daysOf } from '../open-data/public-release.ts';
import { contentTypeOf } from '../release/content-types.ts';
import { officeOf } from '../release/office.ts';
import { licence } from '../release/open-data/licence.ts';
import type { ShownScoreboard } from '../scoring/scoreboard.ts';
import type { Language } from './language.ts';
import { marks } from './marks.ts';
import type { ReleaseSite } from './release-site.ts';

/** schema.org's `Dataset`, by which search engines for data find the release. */
export const datasetOf = (
  { scoreboard, files }: ReleaseSite,
  name: string,
  description: string,
  language: Language,
) => ({
  '@context': 'https://schema.org',
  '@type': 'Dataset',
  name,
  description,
  identifier: scoreboard.release,
  inLanguage: language,
  license: licence.address,
  isAccessibleForFree: true,
  temporalCoverage: coverageOf(scoreboard),
  spatialCoverage: 'Việt Nam',
  creator: { '@type': 'GovernmentOrganization', name: officeOf(scoreboard.group) },
  includedInDataCatalog: { '@type': 'DataCatalog', url: marks.origin + addresses.catalogue },
  distribution: files
    // Neither inputs nor the workbook of each unit: the manifest names them all.
    .filter(({ path }) => !path.includes('/') && !path.endsWith('.csv-metadata.json'))
    .map(({ path }) => ({
      '@type': 'DataDownload',
      name: path,
      encodingFormat: contentTypeOf(path).split(';')[0],
      contentUrl: `${marks.origin}/releases/${scoreboard.release}/${path}`,
    })),
});

const coverageOf = (scoreboard: Pick<ShownScoreboard, 'period' | 'closing_date'>): string => {
  const { from, to } = daysOf(scoreboard);
  return `${from}/${to}`;
};
