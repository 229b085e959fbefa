import { hasValue, type MeasureValues, type UnitIndices, type UnitValue } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { type ChartLang, chartWords, rankText, valueText } from './chart-words.ts';
import { countsWithRoom, markEqualValues } from './equal-values.ts';
import { Axis, type Key, Keys, MeanTick, MissingMark, OtherRing, OwnDot, ScaleLine } from './marks.tsx';
import { placesOn, wholeDomain } from './scale.ts';
import { lineHeight, type StackedRow, stackRows } from './stack-rows.ts';
import { stripsConclusion, stripsDescription, stripsTitle } from './strips-words.ts';

interface StripsProps extends ChartProps {
  data: UnitIndices;
}

const placeOf = placesOn(wholeDomain);
/** At 13 px beside the value, on a phone of 320 px. */
const letters = 30;
/** Printed counts keep so much of the line's width between them: two digits and air on a phone. */
const countRoom = 8;

/** The main indices of a unit, each as a line with all units on it: same scale, official order. */
export function Strips({ data, ...props }: StripsProps) {
  const { id, lang } = props;
  const { rows, height } = stackRows(data.indices, letters, 50);
  return (
    <ChartFigure {...props} conclusion={stripsConclusion(lang, data)} table={tableOf(lang, data)}>
      <Keys keys={keysOf(lang, data)} />
      <Drawing id={id} title={stripsTitle(lang, data)} desc={stripsDescription(lang, data)} height={height + 20}>
        {rows.map((row) => (
          <Strip key={row.item.measure} lang={lang} unitId={data.unit_id} row={row} />
        ))}
        <Axis
          y={height + 12}
          ticks={['0', '0.5', '1'].map((tick) => ({ x: placeOf(tick), label: chartWords[lang].decimal(tick) }))}
        />
      </Drawing>
    </ChartFigure>
  );
}

interface StripProps {
  lang: ChartLang;
  unitId: string;
  row: StackedRow<MeasureValues>;
}

function Strip({ lang, unitId, row }: StripProps) {
  const { item: index, lines, y, line } = row;
  const own = ownOf(index, unitId);
  const hasOwn = own !== undefined && hasValue(own);
  return (
    <>
      {lines.map((text, number) => (
        <text key={text} class="name" x="-8" y={y + 13 + number * lineHeight}>
          {text}
        </text>
      ))}
      <text class="name" x="100%" dx="8" y={y + 13} text-anchor="end">
        {valueText(lang, own?.value ?? null)}
      </text>
      <ScaleLine y={line} />
      {!hasOwn && <MissingMark y={line} />}
      <Others units={index.units.filter(({ unit_id }) => unit_id !== unitId)} y={line} />
      {index.mean !== null && <MeanTick x={placeOf(index.mean)} y={line} />}
      {hasOwn && <OwnDot x={placeOf(own.value)} y={line} />}
    </>
  );
}

/** A count stands over its mark: how many others share the place. */
function Others({ units, y }: { units: UnitValue[]; y: number }) {
  const marks = markEqualValues(units);
  const counts = countsWithRoom(marks, (value) => Number(value) * 100, countRoom);
  return (
    <>
      {marks.map(({ value }) => (
        <OtherRing key={value} x={placeOf(value)} y={y} />
      ))}
      {counts.map(({ value, units: { length } }) => (
        <text key={value} class="small" x={placeOf(value)} y={y - 11} text-anchor="middle">
          {length}
        </text>
      ))}
    </>
  );
}

function keysOf(lang: ChartLang, { unit_id, name, indices }: UnitIndices): Key[] {
  const words = chartWords[lang];
  const own = indices.map((index) => ownOf(index, unit_id)?.value ?? null);
  const keys: Key[] = own.every((value) => value === null) ? [] : [{ mark: 'own', label: name }];
  if (indices.some(({ units }) => units.length > 1)) keys.push({ mark: 'other', label: words.otherUnits });
  keys.push({ mark: 'mean', label: words.mean });
  return own.includes(null) ? [...keys, { mark: 'missing', label: words.noData }] : keys;
}

const ownOf = ({ units }: MeasureValues, unitId: string) => units.find(({ unit_id }) => unit_id === unitId);

function tableOf(lang: ChartLang, data: UnitIndices) {
  const words = chartWords[lang];
  const rows = data.indices.map((index) => {
    const own = ownOf(index, data.unit_id);
    const shown = [own?.value ?? null, index.mean].map((value) => valueText(lang, value));
    return [index.name, shown[0]!, rankText(lang, own?.rank ?? null), shown[1]!];
  });
  return { caption: stripsTitle(lang, data), head: [words.mainIndex, words.value, words.rank, words.mean], rows };
}
