import type { TracedPart } from '../../../release/provenance/provenance.ts';
import type { ProvenanceProps } from './provenance-page.tsx';
import { missingWords, provenanceWords as words } from './provenance-words.ts';
import { sayDecimal } from './say.ts';

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
