import type { ChartLang } from '../charts/chart-words.ts';
import { chartWords } from '../charts/chart-words.ts';
import type { Fill } from './fills.ts';

export interface LegendEntry {
  fill: Fill;
  /** The range or the state, in words. */
  label: string;
  count: number;
}

/** Ranges and counts are printed: neighbouring colours alone cannot be told apart by everybody. */
export const MapLegend = ({ lang, entries }: { lang: ChartLang; entries: LegendEntry[] }) => (
  <ul class="keys" aria-label={chartWords[lang].legend}>
    {entries.map(({ fill, label, count }) => (
      <li key={label}>
        <Swatch fill={fill} />
        {label}: {chartWords[lang].units(count)}
      </li>
    ))}
  </ul>
);

const Swatch = ({ fill }: { fill: Fill }) => (
  <svg class="map" aria-hidden="true" width="20" height="16" viewBox="0 0 20 16">
    <rect class={fill === 'missing' || fill === 'plain' ? 'paper' : `f${fill}`} width="20" height="16" />
    {fill === 'missing' && <path class="swatch" d="M0 6l6-6M0 14L14 0M4 16L20 0M12 16l8-8" />}
  </svg>
);
