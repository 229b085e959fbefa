import type { ComponentChildren, RefObject } from 'preact';
import { formatPoints } from '../../../../../shared/format/format-decimal.ts';
import type { QueueRow, ShownFigure } from '../../../../read-decisions/queue-row.ts';
import { Said } from '../../parts/said.tsx';
import { useSay } from '../../words.ts';
import { attentionNames, type PeriodOf } from './appraisal-path.ts';
import { EvidenceView } from './evidence-view.tsx';
import { RowHistory } from './row-history.tsx';
import { shownValue } from './shown-figure.ts';

interface RowCardProps {
  row: QueueRow;
  of: PeriodOf;
  /** What people are called, by id. */
  names: Readonly<Record<string, string>>;
  byIndicator: boolean;
  headingRef: RefObject<HTMLHeadingElement | null>;
}

/** One row as it is looked at: what was declared, what it earns, what proves it, what was said and decided. */
export function RowCard({ row, of, names, byIndicator, headingRef }: RowCardProps) {
  const say = useSay();
  return (
    <article class="row-card" aria-labelledby="dong">
      <h2 id="dong" ref={headingRef} tabIndex={-1}>
        {byIndicator ? row.unit_name_vi : say({ vi: row.name_vi, en: row.name_en })}
      </h2>
      <p class="figures">
        {row.figures.map((figure) => (
          <Figure key={figure.input} row={row} figure={figure} />
        ))}
        <span>
          {say({ vi: 'Tự đánh giá', en: 'Own points' })}: <strong>{formatPoints(row.self_points)}</strong> /{' '}
          {formatPoints(row.max_points)}
        </span>
      </p>
      <RowFacts row={row} />
      <EvidenceView row={row} of={of} />
      {row.notes.map((note) => (
        <p key={note}>
          {say({ vi: 'Ghi chú của đơn vị', en: 'The unit’s note' })}: <Said text={note} />
        </p>
      ))}
      <RowHistory row={row} names={names} />
    </article>
  );
}

function RowFacts({ row }: { row: QueueRow }) {
  const say = useSay();
  const { peers } = row;
  return (
    <dl class="facts">
      <Fact name={say({ vi: 'Trạng thái', en: 'State' })}>{say(attentionNames[row.attention])}</Fact>
      <Fact name={say({ vi: 'Điểm kỳ trước', en: 'Points before' })}>
        {row.points_before === null
          ? say({ vi: 'không có kỳ so sánh được', en: 'no period to compare with' })
          : formatPoints(row.points_before)}
      </Fact>
      <Fact name={say({ vi: 'Trung vị của nhóm', en: 'Median of the group' })}>
        {say({
          vi: `${formatPoints(peers.median)} (${peers.units} đơn vị, từ ${formatPoints(peers.lowest)} đến ${formatPoints(peers.highest)})`,
          en: `${peers.median} (${peers.units} units, ${peers.lowest} to ${peers.highest})`,
        })}
      </Fact>
      {row.evidence_vi && <Fact name={say({ vi: 'Cần tài liệu', en: 'To be proved by' })}>{row.evidence_vi}</Fact>}
      {row.carried_from && (
        <Fact name={say({ vi: 'Kế thừa từ', en: 'Carried from' })}>
          {row.carried_from}
          {row.carried_points && `, ${formatPoints(row.carried_points)}`}
        </Fact>
      )}
    </dl>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Figure({ row, figure }: { row: QueueRow; figure: ShownFigure }) {
  const say = useSay();
  return (
    <span>
      {figure.input_vi}: <strong>{shownValue(row, figure, figure.value)}</strong>
      {figure.before !== null && (
        <small>
          {' '}
          {say({ vi: 'kỳ trước', en: 'before' })} {shownValue(row, figure, figure.before)}
        </small>
      )}
    </span>
  );
}
