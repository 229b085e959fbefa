import { bulletConclusion, bulletTitle } from './bullet-words.ts';
import type { MeasureValues } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { chartWords, valueText } from './chart-words.ts';
import { Axis, type Key, Keys, MeanTick, MissingMark, OwnDot, ScaleLine } from './marks.tsx';
import { placesOn, wholeDomain } from './scale.ts';

interface BulletProps extends ChartProps {
  unitId: string;
  data: MeasureValues;
}

const placeOf = placesOn(wholeDomain);
const line = 14;

/** One value between nothing and the maximum, beside the mean: the line ends where every point is had. */
export function Bullet({ unitId, data, ...props }: BulletProps) {
  const { id, lang } = props;
  const words = chartWords[lang];
  const own = data.units.find(({ unit_id }) => unit_id === unitId);
  if (!own) throw new RangeError(`No unit "${unitId}" in ${data.measure}`);
  const conclusion = bulletConclusion(lang, own, data);
  const keys: Key[] = [{ mark: own.value === null ? 'missing' : 'own', label: own.name }];
  if (data.mean !== null) keys.push({ mark: 'mean', label: words.mean });
  const rows = [
    [own.name, valueText(lang, own.value)],
    [words.mean, valueText(lang, data.mean)],
    [words.maximum, words.decimal('1.0000')],
  ];
  return (
    <ChartFigure
      {...props}
      conclusion={conclusion}
      table={{ caption: bulletTitle(lang, own, data), head: [words.unit, words.value], rows }}
    >
      <Keys keys={keys} />
      <Drawing id={id} title={bulletTitle(lang, own, data)} desc={`${conclusion}.`} height={44}>
        <ScaleLine y={line} />
        <line class="end" x1="100%" x2="100%" y1={line - 6} y2={line + 6} />
        {data.mean !== null && <MeanTick x={placeOf(data.mean)} y={line} />}
        {own.value === null ? <MissingMark y={line} /> : <OwnDot x={placeOf(own.value)} y={line} />}
        <Axis y={40} ticks={['0', '0.5', '1'].map((tick) => ({ x: placeOf(tick), label: words.decimal(tick) }))} />
      </Drawing>
    </ChartFigure>
  );
}
