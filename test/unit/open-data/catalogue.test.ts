import { describe, expect, it } from 'vitest';
import { renderCatalogue } from '../../../shared/open-data/catalogue.ts';
import { threeReleases } from '../../support/public-releases.ts';

const origin = 'https://dti.example.vn';
const releases = threeReleases().map(({ release }) => release);

type Node = Record<string, unknown>;
const nodesOf = (value: unknown): Node[] => {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Node, ...Object.values(value).flatMap(nodesOf)];
};

/** Mandatory, and what we promise beside, per class of DCAT 3 (as DCAT-AP has them). */
const wanted: Record<string, string[]> = {
  'dcat:Catalog': ['dct:title', 'dct:description', 'dct:publisher', 'dct:license', 'dcat:dataset'],
  'dcat:DatasetSeries': ['dct:title', 'dct:description', 'dct:publisher'],
  'dcat:Dataset': [
    ...['dct:title', 'dct:description', 'dct:identifier', 'dct:publisher', 'dct:license', 'dct:issued', 'dct:modified'],
    ...['dct:temporal', 'dct:spatial', 'dct:conformsTo', 'dcat:inSeries', 'dcat:version', 'dcat:distribution'],
  ],
  'dcat:Distribution': [
    'dcat:accessURL',
    'dcat:downloadURL',
    'dcat:mediaType',
    'dcat:byteSize',
    'dct:license',
    'spdx:checksum',
  ],
};

describe('renderCatalogue', () => {
  const catalogue = JSON.parse(renderCatalogue(releases, origin));
  const nodes = nodesOf(catalogue);
  const ofType = (type: string) => nodes.filter((node) => node['@type'] === type);

  it('has what DCAT asks of each class, by prefixes that stand in its own context', () => {
    for (const [type, properties] of Object.entries(wanted)) {
      expect(ofType(type).length).toBeGreaterThan(0);
      for (const node of ofType(type)) expect(properties.filter((name) => node[name] === undefined)).toEqual([]);
    }
    const prefixes = new Set(
      nodes
        .filter((node) => node !== catalogue['@context'])
        .flatMap((node) => Object.keys(node))
        .filter((key) => key.includes(':'))
        .map((key) => key.split(':')[0]!),
    );
    expect([...prefixes].filter((prefix) => !(prefix in catalogue['@context']))).toEqual([]);
  });

  it('has a dataset for each line, of its newest release, in a series that is there', () => {
    const sets = ofType('dcat:Dataset');
    expect(sets.map((set) => [set['dct:identifier'], set['dcat:version']])).toEqual([
      ['dti/province34/2024', 'r2'],
      ['dti/province34/2026-Q3', 'r1'],
    ]);
    expect(sets[0]!['dct:temporal']).toMatchObject({ 'dcat:startDate': { '@value': '2024-01-01' } });
    expect(sets[1]!['dct:temporal']).toMatchObject({ 'dcat:startDate': { '@value': '2026-07-01' } });
    expect(sets[0]!['dct:issued']).toMatchObject({ '@value': '2025-10-21T02:00:00.000Z' });
    const series = new Set(ofType('dcat:DatasetSeries').map((one) => one['@id']));
    expect(sets.every((set) => series.has((set['dcat:inSeries'] as Node)['@id']))).toBe(true);
    const ids = nodes.map((node) => node['@type'] && node['@id']).filter((id) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says of what is made up that it is, in title and in provenance, and of what is real nothing', () => {
    const [real, made] = ofType('dcat:Dataset');
    expect(JSON.stringify(made!['dct:title'])).toContain('Số liệu minh họa');
    expect(made!['dct:provenance']).toBeDefined();
    expect(JSON.stringify(real)).not.toMatch(/minh họa|provenance/);
  });

  it('says so too of what was only taken over, or carried over to successors', () => {
    const [first] = releases as [(typeof releases)[number]];
    const told = (changes: object) => renderCatalogue([{ ...first, header: { ...first.header, ...changes } }], origin);
    expect(told({ kind: 'published' })).toContain('Số liệu đã công bố, không tính lại được');
    expect(told({ derived_from: 'dti/province63/2024/r1' })).toContain('Tính lại cho đơn vị sau sắp xếp');
  });

  it('leads from a CSV file to the description of its columns, which is no distribution of its own', () => {
    const files = ofType('dcat:Distribution');
    expect(files).toHaveLength(8);
    expect(files.find((file) => `${file['@id']}`.endsWith('2024/r2/scores.csv'))).toMatchObject({
      'dct:conformsTo': { '@id': `${origin}/releases/dti/province34/2024/r2/scores.csv-metadata.json` },
      'dcat:mediaType': { '@id': 'https://www.iana.org/assignments/media-types/text/csv' },
    });
  });

  it('is the same whatever order the releases are listed in, and empty before the first', () => {
    expect(renderCatalogue(releases.toReversed(), origin)).toBe(renderCatalogue(releases, origin));
    expect(JSON.parse(renderCatalogue([], origin))['dcat:dataset']).toEqual([]);
  });
});
