import { hasValue, type MeasureValues, type UnitValue } from '../charts/chart-data.ts';
import type { ChartProps } from '../charts/chart-figure.tsx';
import { type ChartLang, chartWords } from '../charts/chart-words.ts';
import { classOf, fillByClass } from './fills.ts';
import { MapDrawing } from './map-drawing.tsx';
import { type LegendEntry, MapLegend } from './map-legend.tsx';
import { attributionLine, classLabel, mapConclusion } from './map-words.ts';

interface ChoroplethProps extends ChartProps {
  data: MeasureValues;
  /** The unit's page. */
  hrefOf: (unitId: string) => string;
}

const classes = [1, 2, 3, 4, 5] as const;

/** Where high and low values lie: conclusion, legend, map, and the list that says the same with links. */
export function Choropleth({ id, lang, source, data, hrefOf }: ChoroplethProps) {
  const ranks = new Map(data.units.map(({ unit_id, rank }) => [unit_id, rank]));
  return (
    <figure class="chart where" aria-labelledby={`${id}-c`}>
      <figcaption id={`${id}-c`}>{mapConclusion(lang, data.units)}</figcaption>
      <MapLegend lang={lang} entries={legendOf(lang, data.units)} />
      <MapDrawing
        id={id}
        lang={lang}
        fillOf={fillByClass(data.units)}
        labelOf={(unitId) => ranks.get(unitId)?.toString() ?? null}
        hrefOf={hrefOf}
      />
      <div class="list">
        {classes.toReversed().map((one) => (
          <ClassList
            key={one}
            id={`${id}-${one}`}
            lang={lang}
            head={classLabel(lang, one)}
            units={data.units.filter((unit) => hasValue(unit) && classOf(unit.value) === one)}
            hrefOf={hrefOf}
          />
        ))}
        <ClassList
          id={`${id}-0`}
          lang={lang}
          head={chartWords[lang].notSubmittedHead}
          units={data.units.filter((unit) => !hasValue(unit))}
          hrefOf={hrefOf}
        />
      </div>
      <p class="src">
        {source}. {attributionLine(lang)}
      </p>
    </figure>
  );
}

export function legendOf(lang: ChartLang, units: UnitValue[]): LegendEntry[] {
  const valued = units.filter(hasValue);
  const entries: LegendEntry[] = classes.map((one) => ({
    fill: one,
    label: classLabel(lang, one),
    count: valued.filter(({ value }) => classOf(value) === one).length,
  }));
  const missing = units.length - valued.length;
  if (missing > 0) entries.push({ fill: 'missing', label: chartWords[lang].notSubmitted, count: missing });
  return entries;
}

interface ClassListProps {
  id: string;
  lang: ChartLang;
  head: string;
  units: UnitValue[];
  hrefOf: (unitId: string) => string;
}

function ClassList({ id, lang, head, units, hrefOf }: ClassListProps) {
  if (units.length === 0) return null;
  return (
    <div>
      <p class="head" id={id}>
        {head}
      </p>
      <ul class="plain" aria-labelledby={id}>
        {units.map((unit) => (
          <li key={unit.unit_id}>
            <a href={hrefOf(unit.unit_id)}>{unit.name}</a>
            {hasValue(unit) && ` ${told(lang, unit, unit.value)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}

function told(lang: ChartLang, { rank }: UnitValue, value: string): string {
  const words = chartWords[lang];
  const shown = words.decimal(value);
  return rank === null ? shown : `${shown}, ${words.rankAlone(rank)}`;
}
