import { officeOf } from '../release/office.ts';
import type { Language } from './language.ts';
import { marks } from './marks.ts';
import type { ReleaseSite } from './release-site.ts';

/** What may be done with what is published: read by people on the data page, by machines here. */
export const licence = 'https://creativecommons.org/licenses/by/4.0/';

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
  license: licence,
  isAccessibleForFree: true,
  temporalCoverage: scoreboard.period.slice(0, 4),
  creator: { '@type': 'GovernmentOrganization', name: officeOf(scoreboard.group) },
  distribution: files
    .filter(({ path }) => !path.startsWith('inputs/'))
    .map(({ path }) => ({
      '@type': 'DataDownload',
      name: path,
      contentUrl: `${marks.origin}/releases/${scoreboard.release}/${path}`,
    })),
});
