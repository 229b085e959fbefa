import type { RankMoves } from './chart-data.ts';
import { ChartFigure, type ChartProps, Drawing } from './chart-figure.tsx';
import { type ChartLang, chartWords, rankText } from './chart-words.ts';
import { type Key, Keys, MoveArrow } from './marks.tsx';
import { nameLineHeight, type PlacedMove, placeMoves } from './place-moves.ts';
import { round } from './scale.ts';
import { moveText, slopeConclusion, slopeDescription, slopeTitle } from './slope-words.ts';
import { wrapText } from './wrap-text.ts';

interface SlopeProps extends ChartProps {
  /** Of two releases that may be compared. */
  data: RankMoves;
  /** The unit that is read now: always labelled. */
  unitId?: string;
}

const headHeight = 40;

/** Ranks before and after. At most twelve lines are labelled, those that moved most; the table has all. */
export function Slope({ data, unitId, ...props }: SlopeProps) {
  const { id, lang } = props;
  const { moves, height, byLetter } = placeMoves(data, unitId);
  const labelled = moves.filter(isLabelled);
  return (
    <ChartFigure {...props} conclusion={slopeConclusion(lang, data)} table={tableOf(lang, data)}>
      <Keys keys={keysOf(lang, moves)} />
      <Drawing
        id={id}
        kind={byLetter ? 'slope letters' : 'slope'}
        title={slopeTitle(lang, data)}
        desc={slopeDescription(lang, data)}
        height={headHeight + height}
      >
        <Head text={data.beforeLabel} after={false} byLetter={byLetter} />
        <Head text={data.afterLabel} after byLetter={byLetter} />
        <svg y={headHeight} overflow="visible" aria-hidden="true">
          {moves.map((move) => (
            <line key={move.unit_id} class={lookOf(move, unitId)} x2="100%" y1={move.y1} y2={move.y2} />
          ))}
          {labelled.map((move) => (
            <Labels key={move.unit_id} move={move} />
          ))}
        </svg>
      </Drawing>
      {byLetter && <Letters lang={lang} moves={labelled} />}
    </ChartFigure>
  );
}

function keysOf(lang: ChartLang, moves: PlacedMove[]): Key[] {
  const words = chartWords[lang];
  const directions = moves.filter(({ label }) => label !== null).map(directionOf);
  const keys: Key[] = [];
  if (directions.includes('up')) keys.push({ mark: 'up', label: words.upHead });
  if (directions.includes('down')) keys.push({ mark: 'down', label: words.downHead });
  if (directions.length < moves.length) keys.push({ mark: 'move', label: words.otherUnits });
  return keys;
}

type LabelledMove = PlacedMove & { label: NonNullable<PlacedMove['label']> };
const isLabelled = (move: PlacedMove): move is LabelledMove => move.label !== null;

const directionOf = ({ before, after }: PlacedMove) => (after < before ? 'up' : after > before ? 'down' : 'still');

const lookOf = (move: PlacedMove, unitId?: string) =>
  move.label === null ? 'move' : `move ${directionOf(move)}${move.unit_id === unitId ? ' read' : ''}`;

const headLetters = 15;

/** Over the ends of the lines; where letters leave no room for that, from the edges inwards. */
function Head({ text, after, byLetter }: { text: string; after: boolean; byLetter: boolean }) {
  const outward = after ? 62 : -52;
  return (
    <text class="small" text-anchor={after === byLetter ? 'end' : 'start'}>
      {wrapText(text, headLetters).map((line, number) => (
        <tspan key={line} x={after ? '100%' : '0'} dx={byLetter ? outward : undefined} y={12 + number * 16}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** A label that had to make way is tied to its line. */
function Labels({ move }: { move: LabelledMove }) {
  const { before, after, y1, y2, label } = move;
  const { lines, left, right } = label;
  const direction = directionOf(move);
  return (
    <>
      <line class="tie" x1="-3" x2="-9" y1={y1} y2={left} />
      <Lines x="-12" middle={left} anchor="end" lines={[...lines.slice(0, -1), `${lines.at(-1)} ${before}`]} />
      <svg x="100%" overflow="visible" aria-hidden="true">
        <line class="tie" x1="3" x2="9" y1={y2} y2={right} />
        {direction !== 'still' && <MoveArrow up={direction === 'up'} y={right} />}
        <Lines x="23" middle={right} lines={[`${after} ${lines[0]}`, ...lines.slice(1)]} />
      </svg>
    </>
  );
}

function Lines({ x, middle, anchor, lines }: { x: string; middle: number; anchor?: 'end'; lines: string[] }) {
  const first = middle + 4 - ((lines.length - 1) * nameLineHeight) / 2;
  return (
    <text x={x} y={round(first)} text-anchor={anchor}>
      {lines.length === 1
        ? lines[0]
        : lines.map((line, number) => (
            <tspan key={line} x={x} dy={number === 0 ? undefined : nameLineHeight}>
              {line}
            </tspan>
          ))}
    </text>
  );
}

const Letters = ({ lang, moves }: { lang: ChartLang; moves: LabelledMove[] }) => (
  <ul class="named">
    {moves.map(({ unit_id, name, before, after, label }) => (
      <li key={unit_id}>
        <b>{label.lines[0]}</b> {name}: {chartWords[lang].fromTo(before, after)}, {moveText(lang, before, after)}
      </li>
    ))}
  </ul>
);

function tableOf(lang: ChartLang, data: RankMoves) {
  const words = chartWords[lang];
  const rows = data.units.map(({ name, before, after }) => [
    name,
    rankText(lang, before),
    rankText(lang, after),
    moveText(lang, before, after),
  ]);
  return { caption: slopeTitle(lang, data), head: [words.unit, data.beforeLabel, data.afterLabel, words.change], rows };
}
