import type { TracedPart, TracedPredecessor, TracedSource } from '../../../release/provenance/provenance.ts';
import type { ProvenanceProps } from './provenance-page.tsx';
import { missingWords, provenanceWords as words } from './provenance-words.ts';
import { sayDecimal, sayMeasure } from './say.ts';

/** What a total or pillar adds up: each leads on to its own page. */
export function PartsTable({ parts, provenance, language, root }: ProvenanceProps & { parts: TracedPart[] }) {
  const { unit } = provenance;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{words.mainIndex[language]}</th>
          <th scope="col">{words.pointsOf[language]}</th>
          <th scope="col">{words.valueShort[language]}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.measure} id={part.measure}>
            <th scope="row">
              {part.value === null ? (
                nameOf(part, language)
              ) : (
                <a href={`${root}nguon-goc/${unit.unit_id}/${part.measure}/`}>{nameOf(part, language)}</a>
              )}
            </th>
            <td>
              {sayDecimal(part.points, language)} <small>/ {sayDecimal(part.max_points, language)}</small>
            </td>
            <td>
              {part.value === null ? (
                missingWords[part.missing ?? 'not_applicable'][language]
              ) : (
                <data value={part.value}>{sayDecimal(part.value, language)}</data>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const nameOf = ({ name_vi, name_en }: TracedPart, language: ProvenanceProps['language']): string =>
  language === 'vi' ? name_vi : name_en;

/** Each leads on to its page in the release that it was published with. */
export function PredecessorsTable({
  predecessors,
  provenance,
  language,
}: ProvenanceProps & { predecessors: TracedPredecessor[] }) {
  const { measure, derived_from } = provenance;
  const root = `${language === 'en' ? '/en' : ''}/releases/${derived_from}/`;
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{words.unit[language]}</th>
          <th scope="col">{sayMeasure(provenance, language)}</th>
        </tr>
      </thead>
      <tbody>
        {predecessors.map(({ unit_id, name_vi, value }) => (
          <tr key={unit_id}>
            <th scope="row" lang="vi">
              {value === null ? name_vi : <a href={`${root}nguon-goc/${unit_id}/${measure.measure}/`}>{name_vi}</a>}
            </th>
            <td>
              {value === null ? (
                missingWords.no_data[language]
              ) : (
                <data value={value}>{sayDecimal(value, language)}</data>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where the chain ends: a table published elsewhere, kept as it was. */
export const PublishedTable = ({ source, provenance, language }: ProvenanceProps & { source: TracedSource }) => (
  <dl>
    <dt>{words.source[language]}</dt>
    <dd>
      <a href={source.address}>{language === 'vi' ? source.source_vi : source.source_en}</a>
    </dd>
    <dt>{words.keptTable[language]}</dt>
    <dd>
      <a href={`/releases/${provenance.release}/inputs/published.csv`}>published.csv</a>, {words.column[language]}{' '}
      <code>{provenance.measure.measure}</code>
    </dd>
    <dt>{words.tableDigest[language]}</dt>
    <dd>
      <code class="hash">{source.sha256}</code>
    </dd>
  </dl>
);
