import type { ComponentChildren } from 'preact';
import type { Provenance } from '../../release/provenance/provenance.ts';
import type { Language } from '../language.ts';
import { FilesSection } from './files-section.tsx';
import { IndicatorArticle } from './indicator-article.tsx';
import { PartsTable, PredecessorsTable, PublishedTable } from './parts-table.tsx';
import { provenanceWords as words } from './provenance-words.ts';
import { provenanceTitle, sayRelease, sayResult } from './say.ts';
import { sayMeanWorking, sayValueWorking } from './say-working.ts';
import { VerifySection } from './verify-section.tsx';

export interface ProvenanceProps {
  provenance: Provenance;
  language: Language;
  /** Where the release's pages lie in this language, with a slash at the end: `/releases/dti/province34/2024/r1/`. */
  root: string;
}

/** From a published value down to the bytes it stands in, as a numbered chain; begins with the heading. */
export function ProvenancePage({ provenance, language, root }: ProvenanceProps) {
  const { result, release, unit } = provenance;
  const props = { provenance, language, root };
  return (
    <>
      <h1>{provenanceTitle(provenance, language)}</h1>
      <p class="lead">{sayResult(result, language)}.</p>
      <Contents {...props} />
      <ol class="chain">
        <Step id="gia-tri" title={words.value[language]}>
          <p>
            <a href={`${root}don-vi/${unit.unit_id}/`} lang="vi">
              {unit.name_vi}
            </a>
            {': '}
            {result.state === 'published' ? (
              <data value={result.value}>{sayResult(result, language)}</data>
            ) : (
              sayResult(result, language)
            )}
            , {language === 'vi' ? 'đợt công bố' : 'release'} {sayRelease(release, language)} <small>({release})</small>
            .
          </p>
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

/** Nothing was computed where there is no value. */
function Working({ provenance: { ground }, language }: ProvenanceProps) {
  if (ground.kind === 'published' || !ground.working) return null;
  const lines =
    ground.kind === 'predecessors'
      ? [sayMeanWorking(ground.working, language)]
      : sayValueWorking(ground.working, language);
  return (
    <Step id="cach-tinh" title={words.working[language]}>
      {lines.map((line) => (
        <p class="sum" key={line}>
          {line}
        </p>
      ))}
      <p class="note">{workingNote(ground.kind, language)}</p>
    </Step>
  );
}

function workingNote(kind: 'indicators' | 'measures' | 'predecessors', language: Language): string {
  const rounding =
    language === 'vi' ? '≈: chia một lần, từ 5 trở lên làm tròn lên.' : '≈: divided once, exact halves rounded up.';
  if (kind === 'predecessors')
    return language === 'vi'
      ? `Trung bình cộng giá trị đã công bố của các đơn vị trước sắp xếp. ${rounding}`
      : `Plain mean of the published values of the units before the merger. ${rounding}`;
  return language === 'vi'
    ? `S: tổng điểm; M: tổng điểm tối đa của phần được đánh giá và áp dụng. ${rounding}`
    : `S: sum of points; M: sum of maxima of what was assessed and applies. ${rounding}`;
}

function GroundStep(props: ProvenanceProps) {
  const { provenance, language } = props;
  const { ground } = provenance;
  switch (ground.kind) {
    case 'indicators':
      return ground.indicators.length === 0 ? null : (
        <Step id="chi-so-thanh-phan" title={words.indicators[language]}>
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
    case 'predecessors':
      return (
        <Step id="truoc-sap-xep" title={words.predecessors[language]}>
          <PredecessorsTable {...props} predecessors={ground.predecessors} />
        </Step>
      );
    case 'published':
      return (
        <Step id="nguon" title={words.published[language]}>
          <PublishedTable {...props} source={ground.source} />
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
