import { formatList, formatListEn } from '../../../format/format-list.ts';
import { parsePeriod, periodLabelVi } from '../../../periods/period.ts';
import type { HistoryPoint, UnitHistory } from '../../../release/history/unit-history.ts';
import { HistoryChart } from '../../charts/history.tsx';
import type { Language } from '../../language.ts';
import { useView } from '../../view.ts';
import { unitWords as words } from '../../words/unit-words.ts';
import { historyData } from './history-data.ts';
import { roundingNotes } from './rounding-note.ts';

interface HistoryProps {
  history: UnitHistory;
  source: string;
}

/** The unit over the periods, across mergers: lines that break where values may not be compared, and why they do. */
export function UnitHistorySection({ history, source }: HistoryProps) {
  const { language } = useView();
  const data = historyData(history, language);
  const reasons = [...reasonsOf(history, language), ...roundingNotes(history, language)];
  if (data === null && reasons.length === 0) return null;
  return (
    <section class="half" aria-labelledby="lich-su">
      <h2 id="lich-su">{words.history[language]}</h2>
      {reasons.map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      {data && (
        <HistoryChart id="ls" lang={language} data={data} source={`${publishedNote(history, language)}${source}`} />
      )}
    </section>
  );
}

/** Each said once, in the order of time. */
function reasonsOf({ predecessors, formation, series }: UnitHistory, language: Language): string[] {
  const breaks = [...predecessors.flatMap((one) => one.breaks), ...(formation ? [formation] : []), ...series.breaks];
  const words = breaks.map(({ reason_vi, reason_en }) => (language === 'vi' ? reason_vi : reason_en));
  return [...new Set(words)];
}

/** `2022, 2023 và 2024 …: số liệu đã công bố, không tính lại được. `; nothing where all was computed here. */
function publishedNote({ predecessors, series }: UnitHistory, language: Language): string {
  const points = [...predecessors, series].flatMap((one) => one.points);
  const periods = [...new Set(points.filter(isPublished).map(({ period }) => period))].sort();
  if (periods.length === 0) return '';
  const told =
    language === 'vi'
      ? formatList(periods.map((period) => periodLabelVi(parsePeriod(period)).replace(/^năm /, '')))
      : formatListEn(periods);
  return `${told}: ${words.published[language]}. `;
}

const isPublished = ({ kind }: HistoryPoint) => kind === 'published';

/** A dissolved unit keeps its page, which points to where its people live now. */
export function Succession({ history }: Pick<HistoryProps, 'history'>) {
  const { language } = useView();
  if (!history.succession) return null;
  const { reason_vi, reason_en, successors } = history.succession;
  return (
    <p class="notice superseded">
      {language === 'vi' ? reason_vi : reason_en} {words.toSuccessor[language]}:{' '}
      {successors.map(({ unit_id, unit_name_vi }, place) => (
        <>
          {place > 0 && ', '}
          <a href={`${language === 'vi' ? '' : '/en'}/don-vi/${unit_id}/`}>{unit_name_vi}</a>
        </>
      ))}
    </p>
  );
}
