import type { Pair, PairValue } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { type ChartLang, chartWords, valueText } from './chart-words.ts';
import { dumbbellConclusion, dumbbellDescription, dumbbellTitle, signedDifference } from './dumbbell-words.ts';
import { Axis, FirstMark, Keys, ScaleLine, SecondMark } from './marks.tsx';
import { placesOn, wholeDomain } from './scale.ts';
import { lineHeight, stackRows } from './stack-rows.ts';

interface DumbbellProps extends ChartProps {
  data: Pair;
}

/** Beside the words for a missing value, on a phone of 320 px. */
const letters = 26;
const placeOf = placesOn(wholeDomain);

/** Two units in each main index: a ring and a square, and the way between them. */
export function Dumbbell({ data, ...props }: DumbbellProps) {
  const { id, lang } = props;
  const { rows, height } = stackRows(data.values, letters, 34);
  return (
    <ChartFigure {...props} conclusion={dumbbellConclusion(lang, data)} table={tableOf(lang, data)}>
      <Keys
        keys={[
          { mark: 'first', label: data.nameA },
          { mark: 'second', label: data.nameB },
        ]}
      />
      <Drawing id={id} title={dumbbellTitle(lang, data)} desc={dumbbellDescription(lang, data)} height={height + 20}>
        {rows.map(({ item, lines, y, line }) => (
          <g key={item.measure}>
            {lines.map((text, number) => (
              <text key={text} x="-8" y={y + 13 + number * lineHeight}>
                {text}
              </text>
            ))}
            {(item.a === null || item.b === null) && (
              <text class="small" x="100%" dx="8" y={y + 13} text-anchor="end">
                {chartWords[lang].noData}
              </text>
            )}
            <Row value={item} line={line + 4} />
          </g>
        ))}
        <Axis
          y={height + 12}
          ticks={['0', '0.5', '1'].map((tick) => ({ x: placeOf(tick), label: chartWords[lang].decimal(tick) }))}
        />
      </Drawing>
    </ChartFigure>
  );
}

/** The square stands in the ring where both have one value, so that neither hides the other. */
function Row({ value: { a, b }, line }: { value: PairValue; line: number }) {
  return (
    <>
      <ScaleLine y={line} />
      {a !== null && b !== null && <line class="between" x1={placeOf(a)} x2={placeOf(b)} y1={line} y2={line} />}
      {a !== null && <FirstMark x={placeOf(a)} y={line} />}
      {b !== null && <SecondMark x={placeOf(b)} y={line} />}
    </>
  );
}

function tableOf(lang: ChartLang, data: Pair) {
  const words = chartWords[lang];
  const rows = data.values.map(({ name, a, b }) => [
    name,
    valueText(lang, a),
    valueText(lang, b),
    a === null || b === null ? '–' : signedDifference(lang, a, b),
  ]);
  const head = [words.mainIndex, data.nameA, data.nameB, words.difference];
  return { caption: dumbbellTitle(lang, data), head, rows };
}
