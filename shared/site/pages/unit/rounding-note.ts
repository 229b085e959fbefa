import type { HistoryPoint, UnitHistory } from '../../../release/history/unit-history.ts';
import { differenceOf } from '../../charts/compare-decimals.ts';
import type { Language } from '../../language.ts';
import { recomputedBeside } from '../../words/unit-words.ts';

/** What rounded inputs can do to a total. Whatever is farther off has another reason, and is not explained away. */
const roundingReaches = ['0.0001', '-0.0001'];

/** Why a period has one value in the table published elsewhere and another that was computed here; empty where none has. */
export function roundingNotes({ predecessors, series }: UnitHistory, language: Language): string[] {
  const points = [...predecessors.filter(({ relation }) => relation === 'continued'), series].flatMap(
    (one) => one.points,
  );
  return points.filter(isComputed).flatMap(({ period, value }) => {
    const published = points.find((point) => point.period === period && point.kind === 'published')?.value;
    if (!value || !published || !roundingReaches.includes(differenceOf(value, published))) return [];
    return [recomputedBeside({ period, published, computed: value }, language)];
  });
}

const isComputed = ({ kind, illustrative }: HistoryPoint): boolean => kind === 'computed' && !illustrative;
