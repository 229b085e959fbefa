import type { Finding } from '../../../../../shared/submission/submission.ts';
import { Told } from '../../parts/told.tsx';
import { useSay } from '../../words.ts';

/** One finding: how grave, what was found, what to do. Never told by colour alone. */
export function FindingLine({ finding }: { finding: Finding }) {
  const say = useSay();
  const isError = finding.severity === 'error';
  return (
    <p class={isError ? 'finding trouble' : 'finding warn'}>
      <strong>{isError ? say({ vi: 'Lỗi', en: 'Error' }) : say({ vi: 'Cần rà soát', en: 'To review' })}:</strong>{' '}
      <Told text={say({ vi: finding.message_vi, en: finding.message_en })} />
    </p>
  );
}

/** `ô H12`, `dòng 7`. */
export function usePlace(): (place: { cell: string | null; row: number | null }) => string {
  const say = useSay();
  return ({ cell, row }) => {
    if (cell) return say({ vi: `ô ${cell}`, en: `cell ${cell}` });
    return row ? say({ vi: `dòng ${row}`, en: `row ${row}` }) : '';
  };
}
