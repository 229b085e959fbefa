import { useEffect, useState } from 'preact/hooks';
import type { BoardUnit } from '../../../../read-board/board-unit.ts';
import shapesAddress from '../../data/map-province34.shapes';
import { addressOf } from '../../routes.ts';
import { marks, states } from '../../words/ministry.ts';
import { useSay } from '../../words.ts';
import { stateOrder } from './board-counts.tsx';

/** SVG paths of a drawing 406 wide and 437 high. */
interface Shapes {
  /** By unit_id. */
  provinces: Record<string, string>;
  archipelagos: { unit_id: string; name_vi: string; path: string; label: [number, number] }[];
}

interface BoardMapProps {
  group: string;
  period: string;
  units: BoardUnit[];
}

/**
 * The 34 provinces by state, both archipelagos among them; of other groups there is no map. A picture of the list below,
 * which says the same in words: a screen reader and the keyboard pass it by.
 */
export function BoardMap({ group, period, units }: BoardMapProps) {
  const say = useSay();
  const shapes = useShapes(group === 'province34');
  if (!shapes) return null;
  const known = new Map(units.map((unit) => [unit.unit_id, unit]));
  const classOf = (unitId: string) => known.get(unitId)?.state ?? 'missing';
  return (
    <section>
      <h2>{say({ vi: 'Bản đồ theo trạng thái', en: 'Map by state' })}</h2>
      <p class="legend">
        {stateOrder.map((state) => (
          <span key={state}>
            <svg viewBox="0 0 12 12" aria-hidden="true">
              <rect class={state} width="12" height="12" />
            </svg>
            {marks[state]} {say(states[state])}
          </span>
        ))}
      </p>
      <svg class="map" viewBox="-2 -2 412 444" aria-hidden="true">
        <defs>
          <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v5" class="hatch-line" />
          </pattern>
        </defs>
        {Object.entries(shapes.provinces).map(([unitId, path]) => (
          <a key={unitId} href={addressOf('ky', group, period, 'don-vi', unitId)} tabindex={-1}>
            <path class={classOf(unitId)} d={path}>
              <title>{known.get(unitId)?.unit_name_vi}</title>
            </path>
          </a>
        ))}
        {shapes.archipelagos.map(({ unit_id, name_vi, path, label: [x, y] }) => (
          <g key={name_vi}>
            <path class={classOf(unit_id)} d={path} />
            <text x={x} y={y}>
              {name_vi}
            </text>
          </g>
        ))}
      </svg>
      <p class="hint">
        {say({
          vi: 'Hình: @svg-maps/vietnam, CC BY 4.0, đã gộp theo 34 đơn vị và giản lược.',
          en: 'Shapes: @svg-maps/vietnam, CC BY 4.0, dissolved into the 34 and simplified.',
        })}
      </p>
    </section>
  );
}

/** Null until they are there, and where there are none: the list says the same. */
function useShapes(isKnown: boolean): Shapes | null {
  const [shapes, setShapes] = useState<Shapes | null>(null);
  useEffect(() => {
    if (!isKnown) return;
    fetch(shapesAddress)
      .then(async (answer) => setShapes(answer.ok ? await answer.json() : null))
      .catch(() => setShapes(null));
  }, [isKnown]);
  return shapes;
}
