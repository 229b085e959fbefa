import { round } from './scale.ts';

/** Marks that several charts share. Shapes differ, not only colours: a copy in grey says the same. */

/** ▲ and ▼ drawn, because fonts of readers lack them, between a line's end and its label; the word stands beside. */
export const MoveArrow = ({ up, y }: { up: boolean; y: number }) => (
  <path
    class={up ? 'arrow up' : 'arrow down'}
    d={up ? `M15 ${round(y - 4)}l5 8h-10z` : `M15 ${round(y + 4)}l5-8h-10z`}
  />
);

interface LineProps {
  y: number;
}

/** The scale itself, from end to end. */
export const ScaleLine = ({ y }: LineProps) => <line class="scale" x2="100%" y1={y} y2={y} />;

interface PlacedProps {
  /** Share of the width, as `82.4%`. */
  x: string;
  y: number;
}

/** Filled: the unit that is read. */
export const OwnDot = ({ x, y }: PlacedProps) => <circle class="own" cx={x} cy={y} r="5.5" />;

/** Hollow: everybody else. */
export const OtherRing = ({ x, y }: PlacedProps) => <circle class="other" cx={x} cy={y} r="4" />;

/** A line across: what all are measured by. */
export const MeanTick = ({ x, y }: PlacedProps) => <line class="mean" x1={x} x2={x} y1={y - 9} y2={y + 9} />;

/** In place of a value that is missing: hatched from end to end, for a mark at one place would look like a value. */
export const MissingMark = ({ y }: LineProps) => (
  <line class="missing" x2="100%" transform={`translate(0 ${y}) skewX(-45)`} />
);

/** Of two units, told apart by their shapes. */
export const FirstMark = ({ x, y }: PlacedProps) => <circle class="first" cx={x} cy={y} r="6" />;

export const SecondMark = ({ x, y }: PlacedProps) => (
  <rect class="second" x={x} y={y - 4} width="8" height="8" transform="translate(-4)" />
);

interface PillProps extends PlacedProps {
  count: number;
  own: boolean;
}

/** Several units at one place, with their number. */
export const CountPill = ({ x, y, count, own }: PillProps) => (
  <>
    <rect
      class={own ? 'count own' : 'count'}
      x={x}
      y={y - 8}
      width="24"
      height="16"
      rx="8"
      transform="translate(-12)"
    />
    <text class="counted" x={x} y={y + 4} text-anchor="middle">
      {count}
    </text>
  </>
);

interface AxisProps {
  y: number;
  ticks: { x: string; label: string }[];
}

/** Labels below; those at the ends stay inside the picture. */
export const Axis = ({ y, ticks }: AxisProps) => (
  <g class="axis">
    {ticks.map(({ x, label }) => (
      <text key={x} x={x} y={y} text-anchor="middle">
        {label}
      </text>
    ))}
  </g>
);

export interface Key {
  mark:
    | 'own'
    | 'other'
    | 'mean'
    | 'missing'
    | 'first'
    | 'second'
    | 'predecessor'
    | 'count'
    | 'stop'
    | 'up'
    | 'down'
    | 'move';
  label: string;
}

/** What the marks mean, in letters of the page. */
export const Keys = ({ keys }: { keys: Key[] }) => (
  <ul class="keys">
    {keys.map(({ mark, label }) => (
      <li key={mark}>
        <svg aria-hidden="true" width="20" height="18">
          <KeyMark mark={mark} />
        </svg>
        {label}
      </li>
    ))}
  </ul>
);

function KeyMark({ mark }: { mark: Key['mark'] }) {
  const place = { x: '10', y: 9 };
  if (mark === 'own') return <OwnDot {...place} />;
  if (mark === 'other') return <OtherRing {...place} />;
  if (mark === 'mean') return <MeanTick {...place} />;
  if (mark === 'missing') return <line class="missing" x2="20" transform="translate(0 9) skewX(-45)" />;
  if (mark === 'first') return <FirstMark {...place} />;
  if (mark === 'second') return <SecondMark {...place} />;
  if (mark === 'stop') return <circle class="stop" cx="10" cy="9" r="5" />;
  if (mark === 'up' || mark === 'down' || mark === 'move')
    return <line class={mark === 'move' ? 'move' : `move ${mark}`} x2="20" y1="9" y2="9" />;
  if (mark === 'count') return <rect class="count" x="1" y="2" width="18" height="14" rx="7" />;
  return <line class="predecessor" x1="0" x2="20" y1="9" y2="9" />;
}
