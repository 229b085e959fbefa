import { type ChartLang, chartWords } from './chart-words.ts';
import { MissingMark } from './marks.tsx';
import { type Domain, placesOn } from './scale.ts';

interface RowMarkProps {
  /** Null: the row has no figure, and its cell says so in words. */
  value: string | null;
  mean: string | null;
  domain: Domain;
  /** The unit that is read now. */
  own?: boolean;
}

/**
 * One row's place on the line that all rows share. Hidden from screen readers: the digits stand beside it. A rank
 * interval is drawn on a line of ranks, so it is another mark and never a bar behind this one. Heights are told by the
 * style: there are as many marks as rows.
 */
export function RowMark({ value, mean, domain, own = false }: RowMarkProps) {
  const placeOf = placesOn(domain);
  return (
    <svg class="rm" aria-hidden="true">
      <line x2="100%" />
      {mean !== null && <rect x={placeOf(mean)} />}
      {value === null ? <MissingMark y={8} /> : <circle class={own ? 'own' : undefined} cx={placeOf(value)} r="5" />}
    </svg>
  );
}

interface RowAxisProps {
  lang: ChartLang;
  domain: Domain;
}

/** Head of the column of marks: the ends of the line, in letters of the page. */
export function RowAxis({ lang, domain }: RowAxisProps) {
  const { decimal } = chartWords[lang];
  return (
    <span class="ra">
      <span>{decimal(domain.from)}</span>
      <span>{decimal(domain.to)}</span>
    </span>
  );
}
