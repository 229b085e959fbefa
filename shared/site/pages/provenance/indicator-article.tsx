import type { TracedFigure, TracedIndicator, TracedPlace } from '../../../release/provenance/provenance.ts';
import type { Language } from '../../language.ts';
import type { ProvenanceProps } from './provenance-page.tsx';
import { stateWords, provenanceWords as words } from './provenance-words.ts';
import { sayDecimal, sayPeriod } from './say.ts';
import { sayPointsWorking } from './say-working.ts';

type Props = ProvenanceProps & { indicator: TracedIndicator };

/** One indicator, at an anchor of its own: what counts, how it came about, which figures stand where. */
export function IndicatorArticle(props: Props) {
  const { indicator, language } = props;
  const { number, name_vi, name_en } = indicator;
  return (
    <article id={indicator.indicator} class="indicator" aria-labelledby={`${indicator.indicator}-ten`}>
      <h3 id={`${indicator.indicator}-ten`}>
        {number}. {language === 'vi' ? name_vi : name_en}
      </h3>
      {indicator.illustrative && !isAllIllustrative(props) && <p class="note">{words.illustrative[language]}.</p>}
      <State indicator={indicator} language={language} />
      <Points indicator={indicator} language={language} />
      {indicator.working && <p class="sum">{sayPointsWorking(indicator.working, indicator.max_points, language)}</p>}
      {indicator.figures.length > 0 && <Figures {...props} />}
    </article>
  );
}

/** Then the step says so once. */
const isAllIllustrative = ({ provenance: { ground } }: Props): boolean =>
  ground.kind === 'indicators' && ground.indicators.every(({ illustrative }) => illustrative);

type Said = Pick<Props, 'indicator' | 'language'>;

function State({ indicator: { state, carried_from }, language }: Said) {
  const said = stateWords[state];
  if (!said) return null;
  const from = carried_from === null ? '' : ` ${sayPeriod(carried_from, language)}`;
  return (
    <p>
      <strong>
        {said[language]}
        {from}.
      </strong>
    </p>
  );
}

/** Self → appraised → final. */
function Points({ indicator, language }: Said) {
  const { self_points, appraised_points, points, max_points, reason, state } = indicator;
  const said = (of: string | null) => (of === null ? words.notAppraised[language] : sayDecimal(of, language));
  if (points === null) return state === 'not_assessed' ? <Maximum points={max_points} language={language} /> : null;
  return (
    <dl class="points">
      <Line term={words.self[language]}>{said(self_points)}</Line>
      <Line term={words.appraised[language]}>{said(appraised_points)}</Line>
      <Line term={words.final[language]}>
        <strong>{said(points)}</strong> / {sayDecimal(max_points, language)}
      </Line>
      {reason !== null && (
        <Line term={words.reason[language]}>
          <span lang="vi">{reason}</span>
        </Line>
      )}
    </dl>
  );
}

const Maximum = ({ points, language }: { points: string; language: Language }) => (
  <dl class="points">
    <Line term={words.maxPoints[language]}>{sayDecimal(points, language)}</Line>
  </dl>
);

const Line = ({ term, children }: { term: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);

function Figures({ indicator, provenance, language }: Props) {
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{words.figure[language]}</th>
          <th scope="col">{words.valueShort[language]}</th>
          <th scope="col">{words.place[language]}</th>
        </tr>
      </thead>
      <tbody>
        {indicator.figures.map((figure) => (
          <tr key={figure.input}>
            <th scope="row">
              <Label figure={figure} indicator={indicator} language={language} />
            </th>
            <td>
              <data value={figure.value}>{sayDecimal(figure.value, language)}</data>
            </td>
            <td>
              <a href={`#tep-${fileNumber(figure, provenance)}`}>
                {language === 'vi' ? 'tệp' : 'file'} {fileNumber(figure, provenance)}
              </a>
              {', '}
              <Place place={figure.place} language={language} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const fileNumber = ({ submission_sha256 }: TracedFigure, { files }: Props['provenance']): number =>
  files.findIndex((file) => file.submission_sha256 === submission_sha256) + 1;

/** What it is counted in, and of a choice the words that were chosen, in Vietnamese as the framework has them. */
function Label({ figure, indicator, language }: Said & { figure: TracedFigure }) {
  const { working } = indicator;
  const chosen = working?.kind === 'option' ? (working.tier?.label_vi ?? '') : '';
  const beside = figure.unit_of_measure_vi || chosen;
  const isVietnamese = figure.label_en === figure.label_vi;
  return (
    <>
      {language === 'vi' ? figure.label_vi : <span lang={isVietnamese ? 'vi' : undefined}>{figure.label_en}</span>}
      {beside !== '' && <small lang="vi">{beside}</small>}
    </>
  );
}

function Place({ place, language }: { place: TracedPlace; language: Language }) {
  switch (place.kind) {
    case 'cell':
      return (
        <>
          {words.sheet[language]} <span lang="vi">{place.sheet}</span>, {words.cell[language]} <code>{place.cell}</code>
        </>
      );
    case 'line':
      return (
        <>
          {words.line[language]} <code>{place.line}</code>
        </>
      );
    case 'pointer':
      return (
        <>
          {words.pointer[language]} <code>{place.pointer}</code>
        </>
      );
    case 'unknown':
      return <>{words.unknownPlace[language]}</>;
  }
}
