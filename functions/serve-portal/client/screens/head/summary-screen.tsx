import { formatDecimal, formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { SubmissionSummary, SummaryScore } from '../../../../summarise-submission/summarise-submission.ts';
import { showFigure } from '../../parts/figure.ts';
import { Loaded } from '../../parts/loaded.tsx';
import { Page } from '../../parts/page.tsx';
import { periodName } from '../../parts/period-name.ts';
import { Said } from '../../parts/said.tsx';
import { addressOf, type ScreenProps } from '../../routes.ts';
import { useSay } from '../../words.ts';
import { loadSummary, receiptOf } from './head-path.ts';
import { difference, hindrances, stateSentence } from './head-words.ts';

/** One page per submission: what will be counted, what moved, what is left to be said. Two minutes on a phone. */
export function SummaryScreen({ params, me }: ScreenProps) {
  const say = useSay();
  const of = receiptOf(params);
  return (
    <Page title={`${say(periodName(of.period))}: ${say({ vi: 'lần gửi', en: 'receipt' })} ${of.receipt}`}>
      <Loaded from={(signal) => loadSummary(of, me, signal)}>
        {(summary) => (
          <>
            <p class="state">{say(stateSentence(summary))}</p>
            {summary.returned && (
              <p class="warn">
                {say({ vi: 'Đã trả lại với nội dung', en: 'Sent back with these words' })}:{' '}
                <Said text={summary.returned.text_vi} />
              </p>
            )}
            {summary.score && <Figures summary={summary} score={summary.score} />}
            {summary.score && <Movers score={summary.score} />}
            <Warnings warnings={summary.warnings} />
            <p>
              <a href={addressOf('lan-gui', of.group, of.period, of.receipt)}>
                {say({ vi: 'Xem từng số liệu', en: 'See each figure' })}
              </a>
            </p>
            <Deeds summary={summary} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Figures({ summary, score }: { summary: SubmissionSummary; score: SummaryScore }) {
  const say = useSay();
  const total = score.measures.find(({ kind }) => kind === 'total');
  const value = total?.value ?? null;
  const before = score.value_before;
  const rows: [string, string][] = [
    [say({ vi: 'Chỉ số có số liệu', en: 'Answered' }), `${score.answered}/${score.asked}`],
    [say({ vi: 'Lỗi', en: 'Errors' }), `${summary.errors}`],
    [say({ vi: 'Nội dung cần rà soát', en: 'Warnings' }), `${summary.warnings.length}`],
    [
      say({ vi: 'Tài liệu kiểm chứng', en: 'Evidence' }),
      say({
        vi: `${score.with_evidence} chỉ số có nêu, ${score.evidence_files} tệp`,
        en: `${score.with_evidence} indicators, ${score.evidence_files} files`,
      }),
    ],
    [
      say({ vi: 'Giá trị tự chấm', en: 'Own score' }),
      value === null
        ? '–'
        : `${formatDecimal(value)} (${formatPoints(total!.points)}/${formatPoints(total!.max_points)} ${say({ vi: 'điểm', en: 'points' })})`,
    ],
    [
      say({ vi: 'So với kỳ trước', en: 'Against last time' }),
      before === null || value === null
        ? say({ vi: '– (chưa có đợt công bố so sánh được)', en: '– (no release to compare with)' })
        : `${difference(value, before)} (${score.compared_with_vi})`,
    ],
  ];
  return (
    <section>
      <h2>{say({ vi: 'Sẽ được tính', en: 'What will be counted' })}</h2>
      <dl class="facts">
        {rows.map(([name, text]) => (
          <div key={name} class="fact">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <details>
        <summary>{say({ vi: 'Theo chỉ số chính', en: 'By main index' })}</summary>
        <ul>
          {score.measures.filter(isMainIndex).map((one) => (
            <li key={one.measure}>
              {say({ vi: one.name_vi, en: one.name_en })}: {one.value === null ? '–' : formatDecimal(one.value)}
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

const isMainIndex = ({ kind }: SummaryScore['measures'][number]): boolean => kind === 'main_index';

function Movers({ score: { movers, more_movers, compared_with_vi } }: { score: SummaryScore }) {
  const say = useSay();
  if (movers.length === 0) return null;
  return (
    <section>
      <h2>
        {say({ vi: 'Thay đổi nhiều nhất so với lần công bố trước', en: 'What moved most since the last release' })}
      </h2>
      <ul>
        {movers.map((mover) => {
          const shown = (value: string | null) =>
            value === null ? say({ vi: 'không có', en: 'none' }) : showFigure({ ...mover, decimals: 0 }, value);
          return (
            <li key={`${mover.indicator}/${mover.input}`}>
              {say({ vi: mover.name_vi, en: mover.name_en })}, {mover.input_vi}: {shown(mover.before)} →{' '}
              <strong>{shown(mover.value)}</strong>
            </li>
          );
        })}
      </ul>
      {more_movers > 0 && (
        <p>
          {say({ vi: `Còn ${more_movers} số liệu thay đổi ít hơn`, en: `${more_movers} more moved less` })}
          {compared_with_vi && ` (${compared_with_vi})`}.
        </p>
      )}
    </section>
  );
}

function Warnings({ warnings }: Pick<SubmissionSummary, 'warnings'>) {
  const say = useSay();
  if (warnings.length === 0) return null;
  return (
    <section>
      <h2>{say({ vi: 'Nội dung cần rà soát còn lại', en: 'Warnings left' })}</h2>
      <ul>
        {warnings.map((warning, at) => (
          <li key={at}>
            <Said text={say({ vi: warning.message_vi, en: warning.message_en })} />
            {warning.note ? (
              <>
                {' '}
                {say({ vi: 'Cán bộ ghi', en: 'The officer wrote' })}: <Said text={warning.note} />
              </>
            ) : (
              ` ${say({ vi: '(cán bộ không ghi chú)', en: '(no note)' })}`
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The two things to do, or what keeps one from them. */
function Deeds({ summary }: { summary: SubmissionSummary }) {
  const say = useSay();
  const { group, period, receipt, kept_from } = summary;
  if (kept_from) return <p class="notice">{say(hindrances[kept_from])}</p>;
  return (
    <p class="bar">
      <a class="button main" href={addressOf('xac-nhan', group, period, `${receipt}`, 'ky')}>
        {say({ vi: 'Xác nhận', en: 'Certify' })}
      </a>
      <a class="button" href={addressOf('xac-nhan', group, period, `${receipt}`, 'tra-lai')}>
        {say({ vi: 'Trả lại', en: 'Send back' })}
      </a>
    </p>
  );
}
