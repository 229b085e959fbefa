import { contentTypeOf } from '../release/content-types.ts';
import type { ManifestFile } from '../release/manifest.ts';
import { officeOf } from '../release/office.ts';
import { csvwPath } from '../release/open-data/csvw.ts';
import { licence } from '../release/open-data/licence.ts';
import { frameworkVi, groupVi } from '../release/scoreboard-words.ts';
import { addresses } from './addresses.ts';
import { newsVi, tableTitleVi } from './open-data-words.ts';
import { byLine, daysOf, inOrder, lineOf, newestInstant, type PublicRelease, shortNameOf } from './public-release.ts';

/** Prefixes written out: a reader needs nothing from anywhere to understand the file. */
const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  adms: 'http://www.w3.org/ns/adms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const vi = (text: string) => ({ '@value': text, '@language': 'vi' });
const en = (text: string) => ({ '@value': text, '@language': 'en' });
const iri = (address: string) => ({ '@id': address });
const instant = (at: string) => ({ '@value': at, '@type': 'xsd:dateTime' });
const day = (on: string) => ({ '@value': on, '@type': 'xsd:date' });

/**
 * `catalog.jsonld`: a DCAT 3 catalogue of what is current, a series per index and group and a dataset per period in it.
 * Empty before the first release.
 */
export function renderCatalogue(releases: readonly PublicRelease[], origin: string): string {
  const lines = [...byLine(releases).values()];
  const ordered = inOrder(releases);
  const [first] = ordered;
  const catalogue = {
    '@context': context,
    '@id': origin + addresses.catalogue,
    '@type': 'dcat:Catalog',
    'dct:title': [
      vi('Số liệu mở của Chỉ số chuyển đổi số (DTI)'),
      en('Open data of the Digital Transformation Index (DTI)'),
    ],
    'dct:description': vi('Các đợt công bố hiện hành, mỗi nhóm đơn vị một chuỗi, mỗi kỳ đánh giá một bộ số liệu.'),
    'dct:language': ['vi', 'en'],
    'dct:license': iri(licence.address),
    'foaf:homepage': iri(`${origin}/`),
    ...(first ? { 'dct:publisher': publisherOf(first), 'dct:modified': instant(newestInstant(ordered)) } : {}),
    'dcat:dataset': [...seriesOf(lines, origin), ...lines.map((line) => datasetOf(line, origin))],
  };
  return `${JSON.stringify(catalogue, null, 1)}\n`;
}

const publisherOf = ({ header }: PublicRelease) => ({
  '@type': 'foaf:Organization',
  'foaf:name': vi(officeOf(header.group)),
});

/** Its address is a place in the catalogue itself: what is named can be looked up. */
const seriesId = ({ header }: PublicRelease, origin: string) =>
  `${origin}${addresses.catalogue}#${header.index}/${header.group}`;

function seriesOf(lines: PublicRelease[][], origin: string) {
  const current = lines.map((line) => line.at(-1)!);
  const groups = Map.groupBy(current, ({ header }) => `${header.index}/${header.group}`);
  return [...groups.values()].map((periods) => {
    const newest = periods.at(-1)!;
    return {
      '@id': seriesId(newest, origin),
      '@type': 'dcat:DatasetSeries',
      'dct:title': [vi(`Chỉ số chuyển đổi số (DTI): ${groupVi(newest.header)}`), en(newest.header.group_name_en)],
      'dct:description': vi(`Kết quả từng kỳ đánh giá của ${groupVi(newest.header)}.`),
      'dct:publisher': publisherOf(newest),
      'dct:license': iri(licence.address),
    };
  });
}

function datasetOf(line: PublicRelease[], origin: string) {
  const current = line.at(-1)!;
  const { header, correction } = current;
  const { from, to } = daysOf(header);
  return {
    '@id': `${origin}${addresses.catalogue}#${lineOf(header)}`,
    '@type': 'dcat:Dataset',
    'dct:identifier': lineOf(header),
    'dct:title': vi(tableTitleVi(current)),
    'dct:description': vi(newsVi(current)),
    'dcat:inSeries': iri(seriesId(current, origin)),
    'dcat:version': shortNameOf(current),
    ...(correction?.reason ? { 'adms:versionNotes': vi(correction.reason.text_vi) } : {}),
    'dct:issued': instant(line[0]!.released_at),
    'dct:modified': instant(current.released_at),
    'dct:publisher': publisherOf(current),
    'dct:license': iri(licence.address),
    'dct:language': 'vi',
    'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(from), 'dcat:endDate': day(to) },
    'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': [vi('Việt Nam'), en('Viet Nam')] },
    'dct:conformsTo': {
      '@type': 'dct:Standard',
      'dct:title': vi(frameworkVi(header)),
      'dct:identifier': header.framework.legal_number,
    },
    ...provenanceOf(header),
    'dcat:keyword': [vi('chuyển đổi số'), vi('DTI'), header.group, header.period],
    'dcat:landingPage': iri(origin + addresses.release(current)),
    'dcat:distribution': current.files.filter(isTold).map((file) => distributionOf(file, current, origin)),
  };
}

/** Real is what nothing is said of; what is made up, carried over or taken over says so in the data too. */
function provenanceOf(header: PublicRelease['header']) {
  const told = provenanceWords(header);
  return told ? { 'dct:provenance': { '@type': 'dct:ProvenanceStatement', 'rdfs:label': told } } : {};
}

function provenanceWords({ framework, derived_from, kind }: PublicRelease['header']) {
  if (framework.illustrative)
    return [vi('Số liệu minh họa, không phải kết quả chính thức'), en('Illustrative, not an official result')];
  if (kind === 'published')
    return [vi('Số liệu đã công bố, không tính lại được'), en('As published elsewhere, not recomputable')];
  if (derived_from !== null)
    return [vi('Tính lại cho đơn vị sau sắp xếp'), en('Carried over to units formed by a merger')];
  return null;
}

/** A description of columns is named by the file it describes. */
const isTold = ({ path }: ManifestFile): boolean => !path.endsWith('.csv-metadata.json');

function distributionOf({ path, bytes, sha256 }: ManifestFile, release: PublicRelease, origin: string) {
  const { header, files } = release;
  const address = origin + addresses.file(header.release, path);
  const described = files.find((file) => file.path === csvwPath(path));
  return {
    '@id': address,
    '@type': 'dcat:Distribution',
    'dct:title': path,
    'dcat:accessURL': iri(origin + addresses.release(release)),
    'dcat:downloadURL': iri(address),
    'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${contentTypeOf(path).split(';')[0]}`),
    'dcat:byteSize': { '@value': `${bytes}`, '@type': 'xsd:nonNegativeInteger' },
    'dct:license': iri(licence.address),
    ...(described ? { 'dct:conformsTo': iri(origin + addresses.file(header.release, described.path)) } : {}),
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': iri('http://spdx.org/rdf/terms#checksumAlgorithm_sha256'),
      'spdx:checksumValue': { '@value': sha256, '@type': 'xsd:hexBinary' },
    },
  };
}
