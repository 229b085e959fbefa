import { type ChartLang, chartWords } from '../charts/chart-words.ts';
import type { Fill, FillOf } from './fills.ts';
import { type ArchipelagoShape, archipelagos, type ProvinceShape, provinces } from './shapes.ts';

export interface MapProps {
  /** Begins the id of the hatch, so it is unique on the page. */
  id: string;
  lang: ChartLang;
  fillOf: FillOf;
  /** A few characters inside the units that have room for them, such as the rank. */
  labelOf?: (unitId: string) => string | null;
  /** Null: the unit has no page. */
  hrefOf?: (unitId: string) => string | null;
}

/** Two digits of our letters need as much around their middle. */
const roomForLabel = 125;

/**
 * All provinces, and both archipelagos in insets, in one picture. It is hidden from screen readers and its links are for
 * pointers only: the list beside it has the same links, and the keyboard meets each once.
 */
export function MapDrawing(props: MapProps) {
  const hatch = `${props.id}-h`;
  return (
    <svg
      class="map"
      aria-hidden="true"
      focusable="false"
      viewBox="-20 -20 5260 8540"
      xmlns="http://www.w3.org/2000/svg"
    >
      <defs>
        <pattern id={hatch} width="60" height="60" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path class="paper" d="M0 0h60v60H0z" />
          <path class="hatch" d="M0 0h22v60H0z" />
        </pattern>
      </defs>
      {provinces.map((shape) => (
        <Province key={shape.unit_id} shape={shape} hatch={hatch} {...props} />
      ))}
      {archipelagos.map((shape) => (
        <Inset key={shape.archipelago} shape={shape} hatch={hatch} {...props} />
      ))}
    </svg>
  );
}

interface FilledProps {
  fill: Fill;
  hatch: string;
}

function filled({ fill, hatch }: FilledProps, kind?: string) {
  if (fill === 'missing') return { class: kind, fill: `url(#${hatch})` };
  const name = fill === 'plain' ? 'paper' : `f${fill}`;
  return { class: kind ? `${kind} ${name}` : name };
}

type ShapeProps<Shape> = MapProps & { shape: Shape; hatch: string };

function Province({ shape, hatch, fillOf, labelOf, hrefOf }: ShapeProps<ProvinceShape>) {
  const { unit_id, path, x, y, room } = shape;
  const fill = fillOf(unit_id);
  const label = room < roomForLabel ? null : (labelOf?.(unit_id) ?? null);
  const drawn = (
    <>
      <path {...filled({ fill, hatch })} d={path} />
      {label !== null && fill !== 'missing' && (
        <text class={fill === 'plain' ? undefined : `o${fill}`} x={x} y={y + 70}>
          {label}
        </text>
      )}
    </>
  );
  const href = hrefOf?.(unit_id) ?? null;
  return href === null ? drawn : <PointerLink href={href}>{drawn}</PointerLink>;
}

const PointerLink = ({ href, children }: { href: string; children: preact.ComponentChildren }) => (
  <a href={href} tabindex={-1}>
    {children}
  </a>
);

/** Frames stand on the side of the sea where the archipelago lies, below one another as on the globe. */
const frames: Record<string, { x: number; y: number; width: number; height: number }> = {
  hoangsa: { x: 3440, y: 2190, width: 1760, height: 1580 },
  truongsa: { x: 3440, y: 6920, width: 1760, height: 1580 },
};
const [labelHeight, lineHeight, margin] = [700, 215, 70];
/** Smaller ones would vanish on a phone. */
const leastRadius = 24;

function Inset({ shape, hatch, lang, fillOf, hrefOf }: ShapeProps<ArchipelagoShape>) {
  const frame = frames[shape.archipelago];
  if (!frame) throw new RangeError(`No place for "${shape.archipelago}"`);
  const href = hrefOf?.(shape.unit_id) ?? null;
  const reefs = (
    <g {...filled({ fill: fillOf(shape.unit_id), hatch }, 'reefs')}>
      {placeReefs(shape.reefs, frame).map(([x, y, r]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} />
      ))}
    </g>
  );
  return (
    <>
      <rect class="frame" {...frame} rx="40" />
      <text class="inset">
        {chartWords[lang].archipelagos[shape.archipelago]?.map((line, number) => (
          <tspan key={line} x={frame.x + margin} y={frame.y + 210 + number * lineHeight}>
            {line}
            {number < 2 && ' '}
          </tspan>
        ))}
      </text>
      {href === null ? reefs : <PointerLink href={href}>{reefs}</PointerLink>}
    </>
  );
}

/** Into the frame below its label, in proportion. */
function placeReefs(reefs: number[][], frame: { x: number; y: number; width: number; height: number }) {
  const [xs, ys] = [reefs.map(([x]) => x!), reefs.map(([, y]) => y!)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const room = { width: frame.width - 2 * margin - 60, height: frame.height - labelHeight - 2 * margin };
  const scale = Math.min(room.width / wide, room.height / high);
  const x0 = frame.x + (frame.width - wide * scale) / 2;
  const y0 = frame.y + labelHeight + (frame.height - labelHeight - high * scale) / 2;
  return reefs.map(([x, y, r]) => [
    Math.round(x0 + (x! - left) * scale),
    Math.round(y0 + (y! - top) * scale),
    Math.max(leastRadius, Math.round(r! * scale)),
  ]);
}
