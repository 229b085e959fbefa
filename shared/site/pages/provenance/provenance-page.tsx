import type { ComponentChildren } from 'preact';
import { formatList } from '../../../format/format-list.ts';
import type { Provenance } from '../../../release/provenance/provenance.ts';
import type { Language } from '../../language.ts';
import { FilesSection } from './files-section.tsx';
import { IndicatorArticle } from './indicator-article.tsx';
import { PartsTable } from './parts-table.tsx';
import { provenanceWords as words } from './provenance-words.ts';
import { provenanceTitle, sayDecimal, sayRank, sayRelease, sayResult } from './say.ts';
import { sayValueWorking } from './say-working.ts';
import { VerifySection } from './verify-section.tsx';

export interface ProvenanceProps {
  provenance: Provenance;
  language: Language;
  /** Where the release's pages lie in this language, with a slash at the end: `/releases/dti/province34/2024/r1/`. */
  root: string;
}

/** From a published value down to the bytes it stands in, as a numbered chain; begins with the heading. */
export function ProvenancePage({ provenance, language, root }: ProvenanceProps) {
  const props = { provenance, language, root };
  return (
    <>
      <h1>{provenanceTitle(provenance, language)}</h1>
      <ol class="chain">
        <Step id="gia-tri" title={words.value[language]}>
          <PublishedValue {...props} />
        </Step>
        <Working {...props} />
        <GroundStep {...props} />
        {provenance.files.length > 0 && (
          <Step id="tep" title={words.files[language]}>
            <FilesSection {...props} />
          </Step>
        )}
        <Step id="kiem-tra" title={words.verify[language]}>
          <VerifySection {...props} />
        </Step>
      </ol>
    </>
  );
}

function Step({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <li>
      <section aria-labelledby={id}>
        <h2 id={id}>{title}</h2>
        {children}
      </section>
    </li>
  );
}

function PublishedValue({ provenance, language, root }: ProvenanceProps) {
  const { result, release, unit } = provenance;
  const of = language === 'vi' ? 'đợt công bố' : 'release';
  return (
    <>
      <p class="lead">
        {result.state === 'published' ? (
          <>
            <data value={result.value}>{sayDecimal(result.value, language)}</data>, {sayRank(result, language)}
          </>
        ) : (
          sayResult(result, language)
        )}
      </p>
      <p>
        <a href={`${root}don-vi/${unit.unit_id}/`} lang="vi">
          {unit.name_vi}
        </a>
        {unit.formed_from_vi.length > 0 && (
          <>
            {' '}
            ({words.formedFrom[language]} <span lang="vi">{formatList(unit.formed_from_vi)}</span>)
          </>
        )}
        , {of} {sayRelease(release, language)} <small>({release})</small>
      </p>
    </>
  );
}

/** Nothing was computed where there is no value. */
function Working({ provenance: { ground }, language }: ProvenanceProps) {
  if (!ground.working) return null;
  return (
    <Step id="cach-tinh" title={words.working[language]}>
      {sayValueWorking(ground.working, language).map((line) => (
        <p class="sum" key={line}>
          {line}
        </p>
      ))}
      <p class="note">{workingNote(ground.working, language)}</p>
    </Step>
  );
}

const workingNote = ({ exact }: { exact: boolean }, language: Language): string =>
  exact ? words.sumsNote[language] : `${words.sumsNote[language]} ${words.roundingNote[language]}`;

function GroundStep(props: ProvenanceProps) {
  const { provenance, language } = props;
  const { ground } = provenance;
  switch (ground.kind) {
    case 'indicators':
      return ground.indicators.length === 0 ? null : (
        <Step id="chi-so-thanh-phan" title={words.indicators[language]}>
          <Contents {...props} />
          {ground.indicators.every(({ illustrative }) => illustrative) && (
            <p class="note">{words.illustrativeAll[language]}.</p>
          )}
          {ground.indicators.map((indicator) => (
            <IndicatorArticle {...props} indicator={indicator} key={indicator.indicator} />
          ))}
        </Step>
      );
    case 'measures':
      return ground.parts.length === 0 ? null : (
        <Step id="chi-so-chinh" title={words.parts[language]}>
          <PartsTable {...props} parts={ground.parts} />
        </Step>
      );
  }
}

/** Of a page with one indicator it would only repeat the heading below. */
function Contents({ provenance: { ground }, language }: ProvenanceProps) {
  if (ground.kind !== 'indicators' || ground.indicators.length < 2) return null;
  return (
    <nav class="contents" aria-label={words.contents[language]}>
      <ul>
        {ground.indicators.map(({ indicator, number, name_vi, name_en }) => (
          <li key={indicator}>
            <a href={`#${indicator}`}>
              {number}. {language === 'vi' ? name_vi : name_en}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
