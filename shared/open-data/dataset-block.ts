import { contentTypeOf } from '../release/content-types.ts';
import { officeOf } from '../release/office.ts';
import { licence } from '../release/open-data/licence.ts';
import { addresses } from './addresses.ts';
import { newsVi, tableTitleVi } from './open-data-words.ts';
import { daysOf, type PublicRelease, shortNameOf } from './public-release.ts';

/** What search engines list a dataset by. */
const offered = ['scoreboard.csv', 'scores.csv', 'scores.parquet', 'scoreboard.json', 'ranking.xlsx'];

/**
 * schema.org `Dataset` of a release, for `<script type="application/ld+json">` of its page: data, which no policy runs. The
 * sign that could end the element is escaped.
 */
export function renderDatasetBlock(release: PublicRelease, origin: string): string {
  const { header, released_at, files } = release;
  const { from, to } = daysOf(header);
  const block = {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: tableTitleVi(release),
    description: describe(release),
    identifier: header.release,
    version: shortNameOf(release),
    url: origin + addresses.release(header.release),
    inLanguage: 'vi',
    isAccessibleForFree: true,
    license: licence.address,
    creator: { '@type': 'GovernmentOrganization', name: officeOf(header.group) },
    datePublished: released_at,
    temporalCoverage: `${from}/${to}`,
    spatialCoverage: 'Việt Nam',
    variableMeasured: header.measures.map(({ measure, name_vi }) => ({
      '@type': 'PropertyValue',
      propertyID: measure,
      name: name_vi,
      minValue: 0,
      maxValue: 1,
    })),
    includedInDataCatalog: { '@type': 'DataCatalog', url: origin + addresses.catalogue },
    distribution: files
      .filter(({ path }) => offered.includes(path))
      .map(({ path, bytes }) => ({
        '@type': 'DataDownload',
        contentUrl: origin + addresses.file(header.release, path),
        encodingFormat: contentTypeOf(path).split(';')[0],
        contentSize: `${bytes} B`,
      })),
  };
  return JSON.stringify(block).replaceAll('<', '\\u003c');
}

/** Search engines want a description of at least fifty characters. */
const describe = (release: PublicRelease): string =>
  `${tableTitleVi(release)}. ${newsVi(release)} Số liệu công bố kèm bản kê mã băm, tính lại được từ đầu vào.`;
