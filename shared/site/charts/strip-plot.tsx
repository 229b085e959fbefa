import { hasValue, type MeasureValues } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { type ChartLang, chartWords, rankText, valueText } from './chart-words.ts';
import { markEqualValues } from './equal-values.ts';
import { Axis, CountPill, type Key, Keys, OtherRing, OwnDot, ScaleLine } from './marks.tsx';
import { placeInLanes } from './place-in-lanes.ts';
import { placesOn, tenthsAround, ticksOn } from './scale.ts';
import { spreadConclusion, spreadDescription, spreadTitle } from './spread-words.ts';

interface StripPlotProps extends ChartProps {
  data: MeasureValues;
  /** The unit that is read now, if the page is of one. */
  unitId?: string;
}

const laneHeight = 12;

/** The spread of all units in a measure. Equal values are one mark with their number, near ones stand on each other. */
export function StripPlot({ data, unitId, ...props }: StripPlotProps) {
  const { id, lang } = props;
  const domain = tenthsAround(data.units.filter(hasValue).map(({ value }) => value));
  const placeOf = placesOn(domain);
  const marks = placeInLanes(markEqualValues(data.units), (value) => Number.parseFloat(placeOf(value)));
  const floor = 14 + laneHeight * Math.max(0, ...marks.map(({ lane }) => lane));
  return (
    <ChartFigure {...props} conclusion={spreadConclusion(lang, data)} table={tableOf(lang, data)}>
      <Keys keys={keysOf(lang, data, unitId)} />
      <Drawing id={id} title={spreadTitle(lang, data)} desc={spreadDescription(lang, data)} height={floor + 34}>
        <ScaleLine y={floor + 12} />
        {data.mean !== null && (
          <line class="mean" x1={placeOf(data.mean)} x2={placeOf(data.mean)} y1="0" y2={floor + 16} />
        )}
        {marks.map(({ value, units, lane }) => {
          const place = { x: placeOf(value), y: floor - lane * laneHeight };
          const own = units.some(({ unit_id }) => unit_id === unitId);
          if (units.length > 1) return <CountPill key={value} {...place} count={units.length} own={own} />;
          return own ? <OwnDot key={value} {...place} /> : <OtherRing key={value} {...place} />;
        })}
        <Axis
          y={floor + 31}
          ticks={ticksOn(domain).map((tick) => ({ x: placeOf(tick), label: chartWords[lang].decimal(tick) }))}
        />
      </Drawing>
    </ChartFigure>
  );
}

function keysOf(lang: ChartLang, { mean, units }: MeasureValues, unitId?: string): Key[] {
  const words = chartWords[lang];
  const own = units.find(({ unit_id }) => unit_id === unitId);
  const keys: Key[] = own && hasValue(own) ? [{ mark: 'own', label: own.name }] : [];
  keys.push({ mark: 'other', label: own ? words.otherUnits : words.oneUnit });
  if (markEqualValues(units).some((mark) => mark.units.length > 1))
    keys.push({ mark: 'count', label: words.equalUnits });
  if (mean !== null) keys.push({ mark: 'mean', label: `${words.mean} ${words.decimal(mean)}` });
  const missing = units.filter((unit) => !hasValue(unit)).length;
  if (missing > 0) keys.push({ mark: 'missing', label: `${words.units(missing)} ${words.withoutData}` });
  return keys;
}

function tableOf(lang: ChartLang, data: MeasureValues) {
  const words = chartWords[lang];
  const rows = data.units.map(({ name, value, rank }) => [name, valueText(lang, value), rankText(lang, rank)]);
  return { caption: spreadTitle(lang, data), head: [words.unit, words.value, words.rank], rows };
}
